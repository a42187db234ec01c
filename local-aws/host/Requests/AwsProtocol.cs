namespace CodeRipple.Workflow.LocalAws.Requests;

/// <summary>How a request names its operation and how its errors are written.</summary>
internal enum AwsProtocol
{
    /// <summary>Operation = method and path; JSON errors with the name in a header (Lambda, API Gateway, Scheduler, X-Ray).</summary>
    RestJson,

    /// <summary>Operation in X-Amz-Target.</summary>
    Json,

    /// <summary>Operation in the form field Action; XML errors.</summary>
    Query,

    /// <summary>Operation = method, path and sub-resource; bare XML errors.</summary>
    S3,

    /// <summary>Operation in the path /service/…/operation/…; everything in CBOR.</summary>
    Cbor,
}
