using System.Collections.Concurrent;
using System.Net;
using Amazon.Runtime;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Routing;

/// <summary>One walk through everything that may invoke the functions of a release.</summary>
internal sealed class Walk(IReadOnlySet<string> functions, AwsScope place, string alias)
{
    // Enough that calls wait for nothing but their quotas.
    private const int AtOnce = 4;

    public AwsScope Place => place;

    /// <summary>What could not be read, and why.</summary>
    public ConcurrentBag<string> Unseen { get; } = [];

    /// <summary>What somebody has switched off.</summary>
    public SwitchedOffTriggers Off { get; } = new(functions);

    /// <summary>The function in an ARN or URI, when it is one of the release and is named past its alias.</summary>
    public FunctionArn? Bypasses(string? text) => Bypasses(FunctionArn.Find(text));

    public FunctionArn? Bypasses(FunctionArn? target) =>
        target is { BypassesAlias: true } && functions.Contains(target.Function) ? target : null;

    public string AliasOf(FunctionArn target) => place.Function(target.Function, alias);

    public BypassingTrigger Adoptable(string what, FunctionArn target, PlannedTrigger trigger) =>
        new(what, target, $"set \"adopt\": true in the request, or point it to {AliasOf(target)}", trigger);

    public BypassingTrigger ForPeople(string what, FunctionArn target, string remedy) => new(what, target, remedy, Adoptable: null);

    public static async Task<IReadOnlyList<BypassingTrigger>> EachAsync<T>(
        IEnumerable<T> items,
        Func<T, Task<IEnumerable<BypassingTrigger>>> find
    ) => [.. (await Concurrently.SelectAsync(items, AtOnce, find)).SelectMany(found => found)];

    /// <summary>Reads what somebody's permissions may keep from the release machine: that is said, and the rest is still read.</summary>
    public async Task<IReadOnlyList<BypassingTrigger>> TryAsync(string what, Func<Task<IReadOnlyList<BypassingTrigger>>> find)
    {
        try
        {
            return await find();
        }
        catch (AmazonServiceException e)
            when (e.StatusCode == HttpStatusCode.Forbidden || e.ErrorCode?.Contains("AccessDenied", StringComparison.Ordinal) == true)
        {
            Unseen.Add($"{what} could not be read, so whether they invoke functions past the alias {alias} is not known: {e.Message}");
            return [];
        }
    }
}

/// <param name="What">The trigger, for people.</param>
/// <param name="Target">What it invokes.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Adoptable">How the release can turn it to the alias; null when only a person can.</param>
public sealed record BypassingTrigger(string What, FunctionArn Target, string Remedy, PlannedTrigger? Adoptable)
{
    public override string ToString() => $"{What} invokes {Target.Function}:{Target.Qualifier ?? "$LATEST"}; {Remedy}";
}
