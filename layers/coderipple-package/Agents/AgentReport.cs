namespace CodeRipple.Agents;

/// <summary>What an agent found in a push, and which documents it would change.</summary>
/// <param name="Significance">0 (nothing to say) to 100.</param>
public sealed record AgentReport(string Agent, int Significance, IReadOnlyList<string> Findings, IReadOnlyList<Proposal> Proposals);

public enum ProposalAction
{
    Create,
    Update,
    Archive,
}

/// <summary>A change to one document.</summary>
/// <param name="Path">Where the document is, or belongs, in the repository.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Content">The proposed text, in Markdown.</param>
/// <param name="Quality">0 to 100: how much of what the text needs could be taken from the push.</param>
public sealed record Proposal(string Path, ProposalAction Action, string Title, string Reason, string Content, int Quality);
