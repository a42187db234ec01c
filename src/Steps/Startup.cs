using System.Diagnostics.CodeAnalysis;
using Amazon.APIGateway;
using Amazon.ApiGatewayV2;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.IdentityManagement;
using Amazon.KeyManagementService;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.Scheduler;
using Amazon.SimpleNotificationService;
using Amazon.StepFunctions;
using CodeRipple.Workflow.Steps;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;
using CodeRipple.Workflow.Steps.Completion;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Guardian;
using CodeRipple.Workflow.Steps.Journaling;
using CodeRipple.Workflow.Steps.Layers;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Preparation;
using CodeRipple.Workflow.Steps.Resources;
using CodeRipple.Workflow.Steps.Rollback;
using CodeRipple.Workflow.Steps.Routing;
using CodeRipple.Workflow.Steps.Starting;
using CodeRipple.Workflow.Steps.Traffic;
using CodeRipple.Workflow.Steps.Traffic.Judging;
using CodeRipple.Workflow.Steps.Validation;
using Microsoft.Extensions.DependencyInjection;
using static System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes;

[assembly: LambdaSerializer(typeof(StepSerializer))]
[assembly: LambdaGlobalProperties(GenerateMain = true)]

namespace CodeRipple.Workflow.Steps;

/// <summary>What the steps are made of. Singletons are created on first use, so a step pays only for the clients it needs.</summary>
[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        AwsFailures.Register();
        var pace = new CallPace(TimeProvider.System, StepSettings.SideBySide);
        CallPacing.Register(pace);
        services.AddSingleton(pace);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => StepSettings.FromEnvironment());

        services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client());
        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient());
        services.AddSingleton<IAmazonKeyManagementService>(_ => new AmazonKeyManagementServiceClient());
        services.AddSingleton<IAmazonLambda>(_ => new AmazonLambdaClient());
        services.AddSingleton<IAmazonStepFunctions>(_ => new AmazonStepFunctionsClient());
        services.AddSingleton<IAmazonAPIGateway>(_ => new AmazonAPIGatewayClient());
        services.AddSingleton<IAmazonEventBridge>(_ => new AmazonEventBridgeClient());
        services.AddSingleton<IAmazonScheduler>(_ => new AmazonSchedulerClient());
        services.AddSingleton<IAmazonApiGatewayV2>(_ => new AmazonApiGatewayV2Client());
        services.AddSingleton<IAmazonCloudWatch>(_ => new AmazonCloudWatchClient());
        services.AddSingleton<IAmazonCloudWatchLogs>(_ => new AmazonCloudWatchLogsClient());
        services.AddSingleton<IAmazonIdentityManagementService>(_ => new AmazonIdentityManagementServiceClient());
        services.AddSingleton<IAmazonSimpleNotificationService>(_ => new AmazonSimpleNotificationServiceClient());

        services.AddSingleton(provider => provider.GetRequiredService<StepSettings>().Store);
        services.AddSingleton<ReleaseBucket>();
        services.AddSingleton<LedgerTable>();
        services.AddSingleton<EnvironmentSeal>();
        services.AddSingleton<OpenReleases>();
        services.AddSingleton<ReleaseLedger>();
        services.AddSingleton<Executions>();
        services.AddSingleton<ReleaseLock>();
        services.AddSingleton<LambdaFunctions>();
        services.AddSingleton<LambdaAliases>();
        services.AddSingleton<LambdaLayers>();
        services.AddSingleton(_ => new LambdaInvocations(new AmazonLambdaClient(LambdaInvocations.Config), StepSettings.QuotesLogs));

        services.AddSingleton<CloudWatchMetrics>();
        services.AddSingleton<CloudWatchAlarms>();

        services.AddSingleton<Journal>();
        services.AddSingleton(provider => new ChangeLog(Console.OpenStandardOutput(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Changes>();
        services.AddSingleton<ReleasedLayers>();
        services.AddSingleton<RevertLog>();
        services.AddSingleton<InFlightChanges>();
        services.AddSingleton<LayersInTheWay>();
        services.AddSingleton<RollbackToEarlierRelease>();
        services.AddSingleton<AbandonedRollback>();
        services.AddSingleton<BaselineOfTests>();
        services.AddSingleton<InterruptedExecutions>();
        services.AddSingleton<UnregisteredReleases>();
        services.AddSingleton<LiveState>();
        services.AddSingleton<LiveIntegrations>();
        services.AddSingleton(_ => new EmbeddedMetrics(Console.OpenStandardOutput()));
        services.AddSingleton<ReleaseMetrics>();
        services.AddSingleton<SmokeTests>();
        services.AddSingleton<EndToEndTests>();
        services.AddSingleton(_ => StageUrl.FromEnvironment());
        services.AddSingleton<StageCalls>();
        services.AddSingleton<FunctionPlanner>();
        services.AddSingleton<PackageSizes>();
        services.AddSingleton<TrafficPlan>();
        services.AddSingleton<FunctionOwners>();
        services.AddSingleton<VersionPairs>();
        services.AddSingleton<CanaryLedger>();
        services.AddSingleton<CanaryNumbers>();
        services.AddSingleton<CanaryProbes>();
        services.AddSingleton<CanaryJudge>();
        services.AddSingleton<PerformanceChecks>();
        services.AddSingleton<CodeBackup>();
        services.AddSingleton<HttpClient>();
        services.AddSingleton(_ => ProbeSettings.FromEnvironment());
        services.AddSingleton(_ => StateMachineSettings.FromEnvironment());
        AddChecks(services);
        AddResource<AliasResource>(services);
        AddResource<FunctionExistence>(services);
        AddResource<FunctionOwnership>(services);
        AddResource<FunctionConfigurationResource>(services);
        AddResource<FunctionCodeResource>(services);
        AddRouting(services);
        AddMonitoring(services);
    }

    private static void AddRouting(IServiceCollection services)
    {
        services.AddSingleton<RestApis>();
        services.AddSingleton<EventRules>();
        services.AddSingleton<Schedules>();
        services.AddSingleton<EventSourceMappings>();
        services.AddSingleton<FunctionPolicies>();
        services.AddSingleton<FunctionUrls>();
        services.AddSingleton<HttpApis>();
        services.AddSingleton<StateMachines>();
        services.AddSingleton<TriggerWalk>();
        services.AddSingleton<RoutePlanner>();
        AddResource<PermissionResource>(services);
        AddResource<IntegrationResource>(services);
        AddResource<StageDeploymentResource>(services);
        AddTrigger<RuleTargetResource>(services);
        AddTrigger<ScheduleResource>(services);
        AddTrigger<EventSourceMappingResource>(services);
    }

    private static void AddMonitoring(IServiceCollection services)
    {
        services.AddSingleton<LogGroups>();
        services.AddSingleton<DurationMetrics>();
        services.AddSingleton(_ => MonitoringSettings.FromEnvironment());
        services.AddSingleton<FunctionAlarms>();
        services.AddSingleton<MonitoringState>();
        services.AddSingleton<MonitoringPlanner>();
        AddResource<AlarmResource>(services);
        AddResource<LogRetentionResource>(services);
    }

    private static void AddTrigger<[DynamicallyAccessedMembers(PublicConstructors)] T>(IServiceCollection services)
        where T : class, IJournaledResource, ITriggerResource
    {
        AddResource<T>(services);
        services.AddSingleton<ITriggerResource>(provider => provider.GetRequiredService<T>());
    }

    private static void AddChecks(IServiceCollection services)
    {
        services.AddSingleton<IamRoles>();
        services.AddSingleton<DynamoTables>();
        services.AddSingleton<EncryptedStores>();
        services.AddSingleton<CheckRecords>();
        services.AddSingleton<HealthLedger>();
        services.AddSingleton<SyntheticCalls>();
        services.AddSingleton<RuleTargets>();
        services.AddSingleton<SentEvents>();
        services.AddSingleton<EventEffects>();
        services.AddSingleton<ICheckSuite, FunctionChecks>();
        services.AddSingleton<ICheckSuite, TableChecks>();
        services.AddSingleton<ICheckSuite, RuleChecks>();
        services.AddSingleton<ICheckSuite, EventChecks>();
        services.AddSingleton<ICheckSuite, ApiChecks>();
        services.AddSingleton<ICheckSuite, MonitoringChecks>();
        services.AddSingleton<ICheckSuite, SecurityChecks>();
    }

    private static void AddResource<[DynamicallyAccessedMembers(PublicConstructors)] T>(IServiceCollection services)
        where T : class, IJournaledResource
    {
        services.AddSingleton<T>();
        services.AddSingleton<IJournaledResource>(provider => provider.GetRequiredService<T>());
    }
}
