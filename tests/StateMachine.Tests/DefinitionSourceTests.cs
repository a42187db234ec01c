namespace CodeRipple.Workflow.StateMachine.Tests;

public sealed class DefinitionSourceTests
{
    private const string WriteVariable = "CODERIPPLE_WRITE";

    [Theory, MemberData(nameof(DefinitionSource.Names), MemberType = typeof(DefinitionSource))]
    public void The_JSON_of_a_definition_is_the_one_of_its_YAML(string machine)
    {
        var file = Repository.Path($"src/StateMachine/{machine}.asl.json");
        var json = DefinitionSource.ToJson(DefinitionSource.Of(machine));
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
            File.WriteAllText(file, json);

        Assert.True(
            File.Exists(file) && json == File.ReadAllText(file),
            $"{machine}.asl.json is not what {machine}.asl.yaml says. Change the YAML only, then write the JSON: "
                + $"dotnet test tests/StateMachine.Tests --filter {nameof(DefinitionSourceTests)} -e {WriteVariable}=1"
        );
    }
}
