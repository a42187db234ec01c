using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>The state machines of the account.</summary>
public sealed class StateMachines(IAmazonStepFunctions machines)
{
    public Task<IReadOnlyList<StateMachineListItem>> ListAsync() =>
        Pages.ReadAsync<StateMachineListItem>(async next =>
        {
            var page = await machines.ListStateMachinesAsync(new ListStateMachinesRequest { MaxResults = 1000, NextToken = next });
            return (page.StateMachines, page.NextToken);
        });

    /// <summary>The definition as it is edited now, JSON; null when the machine is gone.</summary>
    public async Task<string?> FindDefinitionAsync(string arn) =>
        (
            await Missing.OrNullAsync<DescribeStateMachineResponse, StateMachineDoesNotExistException>(() =>
                machines.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn })
            )
        )?.Definition;
}
