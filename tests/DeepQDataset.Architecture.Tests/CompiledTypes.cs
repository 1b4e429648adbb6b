using Mono.Cecil;
using Mono.Cecil.Cil;

namespace DeepQDataset.Architecture.Tests;

/// <summary>Finds which types of an assembly use which others, from the compiled code.</summary>
/// <remarks>Compiled code has neither <c>using</c> lines nor doc comments, and constants are values in it, so these do not count.</remarks>
internal static class CompiledTypes
{
    /// <summary>Finds all uses of one type by another. Nested and compiler-generated types count as their containing type.</summary>
    /// <param name="assembly">The assembly's path.</param>
    public static IReadOnlySet<TypeUse> FindUses(string assembly)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        HashSet<TypeUse> uses = [];
        foreach (TypeDefinition type in module.GetTypes())
        {
            TypeDefinition user = Outermost(type);
            foreach (TypeDefinition used in References(type).SelectMany(Definitions).Select(Outermost))
            {
                if (used != user)
                {
                    uses.Add(new TypeUse(user.Namespace, user.Name, used.Namespace, used.Name));
                }
            }
        }

        return uses;
    }

    private static IEnumerable<TypeReference?> References(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implementation => implementation.InterfaceType),
        .. OfGenericParameters(type),
        .. OfAttributes(type),
        .. type.Fields.SelectMany(field => OfAttributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(OfAttributes),
        .. type.Events.SelectMany(OfAttributes),
        .. type.Methods.SelectMany(method => OfSignature(method).Concat(OfAttributes(method)).Concat(OfGenericParameters(method))),
        .. type.Methods.SelectMany(method => method.Overrides).SelectMany(OfSignature),
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => OfBody(method.Body)),
    ];

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(instruction => OfOperand(instruction.Operand)),
    ];

    private static IEnumerable<TypeReference?> OfOperand(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method => OfSignature(method),
        _ => [],
    };

    private static IEnumerable<TypeReference?> OfSignature(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : Enumerable.Empty<TypeReference>(),
        .. method is MethodDefinition definition ? definition.Parameters.SelectMany(OfAttributes) : [],
    ];

    private static IEnumerable<TypeReference?> OfGenericParameters(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> OfAttributes(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(
        attribute => attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Append(attribute.AttributeType));

    /// <summary>
    /// Returns the assembly's own types that a reference is made of: <c>List&lt;DqImage[]&gt;</c> is one of <c>DqImage</c>.
    /// </summary>
    private static IEnumerable<TypeDefinition> Definitions(TypeReference? reference) =>
        reference switch
        {
            TypeDefinition definition => [definition],
            GenericInstanceType generic => generic.GenericArguments.Append(generic.ElementType).SelectMany(Definitions),
            IModifierType modified => Definitions(modified.ModifierType).Concat(Definitions(modified.ElementType)),
            FunctionPointerType pointer => pointer
                .Parameters.Select(parameter => parameter.ParameterType)
                .Append(pointer.ReturnType)
                .SelectMany(Definitions),
            TypeSpecification specification => Definitions(specification.ElementType),
            _ => [],
        };

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
