namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class StepFunctionsDefinitionCorrections
{
    [Correction("A definition that names a state which is not there is an InvalidDefinition")]
    public static Task Target(AwsClients aws) =>
        RefusedAsync(
            aws,
            """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" } } }""",
            "Missing 'Next' target: B at /States/A/Next"
        );

    [Correction("StartAt names a state")]
    public static Task Start(AwsClients aws) =>
        RefusedAsync(aws, """{ "StartAt": "X", "States": { "A": { "Type": "Pass", "End": true } } }""", "Missing 'StartAt' target: X");

    [Correction("A state has either Next or End")]
    public static Task Ending(AwsClients aws) =>
        RefusedAsync(aws, """{ "StartAt": "A", "States": { "A": { "Type": "Pass" } } }""", "MISSING_END_OR_NEXT");

    [Correction("Every state can be reached")]
    public static Task Reachable(AwsClients aws) =>
        RefusedAsync(
            aws,
            """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true }, "B": { "Type": "Pass", "End": true } } }""",
            "State \"B\" is not reachable"
        );

    [Correction("The states of a branch are checked, too")]
    public static Task Branch(AwsClients aws) =>
        RefusedAsync(
            aws,
            """
            { "StartAt": "P", "States": { "P": { "Type": "Parallel", "End": true,
              "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Nowhere" } } }] } } }
            """,
            "at /States/P/Branches[0]/States/A/Next"
        );

    [Correction("A syntax error is an InvalidDefinition by name")]
    public static Task Syntax(AwsClients aws) =>
        RefusedAsync(aws, """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true, "Nonsense": 1 } } }""", "Nonsense");

    [Correction("A name that another definition has is taken")]
    public static async Task Name_taken(AwsClients aws)
    {
        var name = TestFunctions.NewName("m");
        const string first = """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""";
        await TestMachines.TryCreateAsync(aws, first, name);
        Assert.Equal(200, (int)(await TestMachines.TryCreateAsync(aws, first, name)).Status);
        var other = await TestMachines.TryCreateAsync(aws, """{ "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }""", name);
        Assert.Equal((400, "StateMachineAlreadyExists"), ((int)other.Status, other.Code));
    }

    private static async Task RefusedAsync(AwsClients aws, string definition, string because)
    {
        var answer = await TestMachines.TryCreateAsync(aws, definition);
        Assert.Equal((400, "InvalidDefinition"), ((int)answer.Status, answer.Code));
        Assert.Contains(because, (string)answer.Json["message"]!, StringComparison.Ordinal);
    }
}
