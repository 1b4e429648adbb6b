using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace DeepQDataset.Commands.Output;

/// <summary>Restores objects of this module from deserialized property bags.</summary>
internal static class Rehydration
{
    private const string Prefix = "Deserialized.";
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>The notes in which remoting says where an object comes from.</summary>
    private static readonly string[] OriginNotes = ["PSComputerName", "RunspaceId", "PSShowComputerName"];

    /// <summary>Restores an object.</summary>
    /// <param name="bag">The deserialized form.</param>
    /// <param name="target">The requested type; null for the original one.</param>
    /// <returns>The object; null if the bag is not of a type of this module, or not of the requested one.</returns>
    public static object? Restore(PSObject bag, Type? target)
    {
        foreach (string name in bag.TypeNames)
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal)
                && typeof(DqTestResult).Assembly.GetType(name[Prefix.Length..]) is Type type)
            {
                return target is null || target.IsAssignableFrom(type) ? Restore(bag, type) : null;
            }
        }

        return null;

        static object? Restore(PSObject bag, Type type) =>
            type.IsEnum ? LanguagePrimitives.ConvertTo(bag.BaseObject, type, CultureInfo.InvariantCulture)
            : ItemType(type) is Type item ? RestoreList(bag.BaseObject, type, item)
            : RestoreObject(bag, type);
    }

    private static object RestoreObject(PSObject bag, Type type)
    {
        object restored = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.CanWrite && bag.Properties[property.Name]?.Value is object value)
            {
                property.SetValue(restored, Convert(value, property.PropertyType));
            }
        }

        foreach (string note in OriginNotes)
        {
            if (bag.Properties[note] is { } origin)
            {
                PSObject.AsPSObject(restored).Properties.Add(new PSNoteProperty(note, origin.Value));
            }
        }

        return restored;
    }

    private static object RestoreList(object items, Type type, Type itemType)
    {
        object[] source = items is IEnumerable many and not string ? many.Cast<object>().ToArray() : [items];
        Array typed = Array.CreateInstance(itemType, source.Length);
        for (int index = 0; index < source.Length; index++)
        {
            typed.SetValue(Convert(source[index], itemType), index);
        }

        return Activator.CreateInstance(type, AnyInstance, binder: null, [typed], CultureInfo.InvariantCulture)!;
    }

    private static object? Convert(object value, Type type)
    {
        object plain = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        if (type.IsInstanceOfType(plain))
        {
            return plain;
        }

        if (ItemType(type) is Type itemType)
        {
            return RestoreList(plain, type, itemType);
        }

        return value is PSObject bag && Restore(bag, type) is object restored
            ? restored
            : LanguagePrimitives.ConvertTo(plain, type, CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the item type of a collection of this module; null for all other types.</summary>
    private static Type? ItemType(Type type) => type.Assembly != typeof(DqTestResult).Assembly ? null : type
        .GetInterfaces()
        .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))?
        .GetGenericArguments()[0];
}
