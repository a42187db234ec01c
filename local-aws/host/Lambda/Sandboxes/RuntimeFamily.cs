namespace CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

internal enum RuntimeFamily
{
    Unknown,
    Dotnet,
    Node,
    Provided,
    Python,
}

internal static class RuntimeFamilies
{
    private static readonly (string Prefix, RuntimeFamily Family)[] Prefixes =
    [
        ("dotnet", RuntimeFamily.Dotnet),
        ("nodejs", RuntimeFamily.Node),
        ("provided", RuntimeFamily.Provided),
        ("python3", RuntimeFamily.Python),
    ];

    public static RuntimeFamily Family(this FunctionVersion function) =>
        Prefixes.FirstOrDefault(known => function.Runtime?.StartsWith(known.Prefix, StringComparison.Ordinal) ?? false).Family;

    /// <summary>The version that a managed runtime declares: 3.13 of python3.13, 22 of nodejs22.x, 10 of dotnet10.</summary>
    public static string RuntimeVersion(this FunctionVersion function)
    {
        var runtime = function.Runtime ?? "";
        var version = runtime[runtime.TakeWhile(letter => !char.IsAsciiDigit(letter)).Count()..];
        return version.EndsWith(".x", StringComparison.Ordinal) ? version[..^2] : version;
    }
}
