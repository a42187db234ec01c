namespace CodeRipple.Workflow.Dummy;

public sealed record SleepRequest(int Milliseconds);

public sealed record ExitRequest(int Code);

public sealed record SizeRequest(int Bytes);

public sealed record ThrowRequest(string? Message);

public sealed record EnvironmentAnswer(Dictionary<string, string> Variables, string[] OptFiles, string Folder);

public sealed record ContextAnswer(
    string RequestId,
    string FunctionName,
    string FunctionVersion,
    string Arn,
    int MemoryInMB,
    string LogGroup,
    long RemainingMilliseconds,
    string TraceId
);
