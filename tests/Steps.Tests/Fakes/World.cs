using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Lambda;
using Amazon.S3;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Preparation;
using CodeRipple.Workflow.Steps.Starting;
using Microsoft.Extensions.DependencyInjection;

namespace CodeRipple.Workflow.Steps.Tests.Fakes;

/// <summary>An AWS in memory, the steps wired to it as in Startup, and a release "r1" of "shop" that holds the lock.</summary>
internal sealed class World : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly MemoryStream _output = new();
    private readonly MemoryStream _changes = new();

    public World()
    {
        Ledger = new FakeLedger(History);
        Bucket = new FakeBucket(History);
        Lambda = new FakeLambda(History, Bucket);
        Downloads = new CodeDownloads(Lambda);
        Apis = new FakeApis(History);
        Events = new FakeEvents(History);
        Schedules = new FakeSchedules(History);
        Watch = new FakeWatch(History, CloudWatch);
        Logs = new FakeLogs(History);

        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(new CallPace(Time, sideBySide: 1));
        services.AddSingleton(new StepSettings("development", FakeBucket.Name, "ledger", "shop-") { SealingKey = FakeKeys.Arn });
        services.AddSingleton(Keys.Client);
        services.AddSingleton(Bucket.Client);
        services.AddSingleton(Ledger.Client);
        services.AddSingleton(Lambda.Client);
        services.AddSingleton(Apis.Client);
        services.AddSingleton(HttpApis.Client);
        services.AddSingleton(Events.Client);
        services.AddSingleton(Schedules.Client);
        services.AddSingleton(Watch.Client);
        services.AddSingleton(Logs.Client);
        services.AddSingleton(new MonitoringSettings(TopicArn));
        services.AddSingleton(Executions.Client);
        services.AddSingleton(new StateMachineSettings(FakeExecutions.Releases, FakeExecutions.Rollbacks));
        services.AddSingleton(new EmbeddedMetrics(_output));
        services.AddSingleton(new ChangeLog(_changes, Time));
        services.AddSingleton(new LambdaInvocations(Lambda.Client));
        services.AddSingleton(_ => new HttpClient(Downloads));
        services.AddSingleton(new StageUrl("https://{api}.test/{stage}"));
        _services = services.BuildServiceProvider();
    }

    public const string TopicArn = "arn:aws:sns:us-west-2:123456789012:releases";

    public History History { get; } = new();

    public FakeTime Time { get; } = new();

    public FakeLedger Ledger { get; }

    public FakeBucket Bucket { get; }

    public FakeKeys Keys { get; } = new();

    public FakeLambda Lambda { get; }

    public FakeCloudWatch CloudWatch { get; } = new();

    public CodeDownloads Downloads { get; }

    public FakeApis Apis { get; }

    public FakeHttpApis HttpApis { get; } = new();

    public FakeEvents Events { get; }

    public FakeSchedules Schedules { get; }

    public FakeWatch Watch { get; }

    public FakeLogs Logs { get; }

    public FakeExecutions Executions { get; } = new();

    /// <summary>Lines on standard output, but those of changes.</summary>
    public IReadOnlyList<string> Output => Lines(_output);

    /// <summary>Lines on standard output that report changes.</summary>
    public IReadOnlyList<string> ChangeLines => Lines(_changes);

    public ReleaseReference Release { get; private set; } = ReleaseOf("r1");

    public static ReleaseReference ReleaseOf(string id) =>
        new()
        {
            Id = id,
            Application = "shop",
            Environment = "development",
            PlanUri = $"s3://releases/plans/development/shop/{id}.json",
            ExecutionArn = $"arn:aws:states:us-west-2:123456789012:execution:release:{id}",
        };

    /// <summary>A step, or anything else that Startup knows.</summary>
    public T Get<T>()
        where T : class => _services.GetService<T>() ?? ActivatorUtilities.CreateInstance<T>(_services);

    /// <summary>Registers the release, takes the lock and plans the request, as the first three states do.</summary>
    public async Task<PlannedRelease> StartAsync(ReleaseRequest request)
    {
        Release = ReleaseOf(request.Id!);
        await Get<ReleaseLedger>().RegisterAsync(RecordOf(Release, Time.Now), Release);
        await Get<EnvironmentSeal>().EnsureKeyAsync();
        var plan = new ReleasePlan
        {
            Release = Release,
            Request = await SealAsync(request),
            StartedAt = Time.Now,
            ArtifactVersions = await VersionsAsync(request),
        };
        await WritePlanAsync(plan);
        Release = await Get<AcquireLockStep>().AcquireLock(new ReleaseInput { Release = Release });
        var planned = await Get<PlanReleaseStep>().PlanRelease(new ReleaseInput { Release = Release });
        History.Clear();
        return planned;
    }

    /// <summary>As PrepareRelease writes it down.</summary>
    public async Task<ReleaseRequest> SealAsync(ReleaseRequest request)
    {
        var functions = new List<FunctionRequest>();
        foreach (var function in request.Functions)
            functions.Add(function with { Environment = await Get<EnvironmentSeal>().SealAsync(function.Environment) });
        return request with { Functions = functions };
    }

    private async Task<IReadOnlyDictionary<string, string>> VersionsAsync(ReleaseRequest request)
    {
        var versions = new Dictionary<string, string>();
        foreach (var artifact in request.Layers.Select(l => l.Artifact).Concat(request.Functions.Select(f => f.Artifact)))
            if ((await Get<ReleaseBucket>().FindAsync(artifact.ObjectKey))?.Version is { } version)
                versions[artifact.ObjectKey] = version;
        return versions;
    }

    public Task WritePlanAsync(ReleasePlan plan) =>
        Get<ReleaseBucket>().WriteAsync($"plans/development/shop/{plan.Release.Id}.json", plan, ContractsJson.Default.ReleasePlan);

    public Task<ReleasePlan> ReadPlanAsync() => Get<ReleaseBucket>().ReadPlanAsync(Release);

    public ReleaseInput Input() => new() { Release = Release };

    public TrafficInput Stage(int stage) => new() { Release = Release, Stage = stage };

    public ItemInput Input(string name) => new() { Release = Release, Name = name };

    /// <summary>The release counts as ended, its lease runs out, and another execution takes the lock.</summary>
    public async Task LoseLockAsync()
    {
        Time.Now += TimeSpan.FromHours(1);
        await Get<OpenReleases>().CloseAsync(Release.ExecutionArn);
        await Get<ReleaseLock>().AcquireAsync(ReleaseOf("intruder"));
        History.Clear();
    }

    /// <summary>A release that was live before the test begins.</summary>
    public Task MarkCurrentAsync(ReleaseRecord record) =>
        Get<LedgerTable>().WriteAllAsync(Get<ReleaseLedger>().Current(ReleaseOf(record.Id), record));

    public static ReleaseRecord RecordOf(ReleaseReference release, DateTimeOffset startedAt) =>
        new()
        {
            Id = release.Id,
            Application = release.Application,
            Environment = release.Environment,
            Status = ReleaseStatus.InProgress,
            ExecutionArn = release.ExecutionArn,
            StartedAt = startedAt,
            PlanUri = release.PlanUri,
        };

    public void Dispose()
    {
        _services.Dispose();
        _output.Dispose();
        _changes.Dispose();
    }

    private static string[] Lines(MemoryStream stream) =>
        Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
