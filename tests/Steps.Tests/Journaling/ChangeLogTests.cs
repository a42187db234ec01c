using System.Text.Json.Nodes;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Resources;
using CodeRipple.Workflow.Steps.Tests.Fakes;
using CodeRipple.Workflow.Steps.Tests.Rollback;

namespace CodeRipple.Workflow.Steps.Tests.Journaling;

/// <summary>The log shows a release's story: two lines for every change.</summary>
public sealed class ChangeLogTests : IAsyncLifetime, IDisposable
{
    private readonly World _world = new();

    public async Task InitializeAsync()
    {
        await _world.HasLiveFunctionAsync();
        _world.Lambda.Latest("orders").Environment = new EnvironmentResponse { Variables = new() { ["DB_PASSWORD"] = "hunter22" } };
        var variables = new Dictionary<string, string> { ["DB_PASSWORD"] = "hunter33" };
        await _world.StartAsync(
            Shop.Request(_world.Function(layers: "shared") with { Environment = variables }) with
            {
                Layers = [_world.Layer()],
                Accept = ["edited:orders"],
            }
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_change_has_a_line_when_it_begins_and_one_when_it_ended()
    {
        await ShiftAsync(() => _world.Time.Now += TimeSpan.FromMilliseconds(40));

        Assert.Equal(
            """
            {"timestamp":"2026-11-21T10:00:00.000Z","level":"INFO","message":"change begins",
            "release":"r1","application":"shop","resource":"alias:orders:live","change":"traffic"}
            {"timestamp":"2026-11-21T10:00:00.040Z","level":"INFO","message":"change ended",
            "release":"r1","application":"shop","resource":"alias:orders:live","change":"traffic","durationMs":40,"outcome":"changed"}
            """.ReplaceLineEndings(""),
            string.Concat(_world.ChangeLines)
        );
    }

    [Fact]
    public async Task What_is_as_wanted_has_the_two_lines_too()
    {
        _world.Lambda.HasAlias("orders", "2");

        await ShiftAsync();

        Assert.Equal(["alias:orders:live traffic begins", "alias:orders:live traffic INFO already as wanted"], Story());
    }

    [Fact]
    public async Task A_change_that_fails_says_with_which_error()
    {
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() =>
            ShiftAsync(() => throw new ResourceNotStabilizedException("being changed"))
        );

        Assert.Equal(["alias:orders:live traffic begins", "alias:orders:live traffic WARN failed ResourceNotStabilizedException"], Story());
    }

    [Fact]
    public async Task A_layer_a_version_and_the_end_of_a_probe_have_their_lines_too()
    {
        await _world.Get<PublishLayerStep>().PublishLayer(_world.Input("shared"));
        await _world.Get<PublishLayerStep>().PublishLayer(_world.Input("shared"));
        await _world.UpdateAsync("orders");
        await _world.Get<PublishVersionStep>().PublishVersion(_world.Input("orders"));
        await _world.Get<DeleteProbeStep>().DeleteProbe(_world.Input("shop-probe-1"));

        Assert.Equal(
            [
                "layer:shared layerPublication INFO changed",
                "layer:shared layerPublication INFO already as wanted",
                "function-configuration:orders functions INFO changed",
                "function-code:orders functions INFO changed",
                "function:orders versionPublication INFO changed",
                "function:shop-probe-1 probeDeletion INFO already as wanted",
            ],
            Story().Where(line => !line.EndsWith(" begins", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_revert_has_its_lines_under_the_release_that_it_undoes()
    {
        await ShiftAsync();
        var reported = _world.ChangeLines.Count;

        await _world.RevertAsync();
        await _world.RevertAsync();

        Assert.Equal(
            [
                "alias:orders:live revert begins",
                "alias:orders:live revert INFO changed",
                "alias:orders:live revert begins",
                "alias:orders:live revert INFO already as wanted",
            ],
            Story().Skip(reported)
        );
        Assert.All(_world.ChangeLines, line => Assert.Equal("r1", (string?)JsonNode.Parse(line)!["release"]));
    }

    [Fact]
    public async Task A_revert_that_does_not_succeed_says_why_by_the_kind_of_error()
    {
        await ShiftAsync();
        var reported = _world.ChangeLines.Count;
        _world.Lambda.Refuses("UpdateAlias", new InvalidOperationException("not authorized"));
        await _world.RevertAsync();
        _world.Lambda.RefusesNothing();
        _world.Lambda.HasAlias("orders", "9");
        await _world.RevertAsync();

        Assert.Equal(
            [
                "alias:orders:live revert WARN failed InvalidOperationException",
                "alias:orders:live revert WARN failed DriftDetectedException",
            ],
            Story().Skip(reported).Where(line => !line.EndsWith(" begins", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task No_line_holds_the_value_of_an_environment_variable_not_even_when_its_change_fails()
    {
        await _world.Get<PublishLayerStep>().PublishLayer(_world.Input("shared"));
        _world.Lambda.Refuses("UpdateFunctionConfiguration", new ResourceNotStabilizedException("died here"));
        await Assert.ThrowsAsync<ResourceNotStabilizedException>(() => UpdateAsync());
        _world.Lambda.RefusesNothing();
        _world.Lambda.Latest("orders").MemorySize = 999;

        // Its message has both states, with their variables.
        await Assert.ThrowsAsync<DriftDetectedException>(() => UpdateAsync());

        Assert.Contains("function-configuration:orders functions WARN failed DriftDetectedException", Story());
        Assert.All(_world.ChangeLines, line => Assert.DoesNotContain("hunter", line, StringComparison.Ordinal));
    }

    private Task<ItemResult> UpdateAsync() => _world.Get<UpdateConfigurationStep>().UpdateConfiguration(_world.Input("orders"));

    private Task<bool> ShiftAsync(Action? meanwhile = null)
    {
        var change = _world.Get<AliasResource>().ChangeTo(JournalPhase.Traffic, "orders:live", AliasTarget.AllTo("2"));
        return _world
            .Get<Changes>()
            .ApplyAsync(
                _world.Release,
                change with
                {
                    MakeAsync = current =>
                    {
                        meanwhile?.Invoke();
                        return change.MakeAsync(current);
                    },
                }
            );
    }

    private IEnumerable<string> Story() =>
        _world
            .ChangeLines.Select(text => JsonNode.Parse(text)!)
            .Select(line =>
            {
                var end = line["outcome"] is { } outcome ? $"{line["level"]} {outcome} {line["errorType"]}" : "begins";
                return $"{line["resource"]} {line["change"]} {end}".TrimEnd();
            });
}
