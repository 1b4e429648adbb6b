using Mono.Cecil;
using Xunit;

namespace DeepQDataset.Architecture.Tests;

/// <summary>Tests which rooms (folders, which are namespaces) may use which others.</summary>
public sealed class RoomTests
{
    private const string Core = "DeepQDataset.Core";
    private const string Cmdlets = "DeepQDataset.Cmdlets";

    /// <summary>The number of circles a message names.</summary>
    private const int NamedCircles = 10;

    [Theory]
    [InlineData(Core)]
    [InlineData(Cmdlets)]
    public void No_rooms_use_each_other_in_a_circle(string project)
    {
        RoomGraph graph = Graph(SourceProject.Find(project));
        Faults.AssertNone(graph.FindCircles().Take(NamedCircles).Select(graph.Describe));
    }

    [Theory]
    [InlineData(Core)]
    [InlineData(Cmdlets)]
    public void A_room_never_uses_a_room_inside_it(string name)
    {
        SourceProject project = SourceProject.Find(name);
        RoomGraph graph = Graph(project);
        Dictionary<string, string> folders = project.Rooms.ToDictionary(project.NamespaceOf, StringComparer.Ordinal);
        Faults.AssertNone(
            from arrow in graph.Arrows
            where folders[arrow.Used].StartsWith(folders[arrow.User] + "/", StringComparison.Ordinal)
            select graph.Describe(arrow.User, arrow.Used));
    }

    [Theory]
    [InlineData(Core, "The rooms of Core")]
    [InlineData(Cmdlets, "The rooms of Cmdlets")]
    public void The_page_names_every_room_once(string project, string heading) => Assert.Equal(
        SourceProject.Find(project).Rooms.Order(StringComparer.Ordinal),
        RoomTable.Read(heading).Rooms.Select(room => room.Folder).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Core, "The rooms of Core")]
    [InlineData(Cmdlets, "The rooms of Cmdlets")]
    public void A_room_on_the_page_uses_none_below_it(string name, string heading)
    {
        SourceProject project = SourceProject.Find(name);
        RoomGraph graph = Graph(project);
        List<string> rooms = [.. RoomTable.Read(heading).Rooms.Select(room => project.NamespaceOf(room.Folder))];
        Faults.AssertNone(
            from arrow in graph.Arrows
            where rooms.IndexOf(arrow.Used) > rooms.IndexOf(arrow.User)
            select "Move the row of the first above that of the second, or cut: " + graph.Describe(arrow.User, arrow.Used));
    }

    [Theory]
    [InlineData(Core, "The rooms of Core")]
    [InlineData(Cmdlets, "The rooms of Cmdlets")]
    public void Entry_points_on_the_page_are_in_their_rooms(string name, string heading)
    {
        SourceProject project = SourceProject.Find(name);
        using ModuleDefinition module = ModuleDefinition.ReadModule(project.Assembly);
        Faults.AssertNone(
            from room in RoomTable.Read(heading).Rooms
            from entry in room.EntryPoints
            let parts = entry.Split('.')
            let type = module.GetType(project.NamespaceOf(room.Folder), parts[0])
            where type is null || (parts.Length > 1 && !HasMember(type, parts[1]))
            select $"The room {room.Folder} has no {entry}.");
    }

    private static bool HasMember(TypeDefinition type, string name) =>
        type.Methods.Any(method => method.Name == name) || type.Properties.Any(property => property.Name == name);

    /// <summary>The graph of the project's own rooms; what a source generator puts elsewhere is none of them.</summary>
    private static RoomGraph Graph(SourceProject project)
    {
        HashSet<string> rooms = [.. project.Rooms.Select(project.NamespaceOf)];
        return new RoomGraph(CompiledTypes.FindUses(project.Assembly)
            .Where(use => rooms.Contains(use.UserNamespace) && rooms.Contains(use.UsedNamespace)));
    }
}
