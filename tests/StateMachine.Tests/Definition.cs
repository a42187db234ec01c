using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.StateMachine.Tests;

/// <summary>A state machine definition, with every state at every depth.</summary>
internal sealed record Definition(string Name, JsonObject Root)
{
    public static IReadOnlyList<Definition> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.Path("src/StateMachine"), "*.asl.json")
            .Order(StringComparer.Ordinal)
            .Select(file => new Definition(Path.GetFileName(file).Split('.')[0], JsonNode.Parse(File.ReadAllText(file))!.AsObject())),
    ];

    public static TheoryData<string> Names => [.. All.Select(d => d.Name)];

    public static Definition Of(string name) => All.Single(d => d.Name == name);

    public JsonObject TopStates => Root["States"]!.AsObject();

    /// <summary>All states, those inside Map and Parallel states included.</summary>
    public IEnumerable<State> States => In(TopStates, inside: null);

    /// <summary>Tokens such as <c>${PrepareReleaseArn}</c>, without the braces.</summary>
    public IReadOnlySet<string> Tokens =>
        System.Text.RegularExpressions.Regex.Matches(Root.ToJsonString(), @"\$\{(\w+)\}").Select(m => m.Groups[1].Value).ToHashSet();

    private static IEnumerable<State> In(JsonObject states, State? inside) =>
        states.SelectMany(s =>
        {
            var state = new State(s.Key, s.Value!.AsObject(), inside);
            return state.Children.SelectMany(child => In(child["States"]!.AsObject(), state)).Prepend(state);
        });
}

internal sealed record State(string Name, JsonObject Body, State? Inside)
{
    public string Type => Body["Type"]!.GetValue<string>();

    /// <summary>The state machines inside a Map or Parallel state.</summary>
    public IEnumerable<JsonObject> Children =>
        (Body["ItemProcessor"] is JsonObject processor ? [processor] : Enumerable.Empty<JsonObject>()).Concat(
            Body["Branches"]?.AsArray().Select(b => b!.AsObject()) ?? []
        );

    public IEnumerable<JsonObject> Catchers => Body["Catch"]?.AsArray().Select(c => c!.AsObject()) ?? [];

    public IEnumerable<JsonObject> Retriers => Body["Retry"]?.AsArray().Select(r => r!.AsObject()) ?? [];

    /// <summary>Where the state can go when all is well.</summary>
    public IEnumerable<string> Successors =>
        new[] { Body["Next"], Body["Default"] }
            .Concat(Body["Choices"]?.AsArray().Select(c => c!["Next"]) ?? [])
            .OfType<JsonNode>()
            .Select(n => n.GetValue<string>());

    public bool IsCaught => Catchers.Any() || Inside is { IsCaught: true };

    public override string ToString() => Name;
}
