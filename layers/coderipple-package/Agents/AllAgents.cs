namespace CodeRipple.Agents;

public static class AllAgents
{
    private static readonly IAgent[] Agents = [new TouristGuide(), new BuildingInspector(), new Historian()];

    public static IReadOnlyList<string> Names => [.. Agents.Select(agent => agent.Name)];

    /// <param name="list">Names with commas between them; null or empty means all.</param>
    /// <exception cref="UnknownAgentException">A name is none of <see cref="Names"/>.</exception>
    public static IReadOnlyList<IAgent> Enabled(string? list)
    {
        if (string.IsNullOrWhiteSpace(list))
            return Agents;

        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. names.Select(name => Agents.FirstOrDefault(agent => agent.Name == name) ?? throw new UnknownAgentException(name, Names)),
        ];
    }
}

/// <summary>The configuration asks for an agent that does not exist.</summary>
public sealed class UnknownAgentException(string name, IEnumerable<string> known)
    : Exception($"There is no agent '{name}'. Known agents: {string.Join(", ", known)}.");
