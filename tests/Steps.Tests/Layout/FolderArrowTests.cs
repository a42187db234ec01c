namespace CodeRipple.Workflow.Steps.Tests.Layout;

/// <summary>Which folder of the steps names types of which other folder, read from the source.</summary>
public sealed class FolderArrowTests
{
    /// <summary>The ground floor, with a folder for each service.</summary>
    private const string Ground = "Aws";

    private static readonly Dictionary<string, IReadOnlySet<string>> Arrows = StepSource.Arrows();

    [Fact]
    public void The_ground_floor_names_nothing_above_it()
    {
        var ground = Arrows.Where(a => IsGround(a.Key)).ToList();

        Assert.Contains(Arrows, a => !IsGround(a.Key) && a.Value.Any(IsGround));
        Assert.All(ground, folder => Assert.DoesNotContain(folder.Value, named => !IsGround(named)));
    }

    [Fact]
    public void No_folders_name_each_other_in_a_circle()
    {
        // What names only folders that are done is done; a circle never is.
        var open = Arrows.ToDictionary(a => a.Key, a => a.Value.ToHashSet());
        while (open.Where(folder => !folder.Value.Any(open.ContainsKey)).Select(folder => folder.Key).ToList() is { Count: > 0 } done)
            done.ForEach(folder => open.Remove(folder));

        Assert.Empty(open.Select(folder => $"{folder.Key} names {string.Join(", ", folder.Value.Where(open.ContainsKey))}"));
    }

    private static bool IsGround(string folder) => folder == Ground || folder.StartsWith(Ground + "/", StringComparison.Ordinal);
}
