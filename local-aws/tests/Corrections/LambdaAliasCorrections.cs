using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class LambdaAliasCorrections
{
    [Correction("A weight must name a published version that exists")]
    public static async Task Unknown_version(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await Refused.ByAsync("ResourceNotFoundException", 404, () => WeighAsync(aws, name, ("9", 0.1)));
        await Refused.ByAsync("InvalidParameterValueException", 400, () => WeighAsync(aws, name, ("$LATEST", 0.1)));
    }

    [Correction("A weight is between 0 and 1")]
    public static async Task Range(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await Refused.ByAsync("ValidationException", 400, () => WeighAsync(aws, name, ("2", 1.5)));
    }

    [Correction("An alias has at most one additional version, and not the one it points to")]
    public static async Task Two_versions(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws, versions: 3);
        await Refused.ByAsync("InvalidParameterValueException", 400, () => WeighAsync(aws, name, ("2", 0.1), ("3", 0.1)));
        await Refused.ByAsync("InvalidParameterValueException", 400, () => WeighAsync(aws, name, ("1", 0.1)));
    }

    [Correction("Both versions of an alias have the same execution role")]
    public static async Task Role(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws, versions: 1);
        var other = await TestFunctions.RoleAsync(aws, "other");
        await aws.Lambda.UpdateFunctionConfigurationAsync(new UpdateFunctionConfigurationRequest { FunctionName = name, Role = other });
        await aws.SettleAsync(name);
        var second = await TestFunctions.PublishAsync(aws, name, "with another role");
        await Refused.ByAsync("InvalidParameterValueException", 400, () => WeighAsync(aws, name, (second, 0.1)));
    }

    [Correction("Both versions of an alias have the same dead-letter queue")]
    public static async Task Dead_letters(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws, versions: 1);
        await aws.Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest
            {
                FunctionName = name,
                DeadLetterConfig = new DeadLetterConfig { TargetArn = "arn:aws:sqs:us-west-2:123456789012:dead" },
            }
        );
        await aws.SettleAsync(name);
        var second = await TestFunctions.PublishAsync(aws, name, "with a queue");
        await Refused.ByAsync("InvalidParameterValueException", 400, () => WeighAsync(aws, name, (second, 0.1)));
    }

    [Correction("UpdateAlias without RoutingConfig keeps the weights, an empty one clears them; it answers 200")]
    public static async Task Kept_and_cleared(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await WeighAsync(aws, name, ("2", 0.1));
        var path = $"/2015-03-31/functions/{name}/aliases/live";
        var kept = await aws.JsonAsync("lambda", HttpMethod.Put, path, new { Description = "only this" });
        Assert.Equal((200, 0.1), ((int)kept.Status, (double?)kept.Json["RoutingConfig"]?["AdditionalVersionWeights"]?["2"]));
        var cleared = await aws.JsonAsync(
            "lambda",
            HttpMethod.Put,
            path,
            new { RoutingConfig = new { AdditionalVersionWeights = new { } } }
        );
        Assert.Null(cleared.Json["RoutingConfig"]);
    }

    [Correction("A second alias of the same name is a ResourceConflictException")]
    public static async Task Duplicate(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await Refused.ByAsync(
            "ResourceConflictException",
            409,
            () =>
                aws.Lambda.CreateAliasAsync(
                    new CreateAliasRequest
                    {
                        FunctionName = name,
                        Name = "live",
                        FunctionVersion = "2",
                    }
                )
        );
    }

    [Correction("An alias is not named like a version")]
    public static async Task Name(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await Refused.ByAsync(
            "ValidationException",
            400,
            () =>
                aws.Lambda.CreateAliasAsync(
                    new CreateAliasRequest
                    {
                        FunctionName = name,
                        Name = "7",
                        FunctionVersion = "1",
                    }
                )
        );
    }

    [Correction("ListAliases shows only the aliases that may run the version that was asked for")]
    public static async Task List(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        await aws.Lambda.CreateAliasAsync(
            new CreateAliasRequest
            {
                FunctionName = name,
                Name = "next",
                FunctionVersion = "2",
            }
        );
        var aliases = await aws.Lambda.ListAliasesAsync(new ListAliasesRequest { FunctionName = name, FunctionVersion = "2" });
        Assert.Equal(["next"], aliases.Aliases.Select(alias => alias.Name));
    }

    [Correction("DeleteAlias answers 204")]
    public static async Task Delete(AwsClients aws)
    {
        var name = await TestFunctions.CreateWithAliasAsync(aws);
        var answer = await aws.JsonAsync("lambda", HttpMethod.Delete, $"/2015-03-31/functions/{name}/aliases/live");
        Assert.Equal(204, (int)answer.Status);
    }

    private static Task WeighAsync(AwsClients aws, string name, params (string Version, double Weight)[] weights) =>
        aws.Lambda.UpdateAliasAsync(
            new UpdateAliasRequest
            {
                FunctionName = name,
                Name = "live",
                FunctionVersion = "1",
                RoutingConfig = new AliasRoutingConfiguration
                {
                    AdditionalVersionWeights = weights.ToDictionary(pair => pair.Version, pair => pair.Weight),
                },
            }
        );
}
