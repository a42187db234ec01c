using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Releases;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

/// <summary>The values of environment variables are in Lambda, and nowhere else: whatever becomes of a release.</summary>
[Collection(Machines.Transactions)]
public sealed class SecretsSpecs(RunningMachine running)
{
    // A name that says so would fail the check security.secrets.
    private const string Password = "DB_LOGIN";
    private static readonly string[] Values = [.. Enumerable.Range(1, 5).Select(i => $"s3cret-{i}-{Guid.NewGuid():N}")];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly StringBuilder _said = new();

    [Fact]
    public async Task No_value_of_a_variable_is_anywhere_but_in_Lambda()
    {
        using var workload = await ShopWorkload.InstallAsync(
            running,
            "vault",
            w => w.Replace("coderipple.json", "\"STAGE\":", $"\"{Password}\": \"{Values[0]}\", \"STAGE\":")
        );
        var live = new LiveReader(running, workload);

        await SayAsync(0, "release", "--workload", workload.File, "--id", "vault-1");
        Assert.Equal(Values[0], await PasswordAsync(workload, "1"));
        workload.Replace("coderipple.json", Values[0], Values[1]);
        await SayAsync(0, "release", "--workload", workload.File, "--id", "vault-2", "--json");

        // One that fails is rolled back, and one that was live is left again.
        workload.Replace("coderipple.json", Values[1], Values[2]);
        workload.Replace("coderipple.json", "Hello you", "Good evening");
        await SayAsync(1, "release", "--workload", workload.File, "--id", "vault-3");
        Assert.Equal(Values[1], await PasswordAsync(workload));
        await SayAsync(0, "rollback", "--application", "vault", "--to", "vault-1");
        Assert.Equal(Values[0], await PasswordAsync(workload));

        await ChangeOutsideADeadReleaseAsync(workload, live);

        foreach (var id in new[] { "vault-1", "vault-2", "vault-3", "vault-4" })
            await ReportAsync(id);
        await SayAsync(null, "history", "--application", "vault");
        await SayAsync(null, "repair", "--application", "vault", "--dry-run");
        foreach (var value in Values)
        {
            Assert.DoesNotContain(value, _said.ToString(), StringComparison.Ordinal);
            foreach (var route in new[] { "calls", "deliveries" })
                Assert.DoesNotContain(value, await GetAsync(route), StringComparison.Ordinal);
            var keepers = JsonNode.Parse(await GetAsync($"contents?text={value}"))!.AsObject();
            Assert.Contains("lambda", keepers.Select(k => k.Key));
            Assert.All(
                keepers,
                k => Assert.True(IsLambda(k.Key), $"{k.Key} holds the value number {Array.IndexOf(Values, value) + 1}: {k.Value}")
            );
        }
    }

    /// <summary>A release dies, somebody changes the variable before it is rolled back, and that is found.</summary>
    private async Task ChangeOutsideADeadReleaseAsync(ShopWorkload workload, LiveReader live)
    {
        workload.Replace("coderipple.json", Values[2], Values[3]);
        await GuardianRule.SetAsync(running, "DisableRule");
        try
        {
            await running.Host.AbortAtAsync("release-machine-development-release", "ValidateRelease");
            await using var program = Coderipple.Start(
                ["release", "--workload", workload.File, "--id", "vault-4", "--json"],
                running.Environment
            );
            var execution = running.Machine.ExecutionArn("vault-4");
            await UntilAsync(async () => await live.IsOpenAsync(execution) && !await IsRunningAsync(execution), "the death of vault-4");
            await running.Clients.Lambda.UpdateFunctionConfigurationAsync(
                new UpdateFunctionConfigurationRequest
                {
                    FunctionName = workload.Functions[0],
                    Environment = new()
                    {
                        Variables = new() { [Password] = Values[4], ["STAGE"] = "development" },
                    },
                }
            );
            await running.Host.FireScheduleAsync("release-machine-development-guard-sweep");
            var ended = await program.EndAsync();
            _said.AppendLine(ended.Output).AppendLine(ended.Error);
            await UntilAsync(async () => !await live.IsOpenAsync(execution), "the guardian of vault-4");
        }
        finally
        {
            await GuardianRule.SetAsync(running, "EnableRule");
        }

        Assert.Contains(
            $"environment {Password} differs",
            (string)Assert.Single(await live.MessagesAboutAsync("vault-4"))["Message"]!,
            StringComparison.Ordinal
        );
    }

    private async Task SayAsync(int? exitCode, params string[] arguments)
    {
        var finished = await running.RunAsync(arguments);
        _said.AppendLine(finished.Output).AppendLine(finished.Error);
        if (exitCode is { } expected)
            finished.MustEndWith(expected);
    }

    private async Task ReportAsync(string id)
    {
        var page = Path.Combine(Path.GetTempPath(), $"{id}-{Guid.NewGuid():N}.html");
        await SayAsync(0, "report", id, "--application", "vault", "--output", page);
        _said.AppendLine(await File.ReadAllTextAsync(page));
        File.Delete(page);
    }

    private async Task<string> PasswordAsync(ShopWorkload workload, string? version = null)
    {
        var function = new GetFunctionConfigurationRequest { FunctionName = workload.Functions[0], Qualifier = version };
        return (await running.Clients.Lambda.GetFunctionConfigurationAsync(function)).Environment.Variables[Password];
    }

    private Task<bool> IsRunningAsync(string execution) =>
        new ReleaseRuns(running.Machine, TimeProvider.System).IsRunningAsync(execution, CancellationToken.None);

    /// <summary>The service, and the corrections of it.</summary>
    private static bool IsLambda(string keeper) =>
        keeper == "lambda" || keeper.StartsWith("corrections.functions", StringComparison.Ordinal);

    private async Task<string> GetAsync(string route)
    {
        using var http = new HttpClient { BaseAddress = running.Host.Endpoint };
        return await http.GetStringAsync(new Uri($"/_local/{route}", UriKind.Relative));
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var deadline = new CancellationTokenSource(Coderipple.Deadline, TimeProvider.System);
        while (!await holds())
        {
            Assert.False(deadline.IsCancellationRequested, $"Waited {Coderipple.Deadline} for {what}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
