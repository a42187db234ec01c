namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>The tests of a collection share a local AWS; collections run side by side, each with its own.</summary>
internal static class Machines
{
    public const string Scenarios = "Scenarios";
    public const string Transactions = "Transactions";
    public const string Requests = "Requests";
    public const string Routing = "Routing";
    public const string Checks = "Checks";
    public const string Reports = "Reports";
}

[CollectionDefinition(Machines.Scenarios)]
public sealed class ScenarioMachine : ICollectionFixture<RunningMachine>;

[CollectionDefinition(Machines.Transactions)]
public sealed class TransactionMachine : ICollectionFixture<RunningMachine>;

[CollectionDefinition(Machines.Requests)]
public sealed class RequestMachine : ICollectionFixture<RunningMachine>;

[CollectionDefinition(Machines.Routing)]
public sealed class RoutingMachine : ICollectionFixture<RunningMachine>;

[CollectionDefinition(Machines.Checks)]
public sealed class CheckMachine : ICollectionFixture<RunningMachine>;

[CollectionDefinition(Machines.Reports)]
public sealed class ReportMachine : ICollectionFixture<RunningMachine>;
