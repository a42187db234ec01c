using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Compat.Aws.Protocols;

internal sealed class JsonResponse<T>(ServiceModel service) : JsonResponseUnmarshaller
    where T : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new T();
        if (response is IShape shape)
        {
            using var wire = new ResponseReader(input.Stream, input.ResponseData);
            shape.Members(wire);
        }
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        var name = NameOf(error.Code);
        var (code, type) = QueryError(input.ResponseData) ?? (name, error.Type);
        var exception = service.Exception(new ServiceError(name, code, error.Message, innerException, type, error.RequestId, statusCode));
        if (exception is IShape shape)
        {
            using var body = new MemoryStream(input.GetResponseBodyBytes());
            using var wire = new ResponseReader(body, input.ResponseData);
            shape.Members(wire);
        }
        return exception;
    }

    // "com.amazonaws.sqs#QueueDoesNotExist", "ResourceNotFoundException:http://internal.amazon.com/…"
    private static string NameOf(string? code) =>
        string.IsNullOrEmpty(code) ? "Unknown" : code[(code.LastIndexOf('#') + 1)..].Split(':')[0];

    // Services that once spoke the query protocol keep their old codes in a header:
    // https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait
    private static (string, ErrorType)? QueryError(IWebResponseData response) =>
        response.GetHeaderValue("x-amzn-query-error")?.Split(';') is [{ Length: > 0 } code, var fault]
            ? (code, Enum.TryParse<ErrorType>(fault, out var type) ? type : ErrorType.Unknown)
            : null;

    // The body is parsed when the first member asks for it: a raw payload never is.
    private sealed class ResponseReader(Stream body, IWebResponseData response) : JsonReader(default), IDisposable
    {
        private JsonDocument? _document;

        protected override JsonElement Node => (_document ??= Parse(body)).RootElement;

        public override string? Header(string name, string? value) => response.GetHeaderValue(name) is { Length: > 0 } found ? found : null;

        public override int? Status(int? value) => (int)response.StatusCode;

        public override MemoryStream? Payload(MemoryStream? value)
        {
            var payload = new MemoryStream();
            body.CopyTo(payload);
            payload.Position = 0;
            return payload;
        }

        public void Dispose() => _document?.Dispose();

        private static JsonDocument Parse(Stream body)
        {
            using var buffer = new MemoryStream();
            body.CopyTo(buffer);
            return JsonDocument.Parse(buffer.Length == 0 ? "{}"u8.ToArray() : buffer.ToArray());
        }
    }
}
