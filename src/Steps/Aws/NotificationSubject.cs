namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// A subject that SNS takes: printable ASCII, below 100 characters (Publish, "Subject"). SNS refuses the whole message for any other one,
/// and then nobody hears of it.
/// </summary>
internal static class NotificationSubject
{
    private const int Longest = 99;

    public static string Of(string text)
    {
        var cut = text.Length <= Longest ? text : text[..Longest];
        return string.Concat(cut.Select(c => c is >= ' ' and <= '~' ? c : '?'));
    }
}
