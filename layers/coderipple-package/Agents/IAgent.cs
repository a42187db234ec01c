using CodeRipple.Changes;

namespace CodeRipple.Agents;

/// <summary>Looks after one layer of the documentation.</summary>
public interface IAgent
{
    /// <summary>As in CODERIPPLE_ENABLED_AGENTS and in answers.</summary>
    string Name { get; }

    /// <summary>What the push means for this layer. The same push gives the same report.</summary>
    AgentReport Analyze(ChangeSet changes);
}
