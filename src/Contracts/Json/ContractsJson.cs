using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>How the records of this assembly look in JSON: camelCase, enums by name, unknown members refused.</summary>
/// <remarks>
/// Optional members of the records have setters: the source generator would overwrite the default of an init-only
/// property that the JSON leaves out (https://github.com/dotnet/runtime/issues/84484).
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ReleaseRequest))]
[JsonSerializable(typeof(ReleasePlan))]
[JsonSerializable(typeof(Workload))]
[JsonSerializable(typeof(ReleaseRecord))]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(IReadOnlyList<CheckResult>))]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PlannedRelease))]
[JsonSerializable(typeof(ReleaseInput))]
[JsonSerializable(typeof(RouteApiInput))]
[JsonSerializable(typeof(ItemInput))]
[JsonSerializable(typeof(ItemResult))]
[JsonSerializable(typeof(TrafficInput))]
[JsonSerializable(typeof(PerformanceInput))]
[JsonSerializable(typeof(TrafficProgress))]
[JsonSerializable(typeof(CanaryRecord))]
[JsonSerializable(typeof(RejectReleaseInput))]
[JsonSerializable(typeof(RollbackRequest))]
[JsonSerializable(typeof(PlanRollbackInput))]
[JsonSerializable(typeof(TestRestoredInput))]
[JsonSerializable(typeof(RestoredTests))]
[JsonSerializable(typeof(OpenRelease))]
[JsonSerializable(typeof(GuardReport))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(RollbackPlan))]
[JsonSerializable(typeof(RevertResult))]
[JsonSerializable(typeof(CompleteRollbackInput))]
[JsonSerializable(typeof(ReleaseReport))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(ReleaseReference))]
[JsonSerializable(typeof(IReadOnlyList<RevertResult>))]
[JsonSerializable(typeof(SentEvent))]
[JsonSerializable(typeof(CheckInput))]
[JsonSerializable(typeof(ComponentResults))]
[JsonSerializable(typeof(ComponentSummary))]
[JsonSerializable(typeof(JudgeInput))]
[JsonSerializable(typeof(InfrastructureVerdict))]
[JsonSerializable(typeof(HealthCheckInput))]
[JsonSerializable(typeof(HealthCheckRequest))]
[JsonSerializable(typeof(HealthCheckPlan))]
[JsonSerializable(typeof(ReportHealthInput))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(HealthState))]
[JsonSerializable(typeof(PrepareReleaseInput))]
[JsonSerializable(typeof(PreparedRelease))]
[JsonSerializable(typeof(RequestEvent))]
[JsonSerializable(typeof(StartResult))]
[JsonSerializable(typeof(WrappedKey))]
public sealed partial class ContractsJson : JsonSerializerContext;
