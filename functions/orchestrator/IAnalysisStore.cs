using CodeRipple.Agents;

namespace CodeRipple.Functions.Orchestrator;

/// <summary>Keeps analyses for the deliverer.</summary>
public interface IAnalysisStore
{
    Task PutAsync(Analysis analysis);
}
