using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.StateMachine.Tests.Layout;

/// <summary>Whoever reads the code side by side with something else sees all of it.</summary>
public sealed partial class LineLengthTests
{
    private const int Longest = 140;

    private static readonly string[] Kinds = [".cs", ".py", ".mjs", ".yaml"];

    private static readonly string[] Elsewhere = ["bin", "obj", "out", "Generated", ".git"];

    [Fact]
    public void No_line_is_longer_than_140_characters_except_in_the_middle_of_a_text() =>
        Assert.Empty(Files(Repository.Root).SelectMany(LongLines));

    [Theory]
    [InlineData("return $\"…\"", true)]
    [InlineData("Call(first, \"…\", second);", true)]
    [InlineData("\"\"\"{\"a\":\"b\"…}\"\"\"", true)]
    [InlineData("var a = \"b\" + …", false)]
    [InlineData("// see \"…", false)]
    [InlineData("…", false)]
    public void Only_a_text_may_go_on_beyond_the_limit(string line, bool allowed) =>
        Assert.Equal(allowed, IsMostlyText("        " + line.Replace("…", new string('x', Longest), StringComparison.Ordinal)));

    // A message or a sample stays in one piece, so that a search for it finds it.
    private static IEnumerable<string> LongLines(string file)
    {
        var inRawText = false;
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length > Longest && !inRawText && !IsMostlyText(line))
                yield return $"{Path.GetRelativePath(Repository.Root, file)}:{number}: {line.Length} characters";
            if ((line.Split("\"\"\"").Length - 1) % 2 == 1)
                inRawText = !inRawText;
        }
    }

    private static bool IsMostlyText(string line) =>
        BeginsWithText().IsMatch(line)
        || (!IsComment().IsMatch(line) && line[..Longest].Replace("\\\"", "", StringComparison.Ordinal).Count(c => c == '"') % 2 == 1);

    [GeneratedRegex(@"^\s*([?:+] |=> |return )?[$@fr]*""")]
    private static partial Regex BeginsWithText();

    [GeneratedRegex(@"^\s*(//|#)")]
    private static partial Regex IsComment();

    private static IEnumerable<string> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => Kinds.Contains(Path.GetExtension(f))))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(f => !Elsewhere.Contains(Path.GetFileName(f))))
        {
            foreach (var file in Files(inner))
                yield return file;
        }
    }
}
