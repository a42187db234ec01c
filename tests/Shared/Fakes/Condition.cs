using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace CodeRipple.Workflow.Fakes;

/// <summary>
/// The condition expressions that the steps use: <c>attribute_not_exists(a)</c>, <c>a = :v</c>, <c>a &lt; :v</c> with AND and OR.
/// </summary>
internal static class Condition
{
    public static bool Holds(
        string? expression,
        Dictionary<string, AttributeValue>? item,
        Dictionary<string, string>? names,
        Dictionary<string, AttributeValue>? values
    ) =>
        expression is null
        || expression.Split(" OR ").Any(all => all.Split(" AND ").All(term => HoldsTerm(term, item ?? [], names ?? [], values ?? [])));

    private static bool HoldsTerm(
        string term,
        Dictionary<string, AttributeValue> item,
        Dictionary<string, string> names,
        Dictionary<string, AttributeValue> values
    )
    {
        if (term.StartsWith("attribute_not_exists(", StringComparison.Ordinal))
            return !item.ContainsKey(term["attribute_not_exists(".Length..^1]);
        var words = term.Split(' ');
        // DynamoDB: a comparison with an attribute that is not there does not hold.
        if (!item.TryGetValue(names.GetValueOrDefault(words[0]) ?? words[0], out var actual))
            return false;
        var operand = values[words[2]];
        return words[1] switch
        {
            "=" => actual.S == operand.S && actual.N == operand.N,
            "<" => long.Parse(actual.N, CultureInfo.InvariantCulture) < long.Parse(operand.N, CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException(term),
        };
    }
}
