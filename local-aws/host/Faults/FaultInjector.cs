using CodeRipple.Workflow.LocalAws.Requests;
using Microsoft.AspNetCore.Http;

namespace CodeRipple.Workflow.LocalAws.Faults;

/// <summary>Applies a fault to a call, instead of or after what it asked for.</summary>
internal sealed class FaultInjector(FaultSet faults, TimeSpan unansweredLimit, TimeProvider time)
{
    public Task ApplyAsync(HttpContext context, AwsRequest request, Fault fault, Func<Task> perform) =>
        fault.Kind switch
        {
            FaultKind.Throttle => AwsErrorWriter.WriteAsync(context, request, FaultErrors.Throttled(request)),
            FaultKind.Error => AwsErrorWriter.WriteAsync(context, request, FaultErrors.Broken(request)),
            FaultKind.AccessDenied => AwsErrorWriter.WriteAsync(context, request, FaultErrors.AccessDenied(request)),
            FaultKind.Timeout => LeaveUnansweredAsync(context),
            FaultKind.ReplyLost => LoseReplyAsync(context, perform),
            FaultKind.Delayed => DelayAsync(context, fault, perform),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault.Kind, null),
        };

    private async Task DelayAsync(HttpContext context, Fault fault, Func<Task> perform)
    {
        try
        {
            await faults.WhenRemovedAsync(fault).WaitAsync(unansweredLimit, time, context.RequestAborted);
        }
        catch (TimeoutException)
        {
            context.Abort();
            return;
        }

        await perform();
    }

    private async Task LeaveUnansweredAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(unansweredLimit, time, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up, as it should.
        }

        context.Abort();
    }

    private static async Task LoseReplyAsync(HttpContext context, Func<Task> perform)
    {
        var caller = context.Response.Body;
        context.Response.Body = Stream.Null;
        try
        {
            await perform();
        }
        finally
        {
            context.Response.Body = caller;
            context.Abort();
        }
    }
}
