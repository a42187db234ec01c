using System.Reflection;
using System.Text.RegularExpressions;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>docs/infrastructure-checks.md: every criterion has a check, every check stands there, every test is one of these.</summary>
public sealed partial class DocumentTests
{
    // The acceptance criteria of the infrastructure validation that checks can prove.
    private static readonly string[] Criteria =
    [
        "All AWS infrastructure components deployed and operational",
        "All Lambda functions executable and responding correctly",
        "DynamoDB tables accessible with proper permissions and configuration",
        "EventBridge rules trigger scheduled jobs correctly (Monday-Saturday)",
        "Lambda function execution and response validation successful",
        "DynamoDB table permissions and configuration validated",
        "EventBridge scheduled rules operational and functional",
        "Custom EventBridge events operational and functional",
        "Infrastructure health check validation completed",
        "All infrastructure components follow security best practices",
        "Infrastructure validation doesn't impact system operations",
        "All Lambda functions execute within timeout limits",
        "DynamoDB performance configuration optimized",
        "EventBridge rule execution efficient and reliable",
    ];

    // Those that no check proves.
    private static readonly string[] OtherCriteria =
    [
        "Production deployment completes successfully through CI/CD pipeline",
        "Production deployment efficient and within defined timeframes",
    ];

    private static readonly IReadOnlyList<(string Criterion, string Check, string Test)> Rows =
    [
        .. Row()
            .Matches(File.ReadAllText(Repository.Path("docs/infrastructure-checks.md")))
            .Select(m => (m.Groups[1].Value.Trim(), m.Groups[2].Value, m.Groups[3].Value)),
    ];

    [Fact]
    public void Every_criterion_has_a_check() => Assert.Empty(Criteria.Except(Rows.Select(r => r.Criterion)));

    [Fact]
    public void No_check_stands_for_what_it_does_not_prove()
    {
        var document = File.ReadAllText(Repository.Path("docs/infrastructure-checks.md"));

        Assert.Empty(OtherCriteria.Intersect(Rows.Select(r => r.Criterion)));
        Assert.All(OtherCriteria, criterion => Assert.Contains($"| {criterion} | ", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_check_stands_there_and_no_other() =>
        Assert.Equal(CheckCatalog.All.Select(c => c.Id).Order(), Rows.Select(r => r.Check).Distinct().Order());

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var tests = typeof(DocumentTests)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Where(m => m.GetCustomAttribute<FactAttribute>() is not null)
            .Select(m => m.Name)
            .ToHashSet();

        Assert.All(Rows, row => Assert.Contains(row.Test, tests));
    }

    [GeneratedRegex(@"^\|([^|]*)\| `([a-z.-]+)` \| (\w+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
