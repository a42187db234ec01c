using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Client.Releases;

/// <summary>An installed release machine: where its parts are.</summary>
internal sealed record ReleaseMachine(
    AwsClients Clients,
    string Environment,
    string ReleaseStateMachineArn,
    string RollbackStateMachineArn,
    string HealthCheckStateMachineArn,
    string Bucket,
    string Table,
    string Bus,
    string SealingKey
)
{
    /// <summary>What it has written down.</summary>
    public ReleaseStore Store =>
        new(Clients.DynamoDb, Clients.S3, Clients.Kms, new StoreSettings(Table, Bucket, SealingKey), TimeProvider.System);

    /// <exception cref="UserErrorException">It is not installed for this environment.</exception>
    public static async Task<ReleaseMachine> FindAsync(AwsClients clients, string environment, CancellationToken cancellationToken)
    {
        var stack = ReleaseStack.NameFor(environment);
        var outputs =
            await clients.CloudFormation.OutputsAsync(stack, cancellationToken)
            ?? throw new UserErrorException(
                $"There is no stack {stack} in {clients.Region}, so nothing can release to {environment} there. "
                    + $"Install it: coderipple install --environment {environment} (or rehearse without an account: coderipple rehearse)"
            );
        return From(clients, environment, outputs);
    }

    public static ReleaseMachine From(AwsClients clients, string environment, IReadOnlyDictionary<string, string> outputs)
    {
        return new ReleaseMachine(
            clients,
            environment,
            Output("ReleaseStateMachineArn"),
            Output("RollbackStateMachineArn"),
            Output("HealthCheckStateMachineArn"),
            Output("ReleaseBucketName"),
            Output("ReleaseTableName"),
            Output("ReleaseBusName"),
            Output("SealingKeyArn")
        );

        string Output(string name) =>
            outputs.TryGetValue(name, out var value)
                ? value
                : throw new UserErrorException(
                    $"Stack {ReleaseStack.NameFor(environment)} has no output {name}; it is from another version of CodeRipple.Workflow. Install it again."
                );
    }

    /// <summary>The execution of the release state machine with this name.</summary>
    public string ExecutionArn(string name) => Contracts.ExecutionArn.Of(ReleaseStateMachineArn, name).ToString();
}
