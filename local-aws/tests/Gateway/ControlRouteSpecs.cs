using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway;

public sealed class ControlRouteSpecs : IAsyncLifetime
{
    private TestGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Health_returns_who_answers()
    {
        var health = await GetAsync("/_local/health");
        Assert.Equal("""{"Id":"test","Region":"us-west-2","Launcher":"running"}""", health.ToJsonString());
    }

    [Fact]
    public async Task What_functions_really_ran_on_can_be_read()
    {
        var used = Assert.Single((await GetAsync("/_local/runtimes")).AsArray())!;
        Assert.Equal(("python3.13", "python 3.11.7"), ((string?)used["Runtime"], (string?)used["Interpreter"]));
        Assert.Equal(("arm64", "x86_64", false), ((string?)used["Architecture"], (string?)used["Machine"], (bool)used["AsDeclared"]!));
    }

    [Fact]
    public async Task Faults_are_set_read_and_removed()
    {
        Assert.Equal(
            HttpStatusCode.Accepted,
            await PostAsync("/_local/faults", """{"Service":"lambda","Operation":"UpdateAlias","Call":2,"Kind":"replyLost"}""")
        );
        var fault = Assert.Single((await GetAsync("/_local/faults")).AsArray())!;
        Assert.Equal(("replyLost", 2), ((string?)fault["Kind"], (int)fault["Call"]!));
        using var removed = await _gateway.Http.DeleteAsync(new Uri("/_local/faults", UriKind.Relative));
        Assert.Empty((await GetAsync("/_local/faults")).AsArray());
    }

    [Theory]
    [InlineData("""{"Service":"lambda","Operation":"UpdateAlias","Kind":"explode"}""")]
    [InlineData("""{"Service":"lambda","Operation":"UpdateAlias","Kind":"error","Nth":2}""")]
    [InlineData("""{"Service":"lambda","Kind":"error"}""")]
    [InlineData("""{"Service":"lambda","Operation":"UpdateAlias","Kind":"error","Call":0}""")]
    [InlineData("null")]
    public async Task A_fault_that_makes_no_sense_is_refused(string json) =>
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("/_local/faults", json));

    [Fact]
    public async Task Calls_are_listed_until_they_are_removed()
    {
        using var call = await _gateway.SendAsync("GET", "/2015-03-31/functions/f", "lambda");
        var listed = Assert.Single((await GetAsync("/_local/calls")).AsArray())!;
        Assert.Equal(("lambda", "GetFunction", 200), ((string?)listed["Service"], (string?)listed["Operation"], (int)listed["Status"]!));
        using var removed = await _gateway.Http.DeleteAsync(new Uri("/_local/calls", UriKind.Relative));
        Assert.Empty((await GetAsync("/_local/calls")).AsArray());
    }

    [Fact]
    public async Task A_schedule_is_fired_by_the_launcher()
    {
        await PostAsync("/_local/schedules/fire", """{"Name":"nightly"}""");
        var received = Assert.Single(_gateway.Moto.Received);
        Assert.Equal(("/moto-api/local/fire", "nightly"), (received.RawTarget, (string?)received.Json["Name"]));
    }

    [Fact]
    public async Task What_the_launcher_refuses_is_passed_on()
    {
        _gateway.Moto.Reply(404, """{"Message":"no rule or schedule nightly"}""");
        using var response = await _gateway.Http.PostAsJsonAsync(
            new Uri("/_local/schedules/fire", UriKind.Relative),
            new { Name = "nightly" }
        );
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("nightly", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_route_says_so()
    {
        using var response = await _gateway.Http.GetAsync(new Uri("/_local/nothing", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<JsonNode> GetAsync(string path) =>
        (await _gateway.Http.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;

    private async Task<HttpStatusCode> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, null, "application/json");
        using var response = await _gateway.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return response.StatusCode;
    }
}
