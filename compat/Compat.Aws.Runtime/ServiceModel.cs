using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Compat.Aws.Protocols;

namespace Compat.Aws;

/// <summary>What AWSSDK.Core's pipeline and the wire protocol have to know about one AWS service.</summary>
public sealed record ServiceModel(string ServiceId, string Namespace, string EndpointPrefix, string ApiVersion) : IServiceMetadata
{
    /// <summary>How requests and responses look on the wire.</summary>
    public required WireProtocol Protocol { get; init; }

    /// <summary>Picks the exception class for an error code of the service.</summary>
    public required Func<ServiceError, AmazonServiceException> Exception { get; init; }

    /// <summary>One endpoint for the whole partition, signed for us-east-1 (IAM).</summary>
    public bool IsGlobal { get; init; }

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}

/// <summary>An error response, before it is an exception.</summary>
/// <param name="Name">Which error of the service's model it is.</param>
/// <param name="Code">The code callers see, which differs from the name where a service keeps the codes of its query-protocol days.</param>
public sealed record ServiceError(
    string Name,
    string Code,
    string Message,
    Exception? Inner,
    ErrorType Type,
    string RequestId,
    System.Net.HttpStatusCode Status
);

/// <summary>One API call: its name and, for REST services, its method and path with {labels}.</summary>
public sealed record Operation(string Name, string Method = "POST", string Path = "/");
