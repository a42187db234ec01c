using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaPolicyCorrections
{
    [Correction("A permission belongs to the qualifier it was added with")]
    public static async Task Qualifier(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await PermitAsync(aws, name, "for-live", "live");
        var policy = await aws.Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name, Qualifier = "live" });
        Assert.Contains($"function:{name}:live", policy.Policy, StringComparison.Ordinal);
        await Refused.ByAsync(
            "ResourceNotFoundException",
            404,
            () => aws.Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name })
        );
    }

    [Correction("A statement id is used once per policy")]
    public static async Task Duplicate(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await PermitAsync(aws, name, "same", "live");
        await PermitAsync(aws, name, "same", null);
        await Refused.ByAsync("ResourceConflictException", 409, () => PermitAsync(aws, name, "same", "live"));
    }

    [Correction("A policy has at most 20,480 bytes; the statement that would be too much is not there")]
    public static async Task Size(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        var added = 0;
        var refusal = await Assert.ThrowsAsync<PolicyLengthExceededException>(async () =>
        {
            for (; added < 200; added++)
                await PermitAsync(aws, name, $"statement-{added:000}-{new string('x', 80)}", "live");
        });
        var policy = await aws.Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name, Qualifier = "live" });
        var statements = JsonNode.Parse(policy.Policy)!["Statement"]!.AsArray();
        Assert.Equal(added, statements.Count);
        var one = statements[0]!.ToJsonString().Length + 1;
        Assert.InRange(JsonNode.Parse(policy.Policy)!.ToJsonString().Length, 20_480 - one, 20_480);
        Assert.Matches(@"^The final policy size \(\d+\) is bigger than the limit \(20480\)\.$", refusal.Message);
    }

    [Correction("A function URL is of the function or of an alias, and each has one")]
    public static async Task Urls(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await CreateAsync("live");
        await Refused.ByAsync("ResourceConflictException", 409, () => CreateAsync("live"));
        await Refused.ByAsync("InvalidParameterValueException", 400, () => CreateAsync("1"));
        var urls = await aws.Lambda.ListFunctionUrlConfigsAsync(new ListFunctionUrlConfigsRequest { FunctionName = name });
        Assert.EndsWith($":{name}:live", Assert.Single(urls.FunctionUrlConfigs).FunctionArn, StringComparison.Ordinal);

        Task CreateAsync(string qualifier) =>
            aws.Lambda.CreateFunctionUrlConfigAsync(
                new CreateFunctionUrlConfigRequest
                {
                    FunctionName = name,
                    Qualifier = qualifier,
                    AuthType = FunctionUrlAuthType.AWS_IAM,
                }
            );
    }

    [Correction("There are no permissions on $LATEST")]
    public static async Task Latest(AwsClients aws)
    {
        var name = await TestFunctions.CreateAsync(aws);
        await Refused.ByAsync("InvalidParameterValueException", 400, () => PermitAsync(aws, name, "latest", "$LATEST"));
    }

    [Correction("RemovePermission works on the qualifier's own policy, with the RevisionId of that policy")]
    public static async Task Remove(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await PermitAsync(aws, name, "same", "live");
        await PermitAsync(aws, name, "same", null);
        var remove = new RemovePermissionRequest
        {
            FunctionName = name,
            Qualifier = "live",
            StatementId = "same",
            RevisionId = "stale",
        };
        await Refused.ByAsync("PreconditionFailedException", 412, () => aws.Lambda.RemovePermissionAsync(remove));
        remove.RevisionId = (await aws.Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name, Qualifier = "live" })).RevisionId;
        await aws.Lambda.RemovePermissionAsync(remove);
        Assert.Contains(
            "same",
            (await aws.Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name })).Policy,
            StringComparison.Ordinal
        );
    }

    [Correction("The policy of an alias goes with the alias")]
    public static async Task Deleted_alias(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await PermitAsync(aws, name, "for-live", "live");
        await aws.Lambda.DeleteAliasAsync(new DeleteAliasRequest { FunctionName = name, Name = "live" });
        await aws.Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "1",
            }
        );
        await Refused.ByAsync(
            "ResourceNotFoundException",
            404,
            () => aws.Lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name, Qualifier = "live" })
        );
    }

    private static Task PermitAsync(AwsClients aws, string name, string id, string? qualifier) =>
        aws.Lambda.AddPermissionAsync(
            new AddPermissionRequest
            {
                FunctionName = name,
                Qualifier = qualifier,
                StatementId = id,
                Action = "lambda:InvokeFunction",
                Principal = "events.amazonaws.com",
            }
        );
}
