using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.LocalAws.Tests.Layout;

/// <summary>Which folder of moto's side may import which.</summary>
public sealed partial class PythonArrowSpecs
{
    // Each may import those before it.
    private static readonly string[] Floors = ["performance", "permissions", "corrections", "stacks"];

    [Fact]
    public void No_folder_imports_one_above_it()
    {
        var moto = Repository.Path("local-aws/moto");
        var arrows = Floors
            .SelectMany(floor =>
                Directory
                    .EnumerateFiles(Path.Combine(moto, floor), "*.py", SearchOption.AllDirectories)
                    .SelectMany(file =>
                        Import().Matches(File.ReadAllText(file)).Select(import => (From: floor, To: import.Groups[1].Value))
                    )
            )
            .Where(arrow => Floors.Contains(arrow.To))
            .Distinct()
            .ToList();
        Assert.Contains(("stacks", "corrections"), arrows);
        Assert.DoesNotContain(arrows, arrow => Array.IndexOf(Floors, arrow.To) > Array.IndexOf(Floors, arrow.From));
    }

    [GeneratedRegex(@"^ *(?:from|import) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Import();
}
