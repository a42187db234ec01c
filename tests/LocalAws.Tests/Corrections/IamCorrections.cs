using Amazon.IdentityManagement.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class IamCorrections
{
    private const string Table = "arn:aws:dynamodb:us-west-2:123456789012:table/orders";

    [Correction("SimulatePrincipalPolicy: explicit deny, else allow, else nothing")]
    public static async Task Decisions(AwsClients aws)
    {
        var role = await RoleAsync(aws, $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"dynamodb:Get*","Resource":"{{Table}}"},
              {"Effect":"Deny","Action":"dynamodb:DeleteTable","Resource":"*"},
              {"Effect":"Allow","Action":"dynamodb:DeleteTable","Resource":"*"}]}
            """);
        Assert.Equal("allowed", await DecideAsync(aws, role, "dynamodb:GetItem", Table));
        Assert.Equal("implicitDeny", await DecideAsync(aws, role, "dynamodb:GetItem", Table + "2"));
        Assert.Equal("implicitDeny", await DecideAsync(aws, role, "dynamodb:PutItem", Table));
        Assert.Equal("explicitDeny", await DecideAsync(aws, role, "dynamodb:DeleteTable", Table));
    }

    [Correction("SimulatePrincipalPolicy evaluates conditions and names the keys it lacks")]
    public static async Task Conditions(AwsClients aws)
    {
        var role = await RoleAsync(aws, """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PassRole","Resource":"*",
              "Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}}}
            """);
        var request = new SimulatePrincipalPolicyRequest { PolicySourceArn = role, ActionNames = ["iam:PassRole"] };
        var without = (await aws.Iam.SimulatePrincipalPolicyAsync(request)).EvaluationResults.Single();
        Assert.Equal(("implicitDeny", "iam:PassedToService"), (without.EvalDecision.Value, without.MissingContextValues.Single()));
        request.ContextEntries = [new ContextEntry { ContextKeyName = "iam:PassedToService", ContextKeyType = "string", ContextKeyValues = ["lambda.amazonaws.com"] }];
        Assert.Equal("allowed", (await aws.Iam.SimulatePrincipalPolicyAsync(request)).EvaluationResults.Single().EvalDecision.Value);
    }

    [Correction("A role can have AWS's managed policies")]
    public static async Task Managed(AwsClients aws)
    {
        var role = await RoleAsync(aws, """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}}""");
        await aws.QueryAsync(
            "iam",
            ("Action", "AttachRolePolicy"),
            ("Version", "2010-05-08"),
            ("RoleName", role[(role.LastIndexOf('/') + 1)..]),
            ("PolicyArn", "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"));
        Assert.Equal("allowed", await DecideAsync(aws, role, "logs:PutLogEvents", "*"));
    }

    private static async Task<string> RoleAsync(AwsClients aws, string policy)
    {
        var name = TestFunctions.NewName("role");
        var arn = await TestFunctions.RoleAsync(aws, name);
        await aws.Iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = name, PolicyName = "own", PolicyDocument = policy });
        return arn;
    }

    private static async Task<string> DecideAsync(AwsClients aws, string role, string action, string resource)
    {
        var answer = await aws.Iam.SimulatePrincipalPolicyAsync(
            new SimulatePrincipalPolicyRequest { PolicySourceArn = role, ActionNames = [action], ResourceArns = [resource] });
        return answer.EvaluationResults.Single().EvalDecision.Value;
    }
}
