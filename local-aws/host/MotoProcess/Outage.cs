namespace CodeRipple.Workflow.LocalAws.MotoProcess;

/// <summary>Says in words why moto cannot be reached.</summary>
internal sealed record Outage(Func<bool> HasEnded, Func<string> RecentErrorOutput)
{
    public string Describe() =>
        $"{(HasEnded() ? "moto exited; restart the local AWS." : "moto cut the connection or does not answer.")} Last output:\n{RecentErrorOutput()}";
}
