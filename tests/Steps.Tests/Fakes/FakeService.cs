using System.Collections.Concurrent;
using Amazon.Runtime;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>Base of an AWS service in memory: what was sent, answers that get lost, calls that are refused.</summary>
internal abstract class FakeService(History history)
{
    private readonly ConcurrentQueue<AmazonWebServiceRequest> _requests = new();
    private readonly ConcurrentDictionary<string, bool> _lostReplies = new();
    private readonly ConcurrentDictionary<string, Exception> _refusals = new();

    public IReadOnlyList<T> Sent<T>() => [.. _requests.OfType<T>()];

    /// <summary>The next such call takes effect, but its answer gets lost.</summary>
    public void LosesReplyOf(string operation) => _lostReplies[operation] = true;

    /// <summary>Every such call fails without effect.</summary>
    public void Refuses(string operation, Exception error) => _refusals[operation] = error;

    protected T Change<T>(AmazonWebServiceRequest request, string what, Action effect)
        where T : new()
    {
        var operation = request.GetType().Name[..^"Request".Length];
        if (_refusals.TryGetValue(operation, out var error))
            throw error;
        _requests.Enqueue(request);
        effect();
        history.Add($"{operation} {what}");
        // This is what the AwsFailures handler of a real client makes of it.
        return _lostReplies.TryRemove(operation, out _)
            ? throw new AwsUnavailableException($"{operation} failed: the answer was lost", new IOException("connection reset"))
            : new T();
    }
}
