using System.Diagnostics.CodeAnalysis;

namespace CodeRipple.Workflow.Contracts;

/// <summary>ARN of an execution: <c>arn:partition:states:region:account:execution:stateMachine:name</c>.</summary>
/// <param name="StateMachine">Name of the state machine.</param>
/// <param name="Name">Name of the execution.</param>
public sealed record ExecutionArn(string Partition, string Region, string Account, string StateMachine, string Name)
{
    /// <exception cref="FormatException">It is not the ARN of an execution.</exception>
    public static ExecutionArn Parse(string arn) =>
        TryParse(arn, out var execution) ? execution : throw new FormatException($"\"{arn}\" is not the ARN of an execution.");

    /// <returns>Whether it is the ARN of an execution.</returns>
    public static bool TryParse(string arn, [NotNullWhen(true)] out ExecutionArn? execution)
    {
        execution = arn.Split(':') is ["arn", var partition, "states", var region, var account, "execution", var machine, var name]
            ? new ExecutionArn(partition, region, account, machine, name)
            : null;
        return execution is not null;
    }

    /// <summary>The execution of this name of a state machine.</summary>
    /// <exception cref="FormatException">It is not the ARN of a state machine.</exception>
    public static ExecutionArn Of(string stateMachineArn, string name) =>
        stateMachineArn.Split(':') is ["arn", var partition, "states", var region, var account, "stateMachine", var machine]
            ? new ExecutionArn(partition, region, account, machine, name)
            : throw new FormatException($"\"{stateMachineArn}\" is not the ARN of a state machine.");

    /// <summary>The ARN.</summary>
    public override string ToString() => $"arn:{Partition}:states:{Region}:{Account}:execution:{StateMachine}:{Name}";
}
