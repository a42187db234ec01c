using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaRoleCorrections
{
    private const string Unknown = "The role defined for the function cannot be assumed by Lambda.";

    [Correction("Lambda does not know a role that was made a moment ago")]
    public static async Task New_role(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Role = await CreateAsync(aws, "lambda.amazonaws.com");
        await RefusedAsync(() => aws.Lambda.CreateFunctionAsync(request));
        await aws.SettleRoleAsync(request.Role);
        await aws.Lambda.CreateFunctionAsync(request);
    }

    [Correction("A function is not changed to a role that Lambda does not know yet")]
    public static async Task Update(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        var update = new UpdateFunctionConfigurationRequest { FunctionName = name, Role = await CreateAsync(aws, "lambda.amazonaws.com") };
        await RefusedAsync(() => aws.Lambda.UpdateFunctionConfigurationAsync(update));
        await aws.SettleRoleAsync(update.Role);
        Assert.Equal(update.Role, (await aws.Lambda.UpdateFunctionConfigurationAsync(update)).Role);
    }

    [Correction("For a moment Lambda goes by the trust policy that a role had before")]
    public static async Task New_trust(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Role = await CreateAsync(aws, "states.amazonaws.com");
        await aws.SettleRoleAsync(request.Role);
        await TrustAsync(aws, "UpdateAssumeRolePolicy", "PolicyDocument", request.Role, "lambda.amazonaws.com");
        await RefusedAsync(() => aws.Lambda.CreateFunctionAsync(request));
        await aws.SettleRoleAsync(request.Role);
        await aws.Lambda.CreateFunctionAsync(request);
    }

    [Correction("Lambda never assumes a role that does not trust it")]
    public static async Task No_trust(AwsClients aws)
    {
        var request = await TestFunctions.RequestAsync(aws);
        request.Role = await CreateAsync(aws, "states.amazonaws.com");
        await aws.SettleRoleAsync(request.Role);
        await RefusedAsync(() => aws.Lambda.CreateFunctionAsync(request));
    }

    private static async Task RefusedAsync(Func<Task> call) =>
        Assert.Equal(Unknown, (await Assert.ThrowsAsync<InvalidParameterValueException>(call)).Message);

    /// <summary>A role that Lambda does not know yet; answers its ARN.</summary>
    private static async Task<string> CreateAsync(AwsClients aws, string service)
    {
        var arn = "arn:aws:iam::123456789012:role/" + TestFunctions.NewName("role");
        await TrustAsync(aws, "CreateRole", "AssumeRolePolicyDocument", arn, service);
        return arn;
    }

    private static async Task TrustAsync(AwsClients aws, string operation, string parameter, string arn, string service)
    {
        var trust = $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"{{service}}"} } }
            """;
        var answer = await aws.QueryAsync(
            "iam",
            ("Action", operation),
            ("Version", "2010-05-08"),
            ("RoleName", arn[(arn.LastIndexOf('/') + 1)..]),
            (parameter, trust)
        );
        Assert.Equal(200, (int)answer.Status);
    }
}
