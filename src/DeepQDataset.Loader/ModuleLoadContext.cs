using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace DeepQDataset.Loader;

/// <summary>
/// Loads the assemblies of the module and their dependencies into a separate context, so that they do not conflict with versions that
/// another module or the engine has loaded. One instance serves the process: each type exists once, independent of the runspaces that
/// import the module.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<ModuleLoadContext> Instance = new(() => new ModuleLoadContext());

    /// <summary>The runtime of the native images; older ones do not support their format.</summary>
    private const int NativeImageRuntime = 10;

    private readonly string[] _folders = Folders();

    private ModuleLoadContext()
        : base("DeepQDataset")
    {
    }

    /// <summary>Gets the assembly with the public types.</summary>
    /// <exception cref="FileNotFoundException">The folder of the module is incomplete.</exception>
    public static Assembly Core => Instance.Value.LoadFromAssemblyName(new AssemblyName("DeepQDataset.Core"));

    /// <summary>Gets the assembly with the commands.</summary>
    /// <exception cref="FileNotFoundException">The folder of the module is incomplete.</exception>
    public static Assembly Commands => Instance.Value.LoadFromAssemblyName(new AssemblyName("DeepQDataset.Cmdlets"));

    /// <summary>
    /// Loads an assembly from the folder of the loader, first from the subfolder with native code for this platform (linux-x64, win-x64;
    /// Release builds only). Other assemblies (the runtime, the engine) come from the default context.
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
