using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace DeepQDataset.Loader;

/// <summary>
/// Loads the module's assemblies and what they depend on into a context of their own, so that they never meet other versions that
/// another module or the engine has loaded. One instance serves the process: each type exists once, whatever runspace imports the module.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<ModuleLoadContext> Instance = new(() => new ModuleLoadContext());

    /// <summary>The runtime that the native images are made for; older ones do not know their form.</summary>
    private const int NativeImageRuntime = 10;

    private readonly string[] _folders = Folders();

    private ModuleLoadContext()
        : base("DeepQDataset")
    {
    }

    /// <summary>Gets the assembly that holds the public types.</summary>
    /// <exception cref="FileNotFoundException">The module's folder is incomplete.</exception>
    public static Assembly Core => Instance.Value.LoadFromAssemblyName(new AssemblyName("DeepQDataset.Core"));

    /// <summary>Gets the assembly that holds the commands.</summary>
    /// <exception cref="FileNotFoundException">The module's folder is incomplete.</exception>
    public static Assembly Commands => Instance.Value.LoadFromAssemblyName(new AssemblyName("DeepQDataset.Cmdlets"));

    /// <summary>
    /// Looks beside the loader, first in the folder that has native code for this platform (linux-x64, win-x64; Release builds only). What
    /// is in neither (the runtime, the engine) comes from the default context.
    /// </summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        string? path = _folders.Select(folder => Path.Combine(folder, assemblyName.Name + ".dll")).FirstOrDefault(File.Exists);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    private static string[] Folders()
    {
        string folder = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return Environment.Version.Major >= NativeImageRuntime ? [Path.Combine(folder, $"{system}-{processor}"), folder] : [folder];
    }
}
