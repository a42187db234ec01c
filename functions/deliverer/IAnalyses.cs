using CodeRipple.Agents;

namespace CodeRipple.Functions.Deliverer;

public interface IAnalyses
{
    /// <returns>Null when the push was not analysed.</returns>
    Task<Analysis?> FindAsync(string repository, string commit);
}
