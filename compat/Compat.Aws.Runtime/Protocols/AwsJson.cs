using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Compat.Aws.Protocols;

/// <summary>awsJson1_0 and awsJson1_1: everything is the JSON body, a header names the operation.</summary>
public sealed class AwsJson(string targetPrefix, string version) : WireProtocol
{
    internal override void Write(ServiceModel service, Operation operation, IShape request, IRequest http)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
            JsonWriter.WriteObject(json, request);
        http.Headers["X-Amz-Target"] = $"{targetPrefix}.{operation.Name}";
        http.Headers["Content-Type"] = "application/x-amz-json-" + version;
        http.Content = body.ToArray();
    }

    internal override ResponseUnmarshaller Reader<T>(ServiceModel service, Operation operation) => new JsonResponse<T>(service);
}
