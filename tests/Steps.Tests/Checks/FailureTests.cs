using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>What goes wrong while looking is a finding of that look alone.</summary>
public sealed class FailureTests
{
    private readonly CheckedShop _shop = new();

    public FailureTests() =>
        _shop.Events.OnPut = entry =>
        {
            _shop.Tables.Items.Add($"{entry.Time:yyyy-MM-ddTHH:mm:ss} e-1");
            return new Amazon.EventBridge.Model.PutEventsResponse { Entries = [new() { EventId = "e-1" }] };
        };

    [Fact]
    public async Task A_service_that_does_not_answer_fails_its_checks_with_the_reason_and_no_other()
    {
        _shop.Tables.Error = new AwsUnavailableException("DescribeTable failed: service unavailable", new IOException());
        var log = new CheckLog(_shop.Time);

        await _shop.RunAsync(log, "health-1");

        var tables = log.Results.Where(r => r.Component == "table:orders").ToList();
        Assert.Equal(8, tables.Count);
        Assert.All(tables, r => Assert.Equal("the check could not run: DescribeTable failed: service unavailable", r.Evidence));
        Assert.DoesNotContain(
            log.Results,
            r => r.Component.StartsWith("function:", StringComparison.Ordinal) && r.Verdict == CheckVerdict.Failed
        );
        Assert.Contains("DescribeTable failed: service unavailable", log.Outages);
    }

    [Fact]
    public async Task What_may_not_be_read_fails_without_another_attempt()
    {
        _shop.Broken["DescribeAlarms"] = new InvalidOperationException("not authorized to perform cloudwatch:DescribeAlarms");
        var log = new CheckLog(_shop.Time);

        await _shop.RunAsync(log, "health-1");

        Assert.Equal(
            3,
            log.Results.Count(r =>
                r.Verdict == CheckVerdict.Failed && r.Evidence!.Contains("cloudwatch:DescribeAlarms", StringComparison.Ordinal)
            )
        );
        Assert.Empty(log.Outages);
    }

    [Fact]
    public async Task A_function_that_the_release_creates_is_not_looked_at_before()
    {
        _shop.Functions.Clear();
        _shop.PendingFunctions.Add(CheckedShop.Function);

        var results = (await _shop.RunAsync(CheckRuns.Before)).Where(r => r.Component == $"function:{CheckedShop.Function}");

        Assert.Equal([(CheckCatalog.FunctionActive.Id, CheckVerdict.Skipped)], results.Select(r => (r.Id, r.Verdict)));
    }

    [Fact]
    public async Task Before_a_release_the_live_code_is_asked_what_its_own_release_declared()
    {
        var asked = new List<string>();
        _shop.LiveRequest = _shop.Request with
        {
            Functions =
            [
                _shop.Request.Functions[0] with
                {
                    SmokeTests =
                    [
                        new SmokeTest
                        {
                            Name = "old",
                            Event = JsonNode.Parse("""{"old":true}"""),
                            Expect = JsonNode.Parse("""{"old":"fine"}"""),
                        },
                    ],
                },
            ],
        };
        _shop.OnInvoke = request =>
        {
            asked.Add($"{request.Qualifier} {request.Payload}");
            return CheckedShop.Reply("""{"old":"fine"}""");
        };

        var results = await _shop.RunAsync(CheckRuns.Before);

        Assert.Equal(["""live {"old":true}"""], asked);
        Assert.Equal(CheckVerdict.Passed, results.Single(r => r.Id == CheckCatalog.FunctionResponse.Id).Verdict);
    }

    [Fact]
    public async Task A_function_declared_so_is_not_invoked()
    {
        _shop.Request = _shop.Request with
        {
            Infrastructure = _shop.Request.Infrastructure with
            {
                Functions = [new FunctionExpectation { Name = CheckedShop.Function, Synthetic = false }],
            },
        };
        _shop.OnInvoke = _ => throw new InvalidOperationException("invoked");

        var results = await _shop.RunAsync();

        Assert.Equal(CheckVerdict.Skipped, results.Single(r => r.Id == CheckCatalog.FunctionExecutable.Id).Verdict);
    }

    [Theory]
    [InlineData("arn:aws:dynamodb:us-west-2:1:table/orders*", "arn:aws:dynamodb:us-west-2:1:table/orders/index/x", true)]
    [InlineData("arn:aws:dynamodb:us-west-2:1:table/order?", "arn:aws:dynamodb:us-west-2:1:table/orders", true)]
    [InlineData("arn:aws:dynamodb:us-west-2:1:table/orders", "arn:aws:dynamodb:us-west-2:1:table/orders2", false)]
    [InlineData("arn.aws", "arn:aws", false)]
    public void Wildcards_of_policies_match_as_IAM_does(string pattern, string value, bool matches) =>
        Assert.Equal(matches, PolicyStatement.Matches(pattern, value));

    [Theory]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"lambda:InvokeFunction","Condition":{"StringEquals":{"aws:SourceAccount":"1"}}}]}""",
        false
    )]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"lambda:InvokeFunction","Condition":{"Bool":{"aws:SecureTransport":"true"}}}]}""",
        true
    )]
    [InlineData("""{"Statement":[{"Effect":"Deny","Principal":"*","Action":"*"}]}""", false)]
    public void A_policy_is_public_unless_it_names_the_caller(string policy, bool isPublic) =>
        Assert.Equal(isPublic, PolicyDocument.Parse(policy).Statements.Any(s => s.IsPublic));

    [Fact]
    public void What_is_denied_is_not_allowed()
    {
        var policy = PolicyDocument.Parse(
            """{"Statement":[{"Effect":"Allow","Action":"dynamodb:*","Resource":"*"},{"Effect":"Deny","Action":"dynamodb:DeleteItem","Resource":"*"}]}"""
        );

        Assert.True(policy.Allows("dynamodb:PutItem", "arn:table"));
        Assert.False(policy.Allows("dynamodb:DeleteItem", "arn:table"));
    }

    [Theory]
    [InlineData("DB_PASSWORD", "hunter22", true)]
    [InlineData("DB_PASSWORD", "arn:aws:secretsmanager:us-west-2:1:secret:db", false)]
    [InlineData("DB_SECRET_NAME", "prod/db", false)]
    [InlineData("API_KEY", "/shop/api-key", false)]
    [InlineData("TOKENS_PER_MINUTE", "40", false)]
    [InlineData("ANYTHING", "ghp_0123456789abcdefghijABCDEFGHIJ0123456789", true)]
    [InlineData("STAGE", "production", false)]
    public void A_value_looks_like_a_secret_by_its_name_or_its_form(string name, string value, bool isSecret) =>
        Assert.Equal(isSecret, SecretHeuristics.IsSecret(name, value));
}
