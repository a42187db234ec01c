using System.Text.Json.Serialization;
using CodeRipple.Agents;
using CodeRipple.Changes;
using CodeRipple.Events;

namespace CodeRipple;

/// <summary>How everything that enters or leaves CodeRipple is written: names in snake case, as in GitHub's webhooks.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Push))]
[JsonSerializable(typeof(AgentReport))]
[JsonSerializable(typeof(Analysis))]
[JsonSerializable(typeof(RecordedEvent))]
[JsonSerializable(typeof(DailyDigest))]
[JsonSerializable(typeof(Health))]
public sealed partial class CodeRippleJson : JsonSerializerContext;
