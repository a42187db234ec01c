using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>Runtimes that are proven in the same way.</summary>
public enum ProbeFamily
{
    Dotnet,
    Python,
    Node,
}

public static partial class ProbeFamilies
{
    /// <summary>The runtimes that layers can be proven on, for people.</summary>
    public const string Provable = "dotnet10, python3.* and nodejs*";

    /// <returns>null when no probe runs there: the .NET probe is built for .NET 10, and there is none for other languages.</returns>
    public static ProbeFamily? Of(string runtime) =>
        runtime switch
        {
            "dotnet10" => ProbeFamily.Dotnet,
            _ when Python().IsMatch(runtime) => ProbeFamily.Python,
            _ when Node().IsMatch(runtime) => ProbeFamily.Node,
            _ => null,
        };

    /// <summary>Name of the member of <see cref="LayerProbe"/> that the family is asked.</summary>
    public static string MemberOf(ProbeFamily family) =>
        family switch
        {
            ProbeFamily.Dotnet => "types",
            ProbeFamily.Python => "imports",
            _ => "modules",
        };

    [GeneratedRegex(@"^python3\.\d+$")]
    private static partial Regex Python();

    [GeneratedRegex(@"^nodejs\d+\.x$")]
    private static partial Regex Node();
}
