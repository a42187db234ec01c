using System.Text.Json.Serialization;
using CodeRipple.Workflow.Steps.Functions;
using CodeRipple.Workflow.Steps.Monitoring;
using CodeRipple.Workflow.Steps.Routing;
using CodeRipple.Workflow.Steps.Traffic;

namespace CodeRipple.Workflow.Steps.Journaling;

/// <summary>How the journal keeps the states of resources.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IntegrationState))]
[JsonSerializable(typeof(PermissionStatement))]
[JsonSerializable(typeof(RuleTargetState))]
[JsonSerializable(typeof(ScheduleDefinition))]
[JsonSerializable(typeof(AlarmDefinition))]
[JsonSerializable(typeof(FunctionSettings))]
[JsonSerializable(typeof(CodeIdentity))]
[JsonSerializable(typeof(AliasTarget))]
internal sealed partial class ResourceStates : JsonSerializerContext;
