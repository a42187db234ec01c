using System.Collections.Concurrent;
using System.Text;
using CodeRipple.Workflow.LocalAws.Lambda;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

internal sealed class FakeLambda : ILambdaInvoker
{
    public ConcurrentQueue<InvokeCall> Invoked { get; } = [];

    public ConcurrentQueue<InvokeCall> Enqueued { get; } = [];

    /// <summary>Fails, or answers nothing, before an invocation is accepted.</summary>
    public Action<InvokeCall> BeforeAccepting { get; set; } = _ => { };

    public string Payload { get; set; } = "{}";

    public string? FunctionError { get; set; }

    public Task<InvokeResult> InvokeAsync(InvokeCall call, CancellationToken cancellationToken)
    {
        BeforeAccepting(call);
        Invoked.Enqueue(call);
        return Task.FromResult(new InvokeResult("request-1", "1", Encoding.UTF8.GetBytes(Payload), FunctionError, ""));
    }

    public Task<string> EnqueueAsync(InvokeCall call, CancellationToken cancellationToken)
    {
        BeforeAccepting(call);
        Enqueued.Enqueue(call);
        return Task.FromResult("request-1");
    }

    public Task CheckAsync(InvokeCall call, CancellationToken cancellationToken)
    {
        BeforeAccepting(call);
        return Task.CompletedTask;
    }

    public List<FunctionId> Forgotten { get; } = [];

    public void Forget(FunctionId deleted) => Forgotten.Add(deleted);
}
