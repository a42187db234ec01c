using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

Func<JsonElement, ILambdaContext, Task<JsonNode>> handle = new Function().HandleAsync;
await LambdaBootstrapBuilder.Create(handle, new SourceGeneratorLambdaJsonSerializer<FunctionJson>()).Build().RunAsync();

[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class FunctionJson : JsonSerializerContext;
