using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CloudWatch.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using CodeRipple.Workflow.Steps.Aws;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>
/// An account whose quotas are AWS's, and calls of steps at the pace of their pipelines, in virtual time. Neither a call nor a step
/// takes any time, so calls come as densely as their pace lets them.
/// </summary>
internal sealed class PacedAccount
{
    private static readonly Bucket[] Quotas =
    [
        new(c => c is GetFunctionRequest, 100, 100),
        new(c => c is GetPolicyRequest, 15, 15),
        new(c => c is AmazonLambdaRequest and not (GetFunctionRequest or GetPolicyRequest or InvokeRequest), 15, 15),
        new(c => c is GetResourcesRequest, 2.5, 5),
        new(c => c is CreateDeploymentRequest, 0.2, 1),
        new(c => c is AmazonAPIGatewayRequest, 10, 40),
        new(c => c is AmazonEventBridgeRequest, 50, 50),
        new(c => c is PutMetricAlarmRequest, 3, 3),
        new(c => c is DescribeAlarmsRequest, 9, 9),
        new(c => c is GetMetricDataRequest, 50, 50),
    ];

    private readonly List<(TimeSpan At, AmazonWebServiceRequest Call)> _calls = [];

    /// <summary>When the last call was made.</summary>
    public TimeSpan End => _calls.Count == 0 ? TimeSpan.Zero : _calls.Max(c => c.At);

    public int Count<T>() => _calls.Count(c => c.Call is T);

    /// <summary>The calls that AWS would refuse.</summary>
    public IReadOnlyList<string> Throttled
    {
        get
        {
            var refused = new List<string>();
            foreach (var quota in Quotas)
            {
                var (tokens, at) = ((double)quota.AtOnce, TimeSpan.Zero);
                foreach (var call in _calls.Where(c => quota.Counts(c.Call)).OrderBy(c => c.At))
                {
                    tokens = Math.Min(quota.AtOnce, tokens + ((call.At - at).TotalSeconds * quota.PerSecond));
                    at = call.At;
                    if (tokens < 1)
                        refused.Add($"{call.Call.GetType().Name} at {call.At}");
                    else
                        tokens--;
                }
            }

            return refused;
        }
    }

    /// <summary>One lane of a Map: steps that follow one another, each in a process of its own.</summary>
    /// <param name="sideBySide">SIDE_BY_SIDE of the steps.</param>
    public void Takes(int sideBySide, IEnumerable<StepCalls> steps)
    {
        var now = TimeSpan.Zero;
        var processes = new Dictionary<string, CallPace>();
        foreach (var step in steps)
        {
            if (!processes.TryGetValue(step.Name, out var pace))
                processes[step.Name] = pace = new CallPace(TimeProvider.System, sideBySide);
            foreach (var call in step.Calls)
            {
                now += pace.Take(AccountQuotas.Of(call), now);
                _calls.Add((now, call));
            }
        }
    }

    private sealed record Bucket(Func<AmazonWebServiceRequest, bool> Counts, double PerSecond, int AtOnce);
}

/// <summary>What one invocation of a step calls.</summary>
internal sealed record StepCalls(string Name, IReadOnlyList<AmazonWebServiceRequest> Calls)
{
    public static async Task<StepCalls> OfAsync(World world, string name, Func<Task> step)
    {
        object[] clients = [world.Lambda.Client, world.Apis.Client, world.Events.Client, world.Watch.Client];
        foreach (var client in clients)
            client.ClearReceivedCalls();
        await step();
        return new StepCalls(
            name,
            [.. clients.SelectMany(c => c.ReceivedCalls()).Select(c => c.GetArguments()[0]).OfType<AmazonWebServiceRequest>()]
        );
    }
}
