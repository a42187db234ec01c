using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary><c>$LATEST</c> as the plan of the release has seen it.</summary>
internal static class PlannedState
{
    /// <param name="planned">Digest in the plan; null when it has none.</param>
    /// <param name="live">Digest of what the release is about to replace.</param>
    /// <param name="what">For people.</param>
    /// <exception cref="DriftDetectedException">Somebody has changed it since.</exception>
    public static void Ensure(string? planned, string live, string what, ItemInput input)
    {
        if (planned is not null && planned != live)
            throw new DriftDetectedException(
                $"The {what} of function {input.Name} was changed outside release {input.Release.Id} after it was planned. The release leaves "
                    + "it as it is and stops; find out who changed it, then start the release again."
            );
    }
}
