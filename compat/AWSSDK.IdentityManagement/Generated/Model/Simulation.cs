// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.IdentityManagement.Model;

public partial class SimulatePrincipalPolicyRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public List<string> ActionNames { get; set; }
    public string CallerArn { get; set; }
    public List<ContextEntry> ContextEntries { get; set; }
    public string Marker { get; set; }
    public int? MaxItems { get; set; }
    public List<string> PermissionsBoundaryPolicyInputList { get; set; }
    public List<string> PolicyInputList { get; set; }
    public string PolicySourceArn { get; set; }
    public List<string> ResourceArns { get; set; }
    public string ResourceHandlingOption { get; set; }
    public string ResourceOwner { get; set; }
    public string ResourcePolicy { get; set; }

    void IShape.Members(Wire wire)
    {
        ActionNames = wire.List("ActionNames", ActionNames, Each.Text);
        CallerArn = wire.Member("CallerArn", CallerArn);
        ContextEntries = wire.List("ContextEntries", ContextEntries, Each.Shape);
        Marker = wire.Member("Marker", Marker);
        MaxItems = wire.Member("MaxItems", MaxItems);
        PermissionsBoundaryPolicyInputList = wire.List("PermissionsBoundaryPolicyInputList", PermissionsBoundaryPolicyInputList, Each.Text);
        PolicyInputList = wire.List("PolicyInputList", PolicyInputList, Each.Text);
        PolicySourceArn = wire.Member("PolicySourceArn", PolicySourceArn);
        ResourceArns = wire.List("ResourceArns", ResourceArns, Each.Text);
        ResourceHandlingOption = wire.Member("ResourceHandlingOption", ResourceHandlingOption);
        ResourceOwner = wire.Member("ResourceOwner", ResourceOwner);
        ResourcePolicy = wire.Member("ResourcePolicy", ResourcePolicy);
    }
}

public partial class SimulatePrincipalPolicyResponse : AmazonWebServiceResponse, IShape
{
    public List<EvaluationResult> EvaluationResults { get; set; }
    public bool? IsTruncated { get; set; }
    public string Marker { get; set; }

    void IShape.Members(Wire wire)
    {
        EvaluationResults = wire.List("EvaluationResults", EvaluationResults, Each.Shape);
        IsTruncated = wire.Member("IsTruncated", IsTruncated);
        Marker = wire.Member("Marker", Marker);
    }
}

public partial class ContextEntry : IShape
{
    public string ContextKeyName { get; set; }
    public ContextKeyTypeEnum ContextKeyType { get; set; }
    public List<string> ContextKeyValues { get; set; }

    void IShape.Members(Wire wire)
    {
        ContextKeyName = wire.Member("ContextKeyName", ContextKeyName);
        ContextKeyType = wire.Constant("ContextKeyType", ContextKeyType, value => new(value));
        ContextKeyValues = wire.List("ContextKeyValues", ContextKeyValues, Each.Text);
    }
}

public partial class EvaluationResult : IShape
{
    public string EvalActionName { get; set; }
    public PolicyEvaluationDecisionType EvalDecision { get; set; }
    public Dictionary<string, string> EvalDecisionDetails { get; set; }
    public string EvalResourceName { get; set; }
    public List<Statement> MatchedStatements { get; set; }
    public List<string> MissingContextValues { get; set; }
    public OrganizationsDecisionDetail OrganizationsDecisionDetail { get; set; }
    public PermissionsBoundaryDecisionDetail PermissionsBoundaryDecisionDetail { get; set; }
    public List<ResourceSpecificResult> ResourceSpecificResults { get; set; }

    void IShape.Members(Wire wire)
    {
        EvalActionName = wire.Member("EvalActionName", EvalActionName);
        EvalDecision = wire.Constant("EvalDecision", EvalDecision, value => new(value));
        EvalDecisionDetails = wire.Map("EvalDecisionDetails", EvalDecisionDetails, Each.Text);
        EvalResourceName = wire.Member("EvalResourceName", EvalResourceName);
        MatchedStatements = wire.List("MatchedStatements", MatchedStatements, Each.Shape);
        MissingContextValues = wire.List("MissingContextValues", MissingContextValues, Each.Text);
        OrganizationsDecisionDetail = wire.Shape("OrganizationsDecisionDetail", OrganizationsDecisionDetail);
        PermissionsBoundaryDecisionDetail = wire.Shape("PermissionsBoundaryDecisionDetail", PermissionsBoundaryDecisionDetail);
        ResourceSpecificResults = wire.List("ResourceSpecificResults", ResourceSpecificResults, Each.Shape);
    }
}

public partial class OrganizationsDecisionDetail : IShape
{
    public bool? AllowedByOrganizations { get; set; }

    void IShape.Members(Wire wire)
    {
        AllowedByOrganizations = wire.Member("AllowedByOrganizations", AllowedByOrganizations);
    }
}

public partial class PermissionsBoundaryDecisionDetail : IShape
{
    public bool? AllowedByPermissionsBoundary { get; set; }

    void IShape.Members(Wire wire)
    {
        AllowedByPermissionsBoundary = wire.Member("AllowedByPermissionsBoundary", AllowedByPermissionsBoundary);
    }
}

public partial class Position : IShape
{
    public int? Column { get; set; }
    public int? Line { get; set; }

    void IShape.Members(Wire wire)
    {
        Column = wire.Member("Column", Column);
        Line = wire.Member("Line", Line);
    }
}

public partial class ResourceSpecificResult : IShape
{
    public Dictionary<string, string> EvalDecisionDetails { get; set; }
    public PolicyEvaluationDecisionType EvalResourceDecision { get; set; }
    public string EvalResourceName { get; set; }
    public List<Statement> MatchedStatements { get; set; }
    public List<string> MissingContextValues { get; set; }
    public PermissionsBoundaryDecisionDetail PermissionsBoundaryDecisionDetail { get; set; }

    void IShape.Members(Wire wire)
    {
        EvalDecisionDetails = wire.Map("EvalDecisionDetails", EvalDecisionDetails, Each.Text);
        EvalResourceDecision = wire.Constant("EvalResourceDecision", EvalResourceDecision, value => new(value));
        EvalResourceName = wire.Member("EvalResourceName", EvalResourceName);
        MatchedStatements = wire.List("MatchedStatements", MatchedStatements, Each.Shape);
        MissingContextValues = wire.List("MissingContextValues", MissingContextValues, Each.Text);
        PermissionsBoundaryDecisionDetail = wire.Shape("PermissionsBoundaryDecisionDetail", PermissionsBoundaryDecisionDetail);
    }
}

public partial class Statement : IShape
{
    public Position EndPosition { get; set; }
    public string SourcePolicyId { get; set; }
    public PolicySourceType SourcePolicyType { get; set; }
    public Position StartPosition { get; set; }

    void IShape.Members(Wire wire)
    {
        EndPosition = wire.Shape("EndPosition", EndPosition);
        SourcePolicyId = wire.Member("SourcePolicyId", SourcePolicyId);
        SourcePolicyType = wire.Constant("SourcePolicyType", SourcePolicyType, value => new(value));
        StartPosition = wire.Shape("StartPosition", StartPosition);
    }
}
