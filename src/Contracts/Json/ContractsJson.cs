using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>How the records of this assembly look in JSON: camelCase, enums by name, unknown members refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReleaseRequest))]
public sealed partial class ContractsJson : JsonSerializerContext;
