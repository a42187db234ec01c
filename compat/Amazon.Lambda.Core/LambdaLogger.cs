namespace Amazon.Lambda.Core;

/// <summary>The function's log for code that has no <see cref="ILambdaContext"/> at hand.</summary>
public static class LambdaLogger
{
    private static ILambdaLogger _target = new ConsoleLogger();

    public static void Log(string message) => _target.Log(message);

    public static void Log(string level, string message, params object[] args) => _target.Log(level, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => _target.Log(level, message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        _target.Log(level, exception, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        _target.Log(level, exception, message, args);

    /// <summary>RuntimeSupport calls this once, so that these lines carry the request id and obey the log format and level.</summary>
    internal static void WriteTo(ILambdaLogger target) => _target = target;

    private sealed class ConsoleLogger : ILambdaLogger
    {
        public void Log(string message) => Console.WriteLine(message);

        public void LogLine(string message) => Console.WriteLine(message);

        public void Log(string level, string message) => Console.WriteLine($"{level}: {message}");
    }
}
