namespace CodeRipple.Workflow.Contracts;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Path">Where, as a JSON pointer: <c>/functions/1/layers/0</c>.</param>
/// <param name="Problem">What, with the value, and what to do about it.</param>
public sealed record RequestError(string Path, string Problem)
{
    public override string ToString() => $"{(Path.Length == 0 ? "(document)" : Path.TrimStart('/'))}: {Problem}";
}
