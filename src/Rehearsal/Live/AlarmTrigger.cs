using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Aws;

namespace CodeRipple.Workflow.Rehearsal.Live;

/// <summary>An alarm that fires on request.</summary>
internal sealed class AlarmTrigger(AwsClients clients, string name, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    public string Name => name;

    public Task CreateAsync(CancellationToken cancellationToken) =>
        clients.CloudWatch.PutMetricAlarmAsync(
            new PutMetricAlarmRequest
            {
                AlarmName = name,
                AlarmDescription = "A drill of coderipple rehearse.",
                Namespace = "CodeRipple/Rehearsal",
                MetricName = "Trouble",
                Statistic = Statistic.Sum,
                Period = 60,
                EvaluationPeriods = 1,
                Threshold = 1,
                ComparisonOperator = ComparisonOperator.GreaterThanOrEqualToThreshold,
            },
            cancellationToken
        );

    public Task SetAsync(StateValue state, CancellationToken cancellationToken) =>
        clients.CloudWatch.SetAlarmStateAsync(
            new SetAlarmStateRequest
            {
                AlarmName = name,
                StateValue = state,
                StateReason = "a drill of coderipple rehearse",
            },
            cancellationToken
        );

    /// <summary>Fires as soon as the alias is split between two versions.</summary>
    public async Task FireWhenSplitAsync(string function, string alias, CancellationToken cancellationToken)
    {
        while (!await IsSplitAsync(function, alias, cancellationToken))
            await Task.Delay(Pause, time, cancellationToken);
        await SetAsync(StateValue.ALARM, cancellationToken);
    }

    public Task DeleteAsync() => clients.CloudWatch.DeleteAlarmsAsync(new DeleteAlarmsRequest { AlarmNames = [name] });

    private async Task<bool> IsSplitAsync(string function, string alias, CancellationToken cancellationToken)
    {
        var live = await clients.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = function, Name = alias }, cancellationToken);
        return live.RoutingConfig?.AdditionalVersionWeights is { Count: > 0 };
    }
}
