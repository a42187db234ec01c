using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.LocalAws.Calls;
using CodeRipple.Workflow.LocalAws.Faults;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>A kind of call that a release was seen to make.</summary>
/// <param name="Step">The step that makes it; null when the state machine does.</param>
/// <param name="Invoked">The step that the state machine invokes with it.</param>
internal sealed record Operation(string? Step, string Service, string Name, string? Invoked)
{
    /// <summary>The access key of the state machines.</summary>
    public const string StateMachines = "states";

    // A process asks for its data key once, so which releases see that depends on the processes that are warm: see EnvironmentSealTests.
    private const string Keys = "kms";

    private static readonly string[] Reads = ["Get", "List", "Head", "Query", "Describe"];

    /// <summary>Whether its effect can be seen afterwards.</summary>
    public bool Changes => !Reads.Any(verb => Name.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Whether it is a call of the machine's own table and bucket.</summary>
    public bool IsOfMachine => Service is "dynamodb" or "s3";

    /// <param name="stack">Name of the stack: the steps' names begin with it.</param>
    /// <returns>Null when another caller made it, or it is not of every such release.</returns>
    public static Operation? Of(RecordedCall call, string stack)
    {
        if (call.Caller == StateMachines)
            return new Operation(
                null,
                call.Service,
                call.Operation,
                call.Function is { } arn ? StepOf(arn[(arn.LastIndexOf(':') + 1)..], stack) : null
            );
        return call.Service != Keys && call.Caller is { } caller && StepOf(caller, stack) is { } step
            ? new Operation(step, call.Service, call.Operation, null)
            : null;
    }

    /// <summary>The same call, whoever makes it.</summary>
    public string ToKind() => Invoked is not null ? "lambda:Invoke of a step" : $"{Service}:{Name}";

    public Fault ToFault(FaultKind kind, int times) =>
        new()
        {
            Service = Service,
            Operation = Name,
            Kind = kind,
            Times = times,
            Caller = Step is { } step ? $"{ReleaseStack.NameFor("development")}-{step}" : StateMachines,
            Resource = Invoked is { } invoked ? $"-{invoked}/" : null,
        };

    public override string ToString() =>
        this switch
        {
            { Invoked: not null } => $"{Invoked}, itself",
            { Step: null } => $"state machine, {Service}:{Name}",
            _ => $"{Step}, {Service}:{Name}",
        };

    private static string? StepOf(string function, string stack) =>
        function.StartsWith(stack + "-", StringComparison.Ordinal) ? function[(stack.Length + 1)..] : null;
}
