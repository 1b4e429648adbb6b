using System.Reflection;
using System.Runtime.Loader;

namespace DeepQDataset.Loader;

/// <summary>
/// Loads the module's assemblies and what they depend on into a context of their own, so that they never meet other versions that
/// another module or the engine has loaded. One instance serves the process: each type exists once, whatever runspace imports the module.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<ModuleLoadContext> Instance = new(() => new ModuleLoadContext());

    private readonly string _folder = Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!;

    private ModuleLoadContext()
        : base("DeepQDataset")
    {
    }

    /// <summary>The assembly that holds the public types.</summary>
    /// <exception cref="FileNotFoundException">The module's folder is incomplete.</exception>
    public static Assembly Core => Instance.Value.LoadFromAssemblyName(new AssemblyName("DeepQDataset.Core"));

    /// <summary>The assembly that holds the commands.</summary>
    /// <exception cref="FileNotFoundException">The module's folder is incomplete.</exception>
    public static Assembly Commands => Instance.Value.LoadFromAssemblyName(new AssemblyName("DeepQDataset.Cmdlets"));

    /// <summary>Looks beside the loader; what is not there (the runtime, the engine) comes from the default context.</summary>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        string path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
