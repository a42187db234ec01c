namespace CodeRipple.Workflow.LocalAws.MotoProcess;

/// <summary>Says in words why moto cannot be reached.</summary>
internal sealed record Outage(Func<bool> HasEnded, Func<string> LastWords)
{
    public string Describe() => HasEnded()
        ? $"moto has ended; start the local AWS again. Its last words:\n{LastWords()}"
        : $"moto cut the connection or does not answer. Its last words:\n{LastWords()}";
}
