using System.Xml.Linq;
using DeepQDataset.TestKit;

namespace DeepQDataset.Architecture.Tests;

/// <summary>A project of the repository: where it lies, and which namespace each of its folders has.</summary>
/// <remarks>
/// A folder has the project's root namespace and its own path as namespace, but for one in some projects that has the root namespace alone.
/// </remarks>
internal sealed class SourceProject
{
    /// <summary>The folders whose types have the shortest namespace, since users write it.</summary>
    private static readonly Dictionary<string, string> RootRooms = new(StringComparer.Ordinal)
    {
        ["DeepQDataset.Core"] = "Model",
        ["DeepQDataset.Cmdlets"] = "Commands",
    };

    private readonly string _folder;
    private readonly string? _rootRoom;

    private SourceProject(string file)
    {
        _folder = Path.GetDirectoryName(file)!;
        Name = Path.GetFileNameWithoutExtension(file);
        Namespace = XDocument.Load(file).Descendants("RootNamespace").FirstOrDefault()?.Value ?? Name;
        _rootRoom = RootRooms.GetValueOrDefault(Name);
    }

    /// <summary>All projects.</summary>
    public static IReadOnlyList<SourceProject> All { get; } =
    [
        .. new[] { "src", "tests", "bench" }
            .SelectMany(part => Directory.EnumerateFiles(Repository.File(part), "*.csproj", SearchOption.AllDirectories))
            .Where(IsOurs)
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceProject(file)),
    ];

    /// <summary>Gets the name of the project and its assembly.</summary>
    public string Name { get; }

    /// <summary>Gets the root namespace.</summary>
    public string Namespace { get; }

    /// <summary>Gets the assembly that the build of the configuration under test made.</summary>
    public string Assembly =>
        Directory.EnumerateFiles(Path.Combine(_folder, "bin", Configuration), Name + ".dll", SearchOption.AllDirectories).Single();

    /// <summary>All source files, with full paths.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder, "*.cs", SearchOption.AllDirectories).Where(IsOurs);

    /// <summary>
    /// All folders that hold source files, relative to the project and separated by <c>/</c>; empty for the project's own.
    /// </summary>
    public IReadOnlySet<string> Rooms => Files.Select(RoomOf).ToHashSet(StringComparer.Ordinal);

    /// <summary>Finds a project by its name.</summary>
    public static SourceProject Find(string name) => All.Single(project => project.Name == name);

    /// <summary>Returns the folder that holds a source file, as in <see cref="Rooms"/>.</summary>
    public string RoomOf(string file) =>
        Path.GetRelativePath(_folder, Path.GetDirectoryName(file)!).Replace('\\', '/') is var room && room != "." ? room : "";

    /// <summary>Returns the namespace of a folder's types.</summary>
    public string NamespaceOf(string room) =>
        room.Length == 0 || room == _rootRoom ? Namespace : $"{Namespace}.{room.Replace('/', '.')}";

    private static string Configuration => new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)).Parent!.Name;

    private static bool IsOurs(string file) =>
        !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}
