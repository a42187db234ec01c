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
}
