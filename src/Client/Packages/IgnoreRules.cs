using MAB.DotIgnore;

namespace CodeRipple.Workflow.Client.Packages;

/// <summary>What of a folder stays out of its package: secrets, caches, the tools' own files, and what an ignore file lists.</summary>
internal sealed class IgnoreRules
{
    /// <summary>In the folder; the syntax of .gitignore. Its lines come after the default rules, so <c>!</c> takes one back.</summary>
    public const string FileName = ".coderippleignore";

    private static readonly string[] Defaults =
    [
        FileName,
        // Secrets.
        ".env",
        ".env.*",
        // Version control and editors.
        ".git",
        ".gitignore",
        ".gitattributes",
        ".hg",
        ".svn",
        ".idea/",
        ".vs/",
        ".vscode/",
        ".DS_Store",
        "Thumbs.db",
        // Caches, which make the same release another one.
        "__pycache__/",
        "*.pyc",
        ".pytest_cache/",
        ".mypy_cache/",
        ".ruff_cache/",
        ".nyc_output/",
        "node_modules/.cache/",
        // Build and deployment tools.
        ".aws-sam/",
        ".serverless/",
        ".terraform/",
    ];

    private readonly IgnoreList _list;

    private IgnoreRules(IgnoreList list) => _list = list;

    /// <summary>Packages everything: for what a build has put there.</summary>
    public static IgnoreRules None { get; } = new(new IgnoreList());

    /// <summary>The default rules, and those of the folder's own ignore file.</summary>
    public static IgnoreRules Of(string folder)
    {
        var list = new IgnoreList(Defaults);
        var file = Path.Combine(folder, FileName);
        if (File.Exists(file))
            list.AddRules(File.ReadAllLines(file));
        return new IgnoreRules(list);
    }

    /// <param name="name">Relative to the folder, with forward slashes.</param>
    public bool Ignores(string name, bool isFolder) => _list.IsIgnored(name, isFolder);
}
