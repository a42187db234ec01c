using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Faults.Tests.Cases;

/// <summary>A state machine as its file defines it.</summary>
internal sealed class Definition
{
    private readonly List<(string Name, JsonObject State, JsonObject Outermost)> _states = [];

    private Definition(JsonObject states) => Add(states, outermost: null);

    public IEnumerable<string> States => _states.Select(s => s.Name);

    public static Definition Read(string name) =>
        new(JsonNode.Parse(File.ReadAllText(Repository.Path($"src/StateMachine/{name}.asl.json")))!["States"]!.AsObject());

    /// <summary>Where the machine goes when this step fails for good; null when it has no such step.</summary>
    public string? AfterFailureOf(string step) => Find(step).Outermost?["Catch"]?[0]?["Next"]?.GetValue<string>();

    /// <summary>The state at the top in which this step runs; null when the machine has no such step.</summary>
    public string? OutermostOf(string step) => Find(step).Outermost is { } outermost ? outermost.GetPropertyName() : null;

    private (string Name, JsonObject State, JsonObject Outermost) Find(string step) =>
        _states.FirstOrDefault(s => (string?)s.State["Resource"] == $"${{{step}Arn}}");

    private void Add(JsonObject states, JsonObject? outermost)
    {
        foreach (var (name, node) in states)
        {
            var state = node!.AsObject();
            _states.Add((name, state, outermost ?? state));
            foreach (var inner in Inner(state))
                Add(inner["States"]!.AsObject(), outermost ?? state);
        }
    }

    private static IEnumerable<JsonNode> Inner(JsonObject state) =>
        new[] { state["Iterator"], state["ItemProcessor"] }.Concat(state["Branches"]?.AsArray() ?? []).OfType<JsonNode>();
}
