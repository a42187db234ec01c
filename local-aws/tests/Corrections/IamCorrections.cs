using Amazon.IdentityManagement.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class IamCorrections
{
    private const string Table = "arn:aws:dynamodb:us-west-2:123456789012:table/orders";

    [Correction("SimulatePrincipalPolicy: explicit deny, else allow, else nothing")]
    public static async Task Decisions(AwsClients aws)
    {
        var role = await RoleAsync(
            aws,
            $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"dynamodb:Get*","Resource":"{{Table}}"},
              {"Effect":"Deny","Action":"dynamodb:DeleteTable","Resource":"*"},
              {"Effect":"Allow","Action":"dynamodb:DeleteTable","Resource":"*"}]}
            """
        );
        Assert.Equal("allowed", await DecideAsync(aws, role, "dynamodb:GetItem", Table));
        Assert.Equal("implicitDeny", await DecideAsync(aws, role, "dynamodb:GetItem", Table + "2"));
        Assert.Equal("implicitDeny", await DecideAsync(aws, role, "dynamodb:PutItem", Table));
        Assert.Equal("explicitDeny", await DecideAsync(aws, role, "dynamodb:DeleteTable", Table));
    }

    [Correction("SimulatePrincipalPolicy evaluates conditions and names the keys it lacks")]
    public static async Task Conditions(AwsClients aws)
    {
        var role = await RoleAsync(
            aws,
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"*",
              "Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}}}
            """
        );
        var request = new SimulatePrincipalPolicyRequest { PolicySourceArn = role, ActionNames = ["iam:PassRole"] };
        var without = (await aws.Iam.SimulatePrincipalPolicyAsync(request)).EvaluationResults.Single();
        Assert.Equal(("implicitDeny", "iam:PassedToService"), (without.EvalDecision.Value, without.MissingContextValues.Single()));
        request.ContextEntries =
        [
            new ContextEntry
            {
                ContextKeyName = "iam:PassedToService",
                ContextKeyType = "string",
                ContextKeyValues = ["lambda.amazonaws.com"],
            },
        ];
        Assert.Equal("allowed", (await aws.Iam.SimulatePrincipalPolicyAsync(request)).EvaluationResults.Single().EvalDecision.Value);
    }

    [Correction("A role can have AWS's managed policies")]
    public static async Task Managed(AwsClients aws)
    {
        var role = await RoleAsync(
            aws,
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}}"""
        );
        await aws.QueryAsync(
            "iam",
            ("Action", "AttachRolePolicy"),
            ("Version", "2010-05-08"),
            ("RoleName", role[(role.LastIndexOf('/') + 1)..]),
            ("PolicyArn", "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")
        );
        Assert.Equal("allowed", await DecideAsync(aws, role, "logs:PutLogEvents", "*"));
    }

    [Correction("CreateFunction refuses a role whose trust policy does not name Lambda")]
    public static async Task Lambda_trust(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Role = await TrustingAsync(aws, "states.amazonaws.com");
        var refused = await Assert.ThrowsAsync<Amazon.Lambda.Model.InvalidParameterValueException>(() =>
            aws.Lambda.CreateFunctionAsync(request)
        );
        Assert.Equal("The role defined for the function cannot be assumed by Lambda.", refused.Message);
    }

    [Correction("CreateStateMachine refuses a role whose trust policy names another state machine")]
    public static async Task States_trust(AwsClients aws)
    {
        var role = await TrustingAsync(
            aws,
            "states.amazonaws.com",
            ""","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:states:*:*:stateMachine:trusted-*"}}"""
        );
        Assert.Equal("AccessDeniedException", (await CreateAsync(TestFunctions.NewName("other"))).Code);
        Assert.Equal(200, (int)(await CreateAsync(TestFunctions.NewName("trusted"))).Status);

        Task<Answer> CreateAsync(string name) =>
            TestMachines.CallAsync(
                aws,
                "CreateStateMachine",
                new
                {
                    name,
                    definition = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""",
                    roleArn = role,
                }
            );
    }

    private static async Task<string> TrustingAsync(AwsClients aws, string service, string condition = "")
    {
        var name = TestFunctions.NewName("role");
        var trust =
            $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"{{condition}} } }""";
        await aws.QueryAsync(
            "iam",
            ("Action", "CreateRole"),
            ("Version", "2010-05-08"),
            ("RoleName", name),
            ("AssumeRolePolicyDocument", trust)
        );
        return $"arn:aws:iam::123456789012:role/{name}";
    }

    private static Task<string> RoleAsync(AwsClients aws, string policy) =>
        TestFunctions.RoleAsync(aws, TestFunctions.NewName("role"), policy);

    private static async Task<string> DecideAsync(AwsClients aws, string role, string action, string resource)
    {
        var answer = await aws.Iam.SimulatePrincipalPolicyAsync(
            new SimulatePrincipalPolicyRequest
            {
                PolicySourceArn = role,
                ActionNames = [action],
                ResourceArns = [resource],
            }
        );
        return answer.EvaluationResults.Single().EvalDecision.Value;
    }
}
