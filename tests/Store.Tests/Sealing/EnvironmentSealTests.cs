using System.Text.Json.Nodes;
using Amazon.KeyManagementService;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store.Tests.Sealing;

public sealed class EnvironmentSealTests
{
    private const string Secret = "correct horse battery staple";
    private readonly StoreInMemory _store = new();

    private EnvironmentSeal Seal => _store.Store.Seal;

    [Fact]
    public async Task A_sealed_value_says_nothing_and_opens_to_what_it_was()
    {
        await Seal.EnsureKeyAsync();
        var variables = new Dictionary<string, string> { ["DB_PASSWORD"] = Secret, ["EMPTY"] = "" };

        var kept = await Seal.SealAsync(variables);

        Assert.Equal(["DB_PASSWORD", "EMPTY"], kept.Keys);
        Assert.All(kept.Values, text => Assert.StartsWith("coderipple:sealed:1:", text, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, kept["DB_PASSWORD"], StringComparison.Ordinal);
        Assert.Equal(variables, await Seal.OpenAsync(kept));
    }

    [Fact]
    public async Task Two_processes_that_begin_at_once_seal_with_the_same_key()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => _store.Open()).ToList();

        await Task.WhenAll(stores.Select(s => s.Seal.EnsureKeyAsync()));

        var texts = await Task.WhenAll(stores.Select(s => s.Seal.SealAsync(Variables(Secret))));
        Assert.Single(texts.Select(t => t["DB_PASSWORD"]).Distinct());
    }

    [Fact]
    public async Task A_key_that_another_process_made_at_the_last_moment_is_the_one_that_counts()
    {
        var other = _store.Open();
        _store.Table.OnRead = _ =>
        {
            _store.Table.OnRead = _ => Task.CompletedTask;
            return other.Seal.EnsureKeyAsync();
        };

        await Seal.EnsureKeyAsync();

        Assert.Equal(await other.Seal.SealAsync(Variables(Secret)), await Seal.SealAsync(Variables(Secret)));
    }

    [Fact]
    public async Task Equal_values_of_one_variable_look_the_same_and_others_do_not()
    {
        await Seal.EnsureKeyAsync();

        var first = (await Seal.SealAsync(Variables(Secret)))["DB_PASSWORD"];

        Assert.Equal(first, (await Seal.SealAsync(Variables(Secret)))["DB_PASSWORD"]);
        Assert.NotEqual(first, (await Seal.SealAsync(Variables("another")))["DB_PASSWORD"]);
        Assert.NotEqual(first, (await Seal.SealAsync(new Dictionary<string, string> { ["OTHER"] = Secret }))["OTHER"]);
    }

    [Fact]
    public async Task A_process_asks_for_the_key_once_and_only_when_there_is_a_value()
    {
        await Seal.EnsureKeyAsync();
        await Seal.SealAsync(new Dictionary<string, string>());
        Assert.Equal(0, _store.Keys.Unwrapped);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Seal.SealAsync(Variables($"value {i}"))));

        Assert.Equal((1, 1), (_store.Keys.Made, _store.Keys.Unwrapped));
    }

    [Fact]
    public async Task A_process_that_could_not_get_the_key_asks_again_when_it_is_called_again()
    {
        await Seal.EnsureKeyAsync();
        _store.Keys.Error = new AmazonKeyManagementServiceException("Rate exceeded");
        await Assert.ThrowsAsync<AmazonKeyManagementServiceException>(() => Seal.SealAsync(Variables(Secret)));
        _store.Keys.Error = null;

        Assert.Equal(Variables(Secret), await Seal.OpenAsync(await Seal.SealAsync(Variables(Secret))));
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("sealed:v1:looks like ours")]
    [InlineData("")]
    public async Task In_a_request_every_value_is_sealed_once(string value)
    {
        var request = Request(value);

        var once = await Seal.SealAsync(request);
        var twice = await Seal.SealAsync(once);

        Assert.True(JsonNode.DeepEquals(once, twice));
        Assert.False(JsonNode.DeepEquals(request, once));
        Assert.True(JsonNode.DeepEquals(request, await Seal.OpenAsync(twice)));
    }

    [Theory]
    [InlineData("coderipple:sealed:1:")]
    [InlineData("coderipple:sealed:1:bm90IHNlYWxlZCBoZXJlIGF0IGFsbA==")]
    public async Task A_value_that_was_sealed_elsewhere_stays_as_it_is_until_it_is_opened_and_then_it_is_named_and_not_quoted(string value)
    {
        Assert.True(JsonNode.DeepEquals(Request(value), await Seal.SealAsync(Request(value))));

        // Also by the first request of all.
        var error = await Assert.ThrowsAsync<InvalidReleaseRequestException>(() => Seal.OpenAsync(Request(value)));

        Assert.Equal(
            "functions/0/environment/DB_PASSWORD: begins with coderipple:sealed:1: and was not sealed by ledger for this variable; "
                + "give the value itself",
            Assert.Single(error.Errors).ToString()
        );
    }

    [Fact]
    public async Task A_sealed_value_cannot_be_moved_to_another_variable_or_altered()
    {
        await Seal.EnsureKeyAsync();
        var text = (await Seal.SealAsync(Variables(Secret)))["DB_PASSWORD"];
        var altered = text[..^8] + (text[^8] == 'A' ? 'B' : 'A') + text[^7..];

        await Assert.ThrowsAsync<InvalidOperationException>(() => Seal.OpenAsync(new Dictionary<string, string> { ["GREETING"] = text }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Seal.OpenAsync(Variables(altered)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"functions":{"environment":{"A":"b"}}}""")]
    [InlineData("""{"functions":[null,{"environment":[]},{"environment":{"A":5}}]}""")]
    public async Task What_is_no_request_is_left_for_others_to_judge(string json)
    {
        var document = JsonNode.Parse(json);

        Assert.True(JsonNode.DeepEquals(document, await Seal.SealAsync(document)));
        Assert.Equal(0, _store.Keys.Made);
    }

    private static Dictionary<string, string> Variables(string value) => new() { ["DB_PASSWORD"] = value };

    private static JsonObject Request(string value) =>
        new() { ["functions"] = new JsonArray(new JsonObject { ["environment"] = new JsonObject { ["DB_PASSWORD"] = value } }) };
}
