using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using CodeRipple.Workflow.Dummy;

[assembly: LambdaGlobalProperties(GenerateMain = true)]
[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<DummyJson>))]

namespace CodeRipple.Workflow.Dummy;

[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(SleepRequest))]
[JsonSerializable(typeof(ExitRequest))]
[JsonSerializable(typeof(SizeRequest))]
[JsonSerializable(typeof(ThrowRequest))]
[JsonSerializable(typeof(EnvironmentAnswer))]
[JsonSerializable(typeof(ContextAnswer))]
[JsonSerializable(typeof(string))]
public sealed partial class DummyJson : JsonSerializerContext;
