using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

public sealed class LocalUpSpecs
{
    [Theory]
    [InlineData(2)]
    [InlineData(15)]
    public async Task Ctrl_C_ends_it_well_and_nothing_stays(int signal)
    {
        await using var program = Coderipple.Start(["local", "up", "--json"]);
        var id = await IdAsync(await program.ReadLineAsync());
        Assert.NotEmpty(Leftovers.Find(id));

        program.Signal(signal);

        (await program.EndAsync()).MustEndWith(0);
        Assert.Empty(Leftovers.Find(id));
    }

    [Fact]
    public async Task Nothing_stays_when_it_is_killed()
    {
        await using var program = Coderipple.Start(["local", "up", "--json"]);
        var id = await IdAsync(await program.ReadLineAsync());

        program.Signal(9);

        await program.EndAsync();
        await Leftovers.AssertNoneAsync(id);
    }

    [Fact]
    public async Task A_signal_while_it_starts_ends_it_too()
    {
        await using var program = Coderipple.Start(["local", "up"]);
        using var started = new CancellationTokenSource(Coderipple.Deadline);

        program.Signal(15);

        var run = await program.EndAsync();
        Assert.Contains(run.ExitCode, new[] { 130, 143 });
        Assert.Equal("", run.Output);
    }

    private static async Task<string> IdAsync(string answer)
    {
        using var http = new HttpClient();
        var health = await http.GetFromJsonAsync<JsonObject>($"{(string)JsonNode.Parse(answer)!["endpoint"]!}/_local/health");
        return (string)health!["Id"]!;
    }
}
