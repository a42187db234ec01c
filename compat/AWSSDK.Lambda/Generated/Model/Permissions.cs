// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class AddPermissionRequest : AmazonLambdaRequest, IShape
{
    public string Action { get; set; }
    public string EventSourceToken { get; set; }
    public string FunctionName { get; set; }
    public FunctionUrlAuthType FunctionUrlAuthType { get; set; }
    public bool? InvokedViaFunctionUrl { get; set; }
    public string Principal { get; set; }
    public string PrincipalOrgID { get; set; }
    public string Qualifier { get; set; }
    public string RevisionId { get; set; }
    public string SourceAccount { get; set; }
    public string SourceArn { get; set; }
    public string StatementId { get; set; }

    void IShape.Members(Wire wire)
    {
        Action = wire.Member("Action", Action);
        EventSourceToken = wire.Member("EventSourceToken", EventSourceToken);
        wire.Label("FunctionName", FunctionName);
        FunctionUrlAuthType = wire.Constant("FunctionUrlAuthType", FunctionUrlAuthType, value => new(value));
        InvokedViaFunctionUrl = wire.Member("InvokedViaFunctionUrl", InvokedViaFunctionUrl);
        Principal = wire.Member("Principal", Principal);
        PrincipalOrgID = wire.Member("PrincipalOrgID", PrincipalOrgID);
        wire.Query("Qualifier", Qualifier);
        RevisionId = wire.Member("RevisionId", RevisionId);
        SourceAccount = wire.Member("SourceAccount", SourceAccount);
        SourceArn = wire.Member("SourceArn", SourceArn);
        StatementId = wire.Member("StatementId", StatementId);
    }
}

public partial class AddPermissionResponse : AmazonWebServiceResponse, IShape
{
    public string Statement { get; set; }

    void IShape.Members(Wire wire)
    {
        Statement = wire.Member("Statement", Statement);
    }
}

public partial class GetPolicyRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }
    public string Qualifier { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
        wire.Query("Qualifier", Qualifier);
    }
}

public partial class GetPolicyResponse : AmazonWebServiceResponse, IShape
{
    public string Policy { get; set; }
    public string RevisionId { get; set; }

    void IShape.Members(Wire wire)
    {
        Policy = wire.Member("Policy", Policy);
        RevisionId = wire.Member("RevisionId", RevisionId);
    }
}

public partial class RemovePermissionRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }
    public string Qualifier { get; set; }
    public string RevisionId { get; set; }
    public string StatementId { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
        wire.Query("Qualifier", Qualifier);
        wire.Query("RevisionId", RevisionId);
        wire.Label("StatementId", StatementId);
    }
}

public partial class RemovePermissionResponse : AmazonWebServiceResponse;
