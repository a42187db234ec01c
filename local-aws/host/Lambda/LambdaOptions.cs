using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.LocalAws.Lambda;

internal sealed record LambdaOptions
{
    /// <summary>Every child process carries it as LOCAL_AWS_ID.</summary>
    public required string Id { get; init; }

    /// <summary>Code, layers and the sandboxes' own folders go below it.</summary>
    public required string StateFolder { get; init; }

    /// <summary>What functions get as AWS_ENDPOINT_URL.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>
    /// An interpreter to take for python3.x functions before looking on PATH: one that has boto3, as Lambda's runtimes do.
    /// </summary>
    public string? Python { get; init; }

    /// <summary>Where packages that a runtime brings are kept for the next time.</summary>
    public string CacheFolder { get; init; } = PythonEnvironment.CacheFolder;

    /// <summary>Fetches the packages that a Node runtime brings; null where there is none.</summary>
    public string? Npm { get; init; } = Executables.OnPath("npm");

    /// <summary>False: never use mount namespaces, only environment variables.</summary>
    public bool Namespaces { get; init; } = true;

    /// <summary>Invocations of one function beyond it wait in line.</summary>
    public int SandboxesPerFunction { get; init; } = 32;

    /// <summary>Beyond it the sandbox that was idle longest makes room.</summary>
    public int SandboxesInAll { get; init; } = 128;

    public int ColdStartsAtOnce { get; init; } = Environment.ProcessorCount;

    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>An initialisation that takes longer is started again in the invocation's own time, as on AWS.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Waiting in line longer than this is answered with 429.</summary>
    public TimeSpan QueueTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Before the first and the second retry of an asynchronous invocation; AWS waits one and two minutes.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];

    /// <summary>An asynchronous event that is throttled for longer is given up; on AWS it is six hours.</summary>
    public TimeSpan MaximumEventAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Draws the version behind a weighted alias.</summary>
    public Random Random { get; init; } = Random.Shared;
}
