using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Permissions;

/// <summary>The launcher's answer to what a role may do.</summary>
[Collection(SharedMoto.Name)]
public sealed partial class EvaluationSpecs(CorrectedMoto moto) : IDisposable
{
    private const string Table = "arn:aws:dynamodb:us-west-2:123456789012:table/orders";
    private readonly AwsClients _aws = new(moto.Address);

    public void Dispose() => _aws.Dispose();

    [Theory]
    [InlineData("""{"Effect":"Allow","Action":"dynamodb:Get*","Resource":"*"}""", null)]
    [InlineData(
        """{"Effect":"Allow","Action":["dynamodb:PutItem","DYNAMODB:getitem"],"Resource":["arn:aws:dynamodb:*:*:table/order?"]}""",
        null
    )]
    [InlineData("""{"Effect":"Allow","NotAction":"dynamodb:PutItem","NotResource":"arn:aws:dynamodb:*:*:table/others"}""", null)]
    [InlineData(
        """{"Effect":"Allow","Action":"dynamodb:PutItem","Resource":"*"}""",
        "because no identity-based policy allows the dynamodb:GetItem action"
    )]
    [InlineData(
        """{"Effect":"Allow","NotAction":"dynamodb:Get*","Resource":"*"}""",
        "because no identity-based policy allows the dynamodb:GetItem action"
    )]
    [InlineData(
        """{"Effect":"Allow","Action":"*","Resource":"arn:aws:dynamodb:*:*:table/Orders"}""",
        "because no identity-based policy allows the dynamodb:GetItem action"
    )]
    [InlineData(
        """{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"dynamodb:*","Resource":"*"}""",
        "with an explicit deny in an identity-based policy"
    )]
    [InlineData("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}""", null)]
    [InlineData(
        """{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""",
        null
    )]
    [InlineData(
        """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"111111111111"}}}""",
        "because no identity-based policy allows the dynamodb:GetItem action"
    )]
    public async Task A_policy_allows_what_it_says(string statements, string? reason)
    {
        var role = await RoleAsync(statements);
        Assert.Equal(reason, await ReasonAsync(role, "dynamodb:GetItem", Table));
    }

    [Theory]
    [InlineData("lambda.amazonaws.com", null)]
    [InlineData("states.amazonaws.com", "because no identity-based policy allows the iam:PassRole action")]
    public async Task A_role_is_passed_to_the_service_that_the_policy_names(string service, string? reason)
    {
        var role = await RoleAsync(
            """{"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}}"""
        );
        Assert.Equal(reason, await ReasonAsync(role, "iam:PassRole", "arn:aws:iam::123456789012:role/r", ("iam:PassedToService", service)));
    }

    [Fact]
    public async Task All_layers_must_be_among_those_allowed()
    {
        var role = await RoleAsync(
            """{"Effect":"Allow","Action":"lambda:*","Resource":"*","Condition":{"ForAllValues:StringLike":{"lambda:Layer":"arn:mine:*"}}}"""
        );
        Assert.Null(await ReasonAsync(role, "lambda:CreateFunction", "*", ("lambda:Layer", "arn:mine:1")));
        Assert.Null(await ReasonAsync(role, "lambda:CreateFunction", "*"));
        Assert.NotNull(await ReasonAsync(role, "lambda:CreateFunction", "*", ("lambda:Layer", "arn:other:1")));
    }

    [Fact]
    public async Task Items_are_distinguished_by_their_partition_key()
    {
        var table = TestFunctions.NewName("table");
        await _aws.DynamoDb.CreateTableAsync(
            new Amazon.DynamoDBv2.Model.CreateTableRequest(table, [new("id", "HASH")], [new("id", "S")], null)
            {
                BillingMode = "PAY_PER_REQUEST",
            }
        );
        var role = await RoleAsync(
            """{"Effect":"Allow","Action":"dynamodb:DeleteItem","Resource":"*","Condition":{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["OPEN"]}}}"""
        );
        var arn = "arn:aws:dynamodb:us-west-2:123456789012:table/" + table;
        Assert.Null(await ReasonAsync(role, "dynamodb:DeleteItem", arn, ("local:Item", """{"id":{"S":"OPEN"}}""")));
        Assert.NotNull(await ReasonAsync(role, "dynamodb:DeleteItem", arn, ("local:Item", """{"id":{"S":"LOCK"}}""")));
    }

    [Fact]
    public async Task A_boundary_takes_away_and_never_gives()
    {
        var role = await RoleAsync("""{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:PutItem"],"Resource":"*"}""");
        var made = await _aws.QueryAsync(
            "iam",
            ("Action", "CreatePolicy"),
            ("Version", "2010-05-08"),
            ("PolicyName", TestFunctions.NewName("boundary")),
            (
                "PolicyDocument",
                """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:Scan"],"Resource":"*"}}"""
            )
        );
        var boundary = System.Text.RegularExpressions.Regex.Match(made.Text, "<Arn>(.*?)</Arn>").Groups[1].Value;
        await _aws.QueryAsync(
            "iam",
            ("Action", "PutRolePermissionsBoundary"),
            ("Version", "2010-05-08"),
            ("RoleName", role.Split('/')[1]),
            ("PermissionsBoundary", boundary)
        );

        Assert.Null(await ReasonAsync(role, "dynamodb:GetItem", Table));
        Assert.Equal(
            "because no permissions boundary allows the dynamodb:PutItem action",
            await ReasonAsync(role, "dynamodb:PutItem", Table)
        );
        Assert.Equal("because no identity-based policy allows the dynamodb:Scan action", await ReasonAsync(role, "dynamodb:Scan", Table));
    }

    [Theory]
    [InlineData("role/shop-*", "because no identity-based policy allows the iam:GetRole action")]
    [InlineData("role/service-role/shop-*", null)]
    [InlineData("role/*/shop-*", null)]
    public async Task A_role_that_is_named_without_its_path_is_allowed_by_the_ARN_that_has_it(string pattern, string? reason)
    {
        var name = TestFunctions.NewName("shop-orders");
        await _aws.QueryAsync(
            "iam",
            ("Action", "CreateRole"),
            ("Version", "2010-05-08"),
            ("RoleName", name),
            ("Path", "/service-role/"),
            ("AssumeRolePolicyDocument", """{"Version":"2012-10-17","Statement":[]}""")
        );
        var reader = await RoleAsync($$"""{"Effect":"Allow","Action":"iam:*","Resource":"arn:aws:iam::123456789012:{{pattern}}"}""");

        Assert.Equal(reason, await ReasonAsync(reader, "iam:GetRole", $"arn:aws:iam::123456789012:role/{name}"));
        // Who passes a role names it in full.
        Assert.NotNull(await ReasonAsync(reader, "iam:PassRole", $"arn:aws:iam::123456789012:role/elsewhere/other-{name}"));
    }

    [Fact]
    public async Task A_change_of_a_policy_counts_from_the_next_call()
    {
        var role = await RoleAsync("""{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}""");
        Assert.Null(await ReasonAsync(role, "dynamodb:GetItem", Table));
        await TestFunctions.RoleAsync(
            _aws,
            role.Split('/')[1],
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:Scan","Resource":"*"}}"""
        );
        Assert.NotNull(await ReasonAsync(role, "dynamodb:GetItem", Table));
        Assert.Equal(
            "because the role arn:aws:iam::123456789012:role/gone does not exist",
            await ReasonAsync("arn:aws:iam::123456789012:role/gone", "dynamodb:GetItem", Table)
        );
    }

    [Theory]
    [InlineData("""{"StringEquals":{"dynamodb:LeadingKeys":"a"}}""", "dynamodb:LeadingKeys")]
    [InlineData("""{"IpAddress":{"aws:PrincipalAccount":"10.0.0.0/8"}}""", "IpAddress")]
    public async Task What_cannot_be_evaluated_is_said_rather_than_guessed(string condition, string named)
    {
        var role = await RoleAsync($$"""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{condition}}}""");
        var answer = await AskAsync(role, "dynamodb:GetItem", Table);
        Assert.Equal(400, (int)answer.Status);
        Assert.Contains(named, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_call_needed_is_remembered_unless_something_else_allowed_it_too()
    {
        var role = await RoleAsync(
            """
            {"Sid":"Read","Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:Query"],"Resource":["arn:aws:dynamodb:*:*:table/orders","arn:aws:dynamodb:*:*:table/others"]},
            {"Effect":"Allow","Action":"dynamodb:Query","Resource":"*"}
            """
        );
        await ReasonAsync(role, "dynamodb:GetItem", Table);
        await ReasonAsync(role, "dynamodb:Query", Table);
        await ReasonAsync(role, "dynamodb:PutItem", Table);

        var used = (await _aws.LocalAsync(HttpMethod.Get, "permissions/used"))
            .Json.AsArray()
            .Where(one => (string)one!["RoleArn"]! == role);
        Assert.Equal(
            "Read dynamodb:GetItem arn:aws:dynamodb:*:*:table/orders",
            string.Join('|', used.Select(one => $"{one!["Statement"]} {one["Action"]} {one["Resource"]}"))
        );
        var unused = (await _aws.LocalAsync(HttpMethod.Get, "permissions/unused?role=" + role.Split('/')[1])).Json.AsArray();
        Assert.Equal(
            ["Read dynamodb:Query", "Read arn:aws:dynamodb:*:*:table/others", "1 dynamodb:Query", "1 *"],
            unused.Select(one => $"{one!["Statement"]} {one["Action"] ?? one["Resource"]}")
        );
    }

    private static void AssertReason(string? start, string? reason) =>
        Assert.Equal(start, start is null ? reason : reason?[..Math.Min(start.Length, reason.Length)]);

    private Task<string> RoleAsync(string statements) =>
        TestFunctions.RoleAsync(_aws, TestFunctions.NewName("role"), $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");

    private async Task<string?> ReasonAsync(string role, string action, string resource, params (string Key, string Value)[] context) =>
        (string?)(await AskAsync(role, action, resource, context)).Json["Refused"]?["Reason"];

    private Task<Answer> AskAsync(string role, string action, string resource, params (string Key, string Value)[] context) =>
        _aws.LocalAsync(
            HttpMethod.Post,
            "authorize",
            new
            {
                RoleArn = role,
                Needs = new[]
                {
                    new
                    {
                        Action = action,
                        Resource = resource,
                        Context = new JsonObject(
                            context.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonArray(pair.Value)))
                        ),
                    },
                },
            }
        );

    private async Task<string?> ServiceAsync(string service, string source, string? role, string action, string resource) => (string?)(
                await _aws.LocalAsync(
                    HttpMethod.Post,
                    "authorize/service",
                    new
                    {
                        Service = service,
                        SourceArn = source,
                        RoleArn = role,
                        Action = action,
                        Resource = resource,
                    }
                )
            ).Json["Refused"]?["Reason"];
}
