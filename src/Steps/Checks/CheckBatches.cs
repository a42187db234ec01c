using System.Globalization;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// The batches that an infrastructure is checked in, one after another or two at a time: each small enough to be done well within
/// a step's timeout, however many functions, tables and rules there are.
/// </summary>
internal static class CheckBatches
{
    private static readonly IReadOnlyDictionary<string, int> Sizes = new Dictionary<string, int>
    {
        [CheckSubjects.Functions] = 10,
        [CheckSubjects.Tables] = 10,
        [CheckSubjects.Rules] = 25,
        [CheckSubjects.Events] = 1,
        [CheckSubjects.Apis] = 25,
        [CheckSubjects.Monitoring] = int.MaxValue,
        [CheckSubjects.Security] = 25,
    };

    public static IReadOnlyList<string> Of(ReleasePlan plan)
    {
        var request = plan.Request;
        return
        [
            .. Named(CheckSubjects.Functions, request.Functions.Count),
            .. Named(CheckSubjects.Tables, DeclaredTables.Of(request, plan.Tables).Count),
            .. Named(CheckSubjects.Rules, request.Infrastructure.Rules.Count),
            .. Named(CheckSubjects.Events, request.Infrastructure.CustomEvents.Count),
            .. Named(CheckSubjects.Apis, request.Api.Sum(a => a.Routes.Count)),
            .. Named(CheckSubjects.Monitoring, request.Functions.Count + request.Layers.Count),
            .. Named(CheckSubjects.Security, Math.Max(1, request.Functions.Count)),
        ];
    }

    public static (string Kind, int Number) Read(string batch)
    {
        var dash = batch.LastIndexOf('-');
        return (batch[..dash], int.Parse(batch.AsSpan(dash + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>The items of a list that belong to a batch.</summary>
    public static IReadOnlyList<T> Slice<T>(string kind, int number, IReadOnlyList<T> items) =>
        Sizes[kind] == int.MaxValue ? items : [.. items.Skip((number - 1) * Sizes[kind]).Take(Sizes[kind])];

    private static IEnumerable<string> Named(string kind, int count) =>
        count == 0
            ? []
            : Enumerable.Range(1, (count - 1) / Sizes[kind] + 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{kind}-{i}"));
}

internal static class CheckSubjects
{
    public const string Functions = "functions",
        Tables = "tables",
        Rules = "rules",
        Events = "events",
        Apis = "apis",
        Monitoring = "monitoring",
        Security = "security";
}
