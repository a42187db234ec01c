namespace CodeRipple.Workflow.LocalAws.Lambda.Records;

internal sealed record LogLine(string Group, string Stream, DateTimeOffset At, string Text);

/// <summary>Takes log lines at once and passes them on later.</summary>
internal interface ILogSink
{
    void Add(LogLine line);
}
