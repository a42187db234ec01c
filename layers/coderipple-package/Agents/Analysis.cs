using CodeRipple.Changes;

namespace CodeRipple.Agents;

/// <summary>What all agents together say about a push.</summary>
/// <param name="Repository">owner/name.</param>
/// <param name="Commit">The head of the push.</param>
/// <param name="AiPowered">Whether a language model took part. These agents follow rules.</param>
public sealed record Analysis(string Repository, string Commit, bool AiPowered, IReadOnlyList<AgentReport> Reports)
{
    /// <param name="leastQuality">Proposals below this are left out: a text that says too little costs its readers more than it
    /// gives.</param>
    public static Analysis Of(Push push, IReadOnlyList<IAgent> agents, int leastQuality)
    {
        var changes = ChangeSet.Of(push);
        var reports = agents.Select(agent => Worthwhile(agent.Analyze(changes), leastQuality));
        return new Analysis(push.Repository.Title, push.CommitId, AiPowered: false, [.. reports]);
    }

    private static AgentReport Worthwhile(AgentReport report, int leastQuality)
    {
        var kept = report.Proposals.Where(proposal => proposal.Quality >= leastQuality).ToList();
        var dropped = report.Proposals.Count - kept.Count;
        return dropped == 0
            ? report
            : report with
            {
                Proposals = kept,
                Findings = [.. report.Findings, $"{dropped} proposals were left out: quality below {leastQuality}."],
            };
    }
}
