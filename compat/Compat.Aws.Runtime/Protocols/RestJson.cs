using System.Globalization;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Compat.Aws.Protocols;

/// <summary>restJson1: labels in the path, parameters in the query, some headers, the rest in a JSON body or one raw payload.</summary>
public sealed class RestJson : WireProtocol
{
    internal override void Write(ServiceModel service, Operation operation, IShape request, IRequest http)
    {
        http.UseQueryString = true;
        if (operation.Path.Split('?', '=') is [var path, var parameter, var value])
        {
            http.ResourcePath = path;
            http.AddSubResource(parameter, value);
        }
        // API Gateway answers HAL without it.
        http.Headers["Accept"] = "application/json";
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            request.Members(new RequestWriter(json, http));
            json.WriteEndObject();
        }
        if (http.ContentStream is not null || operation.Method is "GET" or "DELETE")
            return;
        http.Headers["Content-Type"] = "application/json";
        http.Content = body.ToArray();
    }

    internal override ResponseUnmarshaller Reader<T>(ServiceModel service, Operation operation) => new JsonResponse<T>(service);

    private sealed class RequestWriter(Utf8JsonWriter json, IRequest http) : JsonWriter(json)
    {
        public override void Label(string name, object? value) =>
            http.AddPathResource(
                $"{{{name}}}",
                value is null or ""
                    ? throw new AmazonClientException($"The request has no value for {name}, which is part of its path")
                    : Text(value)
            );

        public override void Query(string name, object? value)
        {
            if (value is List<string> list)
                http.ParameterCollection.Add(name, list);
            else if (value is Dictionary<string, string> pairs)
                foreach (var (key, text) in pairs)
                    http.Parameters.Add(key, text);
            else if (value is not null)
                http.Parameters.Add(name, Text(value));
        }

        public override string? Header(string name, string? value)
        {
            if (value is not null)
                http.Headers[name] = value;
            return value;
        }

        public override MemoryStream? Payload(MemoryStream? value)
        {
            http.ContentStream = value ?? new MemoryStream();
            http.Headers["Content-Type"] = "application/octet-stream";
            return value;
        }

        private static string Text(object value) =>
            value switch
            {
                string text => text,
                bool flag => flag ? "true" : "false",
                ConstantClass constant => constant.Value,
                DateTime date => date.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => throw new ArgumentException($"{value.GetType()} cannot be part of a URL", nameof(value)),
            };
    }
}
