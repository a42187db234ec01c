using System.Collections.Concurrent;
using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Traffic;

/// <summary>Users who call a function through its alias the whole time, as long as a release runs.</summary>
internal sealed class TrafficGenerator(IAmazonLambda lambda, string function, string alias, SmokeTest request, TimeProvider time)
{
    private const int Count = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    // Distinguishes these requests from the release machine's own, for functions that want to know.
    private static readonly string Context = Convert.ToBase64String("""{"custom":{"caller":"coderipple rehearse"}}"""u8);

    private readonly ConcurrentQueue<UserRequest> _requests = new();

    /// <summary>Calls until it is cancelled.</summary>
    public Task CallAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, Count).Select(_ => CallOneByOneAsync(cancellationToken)));

    public UserReport Report() => new(function, [.. _requests.OrderBy(r => r.Sent)]);

    private async Task CallOneByOneAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            // A request that was sent is waited for: whoever stops calling still wants the answer.
            _requests.Enqueue(await CallAsync());
            await Task.Delay(Pause, time, cancellationToken)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task<UserRequest> CallAsync()
    {
        var sent = time.GetUtcNow();
        try
        {
            var answer = await lambda.InvokeAsync(
                new InvokeRequest
                {
                    FunctionName = function,
                    Qualifier = alias,
                    ClientContextBase64 = Context,
                    Payload = request.Event?.ToJsonString() ?? "null",
                }
            );
            var error = answer.FunctionError is null ? null : Encoding.UTF8.GetString(answer.Payload.ToArray());
            return new UserRequest(sent, time.GetUtcNow(), answer.ExecutedVersion, error);
        }
        catch (Exception e) when (e is AmazonServiceException or HttpRequestException)
        {
            return new UserRequest(sent, time.GetUtcNow(), null, e.Message);
        }
    }
}

/// <param name="Version">The version that answered; null when none did.</param>
/// <param name="Error">How it failed; null when it did not.</param>
internal sealed record UserRequest(DateTimeOffset Sent, DateTimeOffset Answered, string? Version, string? Error);

/// <summary>What users saw of a release.</summary>
internal sealed record UserReport(string Function, IReadOnlyList<UserRequest> Requests)
{
    public int Failed => Requests.Count(r => r.Error is not null);

    /// <summary>Requests that another version answered than the first one.</summary>
    public IReadOnlyList<UserRequest> ByNewVersion { get; } =
    [.. Requests.Where(r => r.Version is not null && r.Version != Requests[0].Version)];

    /// <summary>Failures that the new version did not cause: of the old one, or of no version at all.</summary>
    public IReadOnlyList<UserRequest> FailedOtherwise => [.. Requests.Where(r => r.Error is not null).Except(ByNewVersion)];

    /// <summary>All requests from the first to the last that the new version answered.</summary>
    public IReadOnlyList<UserRequest> WhileSplit =>
        ByNewVersion is [var first, .., var last] ? [.. Requests.Where(r => r.Sent >= first.Sent && r.Sent <= last.Sent)] : [];

    /// <summary>The new version's share of them.</summary>
    public double Share => WhileSplit.Count == 0 ? 0 : (double)ByNewVersion.Count / WhileSplit.Count;
}
