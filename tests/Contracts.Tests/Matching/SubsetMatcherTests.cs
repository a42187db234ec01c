using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts.Tests.Matching;

public sealed class SubsetMatcherTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":{"b":"x"}}""", """{"a":{"b":"x","c":true}}""")]
    [InlineData("""[2]""", """[1,2,3]""")]
    [InlineData("""[3,1]""", """[1,2,3]""")]
    [InlineData("""[{"id":2}]""", """[{"id":1},{"id":2,"name":"x"}]""")]
    [InlineData("[]", "[1]")]
    [InlineData("{}", """{"a":1}""")]
    [InlineData("null", "null")]
    [InlineData("1", "1.0")]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("""{"a":null}""", """{"b":1}""")]
    public void A_part_of_the_answer_is_enough(string expected, string actual) => Assert.Empty(Differences(expected, actual));

    [Fact]
    public void Text_that_holds_JSON_is_looked_into_where_an_object_or_array_is_expected()
    {
        const string answer = """{"statusCode":200,"body":"{\"items\":[{\"id\":7,\"price\":9}]}"}""";

        Assert.Empty(Differences("""{"statusCode":200,"body":{"items":[{"id":7}]}}""", answer));
        Assert.Equal(["body/total is absent, expected 9"], Differences("""{"body":{"total":9}}""", answer));
    }

    [Theory]
    [InlineData(
        """{"ok":true}""",
        """{"ok":false,"error":"no stock table"}""",
        "ok is false, expected true; it says error \"no stock table\""
    )]
    [InlineData(
        """{"statusCode":200}""",
        """{"statusCode":500,"body":"{\"message\":\"no \\\"stock\\\" + table\"}"}""",
        "statusCode is 500, expected 200; it says message \"no \\\"stock\\\" + table\""
    )]
    [InlineData("""{"ok":true}""", """{"ok":false,"stock":0}""", """ok is false, expected true; the answer was {"ok":false,"stock":0}""")]
    [InlineData("""{"ok":true}""", "\"down\"", """the answer is "down", expected {"ok":true}""")]
    [InlineData("""{"ok":true}""", """{"ok":true,"error":"none"}""", null)]
    public void A_failed_expectation_shows_what_the_answer_says_of_the_cause(string expected, string actual, string? problem) =>
        Assert.Equal(problem, SubsetMatcher.Problem(JsonNode.Parse(expected), JsonNode.Parse(actual)));

    [Fact]
    public void A_long_answer_is_shown_by_its_beginning()
    {
        var answer = new JsonObject { ["ok"] = false, ["list"] = new string('x', 10_000) };

        Assert.InRange(SubsetMatcher.Problem(new JsonObject { ["ok"] = true }, answer)!.Length, 500, 600);
    }

    [Fact]
    public void Text_is_compared_as_text_where_text_is_expected() =>
        Assert.Empty(Differences("""{"body":"{ \"a\": 1 }"}""", """{"body":"{ \"a\": 1 }"}"""));

    [Theory]
    [InlineData("""{"$gte":5}""", "5", true)]
    [InlineData("""{"$gte":5}""", "4.9", false)]
    [InlineData("""{"$lte":5}""", "5", true)]
    [InlineData("""{"$lte":5}""", "5.1", false)]
    [InlineData("""{"$gte":1,"$lte":5}""", "3", true)]
    [InlineData("""{"$gte":1,"$lte":5}""", "6", false)]
    [InlineData("""{"$gte":5}""", "\"six\"", false)]
    [InlineData("""{"$gte":5}""", "null", false)]
    [InlineData("""{"$matches":"^v\\d+$"}""", "\"v12\"", true)]
    [InlineData("""{"$matches":"^v\\d+$"}""", "\"12\"", false)]
    [InlineData("""{"$matches":"^12$"}""", "12", true)]
    [InlineData("""{"$matches":"x"}""", "null", false)]
    [InlineData("""{"$exists":true}""", "0", true)]
    [InlineData("""{"$exists":true}""", "null", false)]
    [InlineData("""{"$exists":false}""", "null", true)]
    [InlineData("""{"$exists":false}""", "0", false)]
    public void Matchers_compare(string expected, string actual, bool matches) =>
        Assert.Equal(matches, Differences(expected, actual).Count == 0);

    [Theory]
    [InlineData("""{"$matches":"^\\{ \"a\": 1 \\}$"}""", "{ \"a\": 1 }")]
    [InlineData("""{"$exists":true}""", "null")]
    public void Matchers_see_text_as_it_is_also_when_it_holds_JSON(string expected, string text) =>
        Assert.Empty(SubsetMatcher.Differences(JsonNode.Parse(expected), JsonValue.Create(text)));

    [Fact]
    public void Every_difference_is_reported_with_its_path() =>
        Assert.Equal(
            [
                "status is \"down\", expected \"ok\"",
                "count is 3, expected at least 5",
                "count is 3, expected at most 2",
                "name is \"x\", expected to match \"^y\"",
                "secret is 1, expected to be absent",
                "missing is absent, expected to be there",
                "deep/er is absent, expected 1",
                "items has no item like {\"id\":9}",
            ],
            Differences(
                """{"status":"ok","count":{"$gte":5,"$lte":2},"name":{"$matches":"^y"},"secret":{"$exists":false},"missing":{"$exists":true},"deep":{"er":1},"items":[{"id":9},{"id":1}]}""",
                """{"status":"down","count":3,"name":"x","secret":1,"deep":{},"items":[{"id":1}]}"""
            )
        );

    [Theory]
    [InlineData("""{"a":1}""", "\"plain\"", "the answer is \"plain\", expected {\"a\":1}")]
    [InlineData("""{"a":1}""", "[1]", "the answer is [1], expected {\"a\":1}")]
    [InlineData("[1]", "null", "the answer is absent, expected [1]")]
    [InlineData("true", "false", "the answer is false, expected true")]
    public void Another_kind_of_answer_is_one_difference(string expected, string actual, string difference) =>
        Assert.Equal([difference], Differences(expected, actual));

    [Fact]
    public void A_matcher_that_nobody_knows_does_not_pass() =>
        Assert.Equal(
            ["count is 3, expected a known matcher ($gte, $lte, $matches, $exists), not $gt"],
            Differences("""{"count":{"$gt":1}}""", """{"count":3}""")
        );

    [Fact]
    public void A_pattern_that_is_none_does_not_pass() =>
        Assert.Equal(
            ["name is \"x\", expected to match a valid pattern, not \"(\""],
            Differences("""{"name":{"$matches":"("}}""", """{"name":"x"}""")
        );

    [Fact]
    public void Long_answers_are_cut_in_the_message()
    {
        var difference = Assert.Single(SubsetMatcher.Differences(JsonValue.Create("short"), JsonValue.Create(new string('x', 10_000))));

        Assert.InRange(difference.Length, 200, 300);
        Assert.Contains("xxx…", difference, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Differences(string expected, string actual) =>
        SubsetMatcher.Differences(JsonNode.Parse(expected), JsonNode.Parse(actual));
}
