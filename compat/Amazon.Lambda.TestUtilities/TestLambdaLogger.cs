using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.TestUtilities;

/// <summary>Keeps what was logged in <see cref="Buffer"/> and repeats it on the console.</summary>
public class TestLambdaLogger : ILambdaLogger
{
    public StringBuilder Buffer { get; } = new();

    public void Log(string message)
    {
        Buffer.Append(message);
        Console.Write(message);
    }

    public void LogLine(string message)
    {
        Buffer.AppendLine(message);
        Console.WriteLine(message);
    }

    public void Log(string level, string message) => LogLine($"{level}: {message}");

    public void Log(string level, string message, params object[] args) => LogLine(WithArguments(level, message, args));

    public void Log(string level, Exception exception, string message, params object[] args) =>
        LogLine(WithArguments(level, message, args) + (exception is null ? "" : Environment.NewLine + exception + Environment.NewLine));

    private static string WithArguments(string level, string message, object[] args)
    {
        var text = new StringBuilder($"{level}: {message}");
        if (args is not { Length: > 0 })
            return text.ToString();

        text.AppendLine();
        foreach (var argument in args)
            text.AppendLine($"\t{argument}");
        return text.ToString();
    }
}
