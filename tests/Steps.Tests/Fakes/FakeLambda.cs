using System.Collections.Concurrent;
using System.Net;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using CodeRipple.Workflow.Contracts;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>Lambda in memory: preconditions, busy times and lost answers as in AWS. Its parts are functions, aliases and layers.</summary>
internal sealed partial class FakeLambda
{
    private readonly History _history;
    private readonly FakeBucket _bucket;
    private readonly ConcurrentQueue<AmazonLambdaRequest> _requests = new();
    private readonly ConcurrentDictionary<string, bool> _lostReplies = new();
    private readonly ConcurrentDictionary<string, Exception> _refusals = new();
    private int _revision;

    public FakeLambda(History history, FakeBucket bucket)
    {
        (_history, _bucket) = (history, bucket);
        AnswerFunctionCalls();
        AnswerAliasCalls();
        AnswerLayerCalls();
        AnswerAccessCalls();
        Client.InvokeAsync(Arg.Any<InvokeRequest>(), Arg.Any<CancellationToken>()).Returns(call => Invoke(call.Arg<InvokeRequest>()));
    }

    public IAmazonLambda Client { get; } = Substitute.For<IAmazonLambda>();

    /// <summary>Functions stay Pending or InProgress after a change until <see cref="Settle"/>.</summary>
    public bool IsBusyAfterChanges { get; set; }

    /// <summary>Answers invocations; the default echoes the event.</summary>
    public Func<InvokeRequest, InvokeResponse> OnInvoke { get; set; } = request => new InvokeResponse { Payload = request.PayloadStream };

    public IReadOnlyList<T> Sent<T>() => [.. _requests.OfType<T>()];

    /// <summary>The next such call takes effect, but its answer gets lost.</summary>
    public void LosesReplyOf(string operation) => _lostReplies[operation] = true;

    /// <summary>Every such call fails without effect.</summary>
    public void Refuses(string operation, Exception error) => _refusals[operation] = error;

    public void RefusesNothing() => _refusals.Clear();

    private T Change<T>(AmazonLambdaRequest request, string what, Func<T> effect)
    {
        var operation = request.GetType().Name[..^"Request".Length];
        if (_refusals.TryGetValue(operation, out var error))
            throw error;
        _requests.Enqueue(request);
        var answer = effect();
        _history.Add($"{operation} {what}");
        // This is what the AwsFailures handler of a real client makes of it.
        return _lostReplies.TryRemove(operation, out _)
            ? throw new AwsUnavailableException($"{operation} failed: the answer was lost", new IOException("connection reset"))
            : answer;
    }

    private InvokeResponse Invoke(InvokeRequest request)
    {
        _requests.Enqueue(request);
        if (_switchedOff.ContainsKey(request.FunctionName))
            throw Throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
        var answer = OnInvoke(request);
        answer.ExecutedVersion ??= FindVersion(request.FunctionName, request.Qualifier)?.Version ?? request.Qualifier;
        return answer;
    }

    private string NextRevision() => $"revision-{Interlocked.Increment(ref _revision)}";

    /// <summary>What the AwsFailures handler of a real client makes of a throttled invocation.</summary>
    public static AwsUnavailableException Throttled(string reason) =>
        new("Invoke failed: Rate Exceeded.", new TooManyRequestsException("Rate Exceeded.") { Reason = reason });

    private static ResourceNotFoundException NotFound(string what) =>
        new($"{what} not found", ErrorType.Sender, "ResourceNotFoundException", "", HttpStatusCode.NotFound);

    private static ResourceConflictException Conflict(string why) =>
        new(why, ErrorType.Sender, "ResourceConflictException", "", HttpStatusCode.Conflict);

    private static void EnsureRevision(string? sent, string actual)
    {
        if (sent is not null && sent != actual)
            throw new PreconditionFailedException(
                "The RevisionId provided does not match",
                ErrorType.Sender,
                "PreconditionFailedException",
                "",
                HttpStatusCode.PreconditionFailed
            );
    }
}
