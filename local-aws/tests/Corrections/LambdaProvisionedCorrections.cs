using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>Provisioned concurrency, and what it does to an alias that moves.</summary>
internal static class LambdaProvisionedCorrections
{
    [Correction("Without provisioned concurrency the answer is ProvisionedConcurrencyConfigNotFoundException")]
    public static async Task Absent(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await Refused.ByAsync(
            "ProvisionedConcurrencyConfigNotFoundException",
            404,
            () =>
                aws.Lambda.GetProvisionedConcurrencyConfigAsync(
                    new GetProvisionedConcurrencyConfigRequest { FunctionName = name, Qualifier = "live" }
                )
        );
    }

    [Correction("Provisioned concurrency is IN_PROGRESS before it is READY, and can be listed and deleted")]
    public static async Task Life(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        var put = await PutAsync(aws, name, "live", 5);
        Assert.Equal((5, 0, "IN_PROGRESS"), (Number(put, "Requested"), Number(put, "Available"), (string?)put.Json["Status"]));
        await aws.SettleAsync(name);
        var read = await ReadAsync(aws, name, "live");
        Assert.Equal((5, 5, "READY"), (Number(read, "Requested"), Number(read, "Available"), (string?)read.Json["Status"]));
        var listed = (await aws.JsonAsync("lambda", HttpMethod.Get, Path(name) + "?List=ALL")).Json[
            "ProvisionedConcurrencyConfigs"
        ]!.AsArray();
        Assert.EndsWith($":{name}:live", (string)Assert.Single(listed)!["FunctionArn"]!, StringComparison.Ordinal);
        Assert.Equal(204, (int)(await aws.JsonAsync("lambda", HttpMethod.Delete, Path(name) + "?Qualifier=live")).Status);
        Assert.Equal(404, (int)(await ReadAsync(aws, name, "live")).Status);
    }

    [Correction("Provisioned concurrency is for published versions")]
    public static async Task Latest(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await RefusedAsync(
            "Provisioned Concurrency Configs cannot be applied to unpublished function versions.",
            400,
            aws,
            name,
            "$LATEST"
        );
    }

    [Correction("An alias with weights takes no provisioned concurrency")]
    public static async Task Weights(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await MoveAsync(aws, name, "1", new() { ["2"] = 0.1 });
        await RefusedAsync("Alias with weights can not be used with Provisioned Concurrency", 400, aws, name, "live");
    }

    [Correction("A version and its alias do not both have provisioned concurrency")]
    public static async Task Twice(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await PutAsync(aws, name, "live", 1);
        await RefusedAsync("Version is pointed by a Provisioned Concurrency alias", 409, aws, name, "1");
        await PutAsync(aws, name, "2", 1);
        await aws.Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "next",
                FunctionVersion = "2",
            }
        );
        await RefusedAsync(
            "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
            409,
            aws,
            name,
            "next"
        );
    }

    [Correction("Provisioned concurrency is not more than what is reserved for the function")]
    public static async Task Reserved(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await aws.Lambda.PutFunctionConcurrencyAsync(
            new PutFunctionConcurrencyRequest { FunctionName = name, ReservedConcurrentExecutions = 3 }
        );
        await PutAsync(aws, name, "2", 2);
        await RefusedAsync(
            "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function",
            400,
            aws,
            name,
            "live",
            wanted: 2
        );
    }

    [Correction("An alias that moves sends its calls to the old version until the new one has its provisioned concurrency")]
    public static async Task Move(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await PutAsync(aws, name, "live", 1);
        await aws.SettleAsync(name);
        var moved = await MoveAsync(aws, name, "2", []);
        Assert.Equal(("2", 1.0), (moved.FunctionVersion, moved.RoutingConfig?.AdditionalVersionWeights?.GetValueOrDefault("1")));
        Assert.Equal("IN_PROGRESS", (string?)(await ReadAsync(aws, name, "live")).Json["Status"]);
        await aws.SettleAsync(name);
        var arrived = await aws.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = name, Name = "live" });
        Assert.Equal("2", arrived.FunctionVersion);
        Assert.Empty(arrived.RoutingConfig?.AdditionalVersionWeights ?? []);
        Assert.NotEqual(moved.RevisionId, arrived.RevisionId);
    }

    private static string Path(string name) => $"/2019-09-30/functions/{name}/provisioned-concurrency";

    private static int? Number(Answer answer, string which) => (int?)answer.Json[which + "ProvisionedConcurrentExecutions"];

    private static Task<Answer> PutAsync(AwsClients aws, string name, string qualifier, int wanted) =>
        aws.JsonAsync("lambda", HttpMethod.Put, $"{Path(name)}?Qualifier={qualifier}", new { ProvisionedConcurrentExecutions = wanted });

    private static Task<Answer> ReadAsync(AwsClients aws, string name, string qualifier) =>
        aws.JsonAsync("lambda", HttpMethod.Get, $"{Path(name)}?Qualifier={qualifier}");

    private static async Task RefusedAsync(string message, int status, AwsClients aws, string name, string qualifier, int wanted = 1)
    {
        var answer = await PutAsync(aws, name, qualifier, wanted);
        Assert.Equal((status, message), ((int)answer.Status, (string?)(answer.Json["message"] ?? answer.Json["Message"])));
    }

    private static Task<UpdateAliasResponse> MoveAsync(AwsClients aws, string name, string version, Dictionary<string, double> weights) =>
        aws.Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = version,
                RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = weights },
            }
        );
}
