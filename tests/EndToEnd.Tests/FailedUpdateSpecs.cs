using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>What Lambda does after it has answered: updates that fail afterwards, aliases that move late.</summary>
[Collection(Machines.Transactions)]
public sealed class FailedUpdateSpecs(RunningMachine running) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly UnsignedCalls _calls = new(running.Host);

    [Fact]
    public async Task A_release_mends_a_function_whose_last_update_failed()
    {
        using var workload = await ReleasedAsync("mending");
        var function = workload.Functions[0];
        await UpdateWithKeyAsync(function, await _calls.CreateKeyAsync(disabled: true), LastUpdateStatus.Failed);
        workload.Replace("functions/hello/app.py", "import os", "import os  # and nothing else");

        (await running.RunAsync("release", "--workload", workload.File, "--id", "mending-2")).MustEndWith(0);

        Assert.Equal(LastUpdateStatus.Successful, (await ReadAsync(function)).LastUpdateStatus);
        Assert.Equal("2", (await AliasAsync(function)).FunctionVersion);
    }

    [Fact]
    public async Task A_release_whose_own_update_fails_says_why_and_is_rolled_back()
    {
        using var workload = await ReleasedAsync("broken");
        var live = new LiveReader(running, workload);
        var key = await _calls.CreateKeyAsync(disabled: false);
        await UpdateWithKeyAsync(workload.Functions[0], key, LastUpdateStatus.Successful);
        await _calls.DisableKeyAsync(key);
        var before = await live.FunctionsAsync();
        workload.Replace("coderipple.json", "{ \"STAGE\"", "{ \"GREETING\": \"Hi\", \"STAGE\"");

        var refused = (await running.RunAsync("release", "--workload", workload.File, "--id", "broken-2")).MustEndWith(1);

        Assert.Contains("the KMS key used is disabled", refused.Output, StringComparison.Ordinal);
        Assert.Equal(before, await live.FunctionsAsync());
        Assert.Equal("RolledBack", (string?)(await live.RecordAsync("broken-2"))!["status"]);
    }

    [Fact]
    public async Task An_alias_with_provisioned_concurrency_moves_and_comes_back()
    {
        using var workload = await ReleasedAsync("warm");
        var function = workload.Functions[0];
        await _calls.RestAsync(
            HttpMethod.Put,
            "lambda",
            $"/2019-09-30/functions/{function}/provisioned-concurrency?Qualifier=live",
            new JsonObject { ["ProvisionedConcurrentExecutions"] = 1 }
        );
        workload.Replace("functions/hello/app.py", "import os", "import os  # and nothing else");

        (await running.RunAsync("release", "--workload", workload.File, "--id", "warm-2")).MustEndWith(0);
        await AssertPointsAloneToAsync("2");
        (await running.RunAsync("rollback", "--application", "warm", "--reason", "a drill")).MustEndWith(0);
        await AssertPointsAloneToAsync("1");

        async Task AssertPointsAloneToAsync(string version)
        {
            var alias = await AliasAsync(function);
            Assert.Equal(version, alias.FunctionVersion);
            Assert.Empty(alias.RoutingConfig?.AdditionalVersionWeights ?? []);
        }
    }

    public void Dispose() => _calls.Dispose();

    private async Task<ShopWorkload> ReleasedAsync(string application)
    {
        var workload = await ShopWorkload.InstallAsync(running, application);
        (await running.RunAsync("release", "--workload", workload.File, "--id", $"{application}-1")).MustEndWith(0);
        return workload;
    }

    private Task<GetFunctionConfigurationResponse> ReadAsync(string function) =>
        running.Clients.Lambda.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = function });

    private Task<GetAliasResponse> AliasAsync(string function) =>
        running.Clients.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = function, Name = "live" });

    private async Task UpdateWithKeyAsync(string function, string key, LastUpdateStatus end)
    {
        await running.Clients.Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest { FunctionName = function, KMSKeyArn = key }
        );
        using var deadline = new CancellationTokenSource(Coderipple.Deadline, TimeProvider.System);
        LastUpdateStatus status;
        while ((status = (await ReadAsync(function)).LastUpdateStatus) == LastUpdateStatus.InProgress)
            await Task.Delay(Pause, TimeProvider.System, deadline.Token);
        Assert.Equal(end, status);
    }
}
