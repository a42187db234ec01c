using System.Text.RegularExpressions;

namespace CodeRipple.Changes;

/// <summary>Tells the role of a file by its path. The first pattern that fits counts, so the special ones come first.</summary>
public static partial class FileRoles
{
    private static readonly (Regex Pattern, FileRole Role)[] Patterns =
    [
        (DecisionRecords(), FileRole.DecisionRecord),
        (SystemDocuments(), FileRole.SystemDocumentation),
        (UserDocuments(), FileRole.UserDocumentation),
        (Tests(), FileRole.Test),
        (Pipelines(), FileRole.Pipeline),
        (Infrastructure(), FileRole.Infrastructure),
        (Dependencies(), FileRole.Dependencies),
        (Schemas(), FileRole.Schema),
        (Interfaces(), FileRole.Interface),
        (Sources(), FileRole.Source),
        (Configurations(), FileRole.Configuration),
    ];

    public static FileRole Of(string path) => Patterns.FirstOrDefault(one => one.Pattern.IsMatch(path)).Role;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(^|/)(adr|adrs|decisions?)/[^/]+\.(md|rst|adoc)$", Options)]
    private static partial Regex DecisionRecords();

    [GeneratedRegex(@"(^|/)(architecture|system|design)/.+\.(md|rst|adoc)$|(^|/)(architecture|design)\.(md|rst|adoc)$", Options)]
    private static partial Regex SystemDocuments();

    [GeneratedRegex(@"\.(md|rst|adoc)$|^docs?/", Options)]
    private static partial Regex UserDocuments();

    [GeneratedRegex(
        @"(^|/)(tests?|specs?|__tests__)/|(^|/)test_[^/]+$|[._-](test|tests|spec)\.[a-z]+$|Tests?\.(cs|java|kt|swift)$|\.Tests/",
        Options
    )]
    private static partial Regex Tests();

    [GeneratedRegex(
        @"^\.github/workflows/|(^|/)(\.gitlab-ci\.ya?ml|azure-pipelines[^/]*\.ya?ml|jenkinsfile|buildspec\.ya?ml)$|^\.circleci/",
        Options
    )]
    private static partial Regex Pipelines();

    [GeneratedRegex(
        @"\.(tf|tfvars|bicep)$|(^|/)(template|serverless|samconfig|docker-compose)[^/]*\.(ya?ml|toml|json)$|(^|/)dockerfile|(^|/)(infra|infrastructure|terraform|cloudformation|helm|k8s|deploy)/",
        Options
    )]
    private static partial Regex Infrastructure();

    [GeneratedRegex(
        @"(^|/)(requirements[^/]*\.txt|pyproject\.toml|poetry\.lock|package(-lock)?\.json|yarn\.lock|go\.(mod|sum)|cargo\.(toml|lock)|pom\.xml|build\.gradle(\.kts)?|gemfile(\.lock)?|directory\.packages\.props)$|\.(csproj|fsproj)$",
        Options
    )]
    private static partial Regex Dependencies();

    [GeneratedRegex(
        @"\.(proto|graphql|avsc|sql|xsd)$|(^|/)(openapi|swagger|asyncapi)[^/]*\.(ya?ml|json)$|(^|/)(schemas?|migrations?)/",
        Options
    )]
    private static partial Regex Schemas();

    [GeneratedRegex(
        @"(^|/)(api|cli|cmd|commands?|routes?|controllers?|handlers?|endpoints?|views?|pages?)(/|\.[a-z]+$)|Controller\.cs$",
        Options
    )]
    private static partial Regex Interfaces();

    [GeneratedRegex(@"\.(cs|fs|vb|py|js|mjs|cjs|ts|tsx|jsx|java|kt|go|rs|rb|php|c|cc|cpp|h|hpp|swift|scala|sh|ps1)$", Options)]
    private static partial Regex Sources();

    [GeneratedRegex(@"\.(json|ya?ml|toml|ini|cfg|conf|properties|env|xml|props|targets)$|(^|/)\.env|(^|/)config/", Options)]
    private static partial Regex Configurations();
}
