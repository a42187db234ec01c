namespace CodeRipple.Workflow.LocalAws.Lambda.Records;

/// <param name="Role">The execution role, which must allow that the line is written.</param>
internal sealed record LogLine(string Role, string Group, string Stream, DateTimeOffset At, string Text);

/// <summary>Takes log lines at once and passes them on later.</summary>
internal interface ILogSink
{
    void Add(LogLine line);
}
