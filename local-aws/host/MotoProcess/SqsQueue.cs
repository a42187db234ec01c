namespace CodeRipple.Workflow.LocalAws.MotoProcess;

internal static class SqsQueue
{
    /// <summary>moto reads account and name from the URL and ignores its host.</summary>
    public static string UrlOf(string arn)
    {
        var parts = arn.Split(':');
        return $"https://sqs.{parts[3]}.amazonaws.com/{parts[4]}/{parts[5]}";
    }
}
