// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.IdentityManagement.Model;

public partial class DeleteRolePolicyRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string PolicyName { get; set; }
    public string RoleName { get; set; }

    void IShape.Members(Wire wire)
    {
        PolicyName = wire.Member("PolicyName", PolicyName);
        RoleName = wire.Member("RoleName", RoleName);
    }
}

public partial class DeleteRolePolicyResponse : AmazonWebServiceResponse;

public partial class GetRolePolicyRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string PolicyName { get; set; }
    public string RoleName { get; set; }

    void IShape.Members(Wire wire)
    {
        PolicyName = wire.Member("PolicyName", PolicyName);
        RoleName = wire.Member("RoleName", RoleName);
    }
}

public partial class GetRolePolicyResponse : AmazonWebServiceResponse, IShape
{
    public string PolicyDocument { get; set; }
    public string PolicyName { get; set; }
    public string RoleName { get; set; }

    void IShape.Members(Wire wire)
    {
        PolicyDocument = wire.Member("PolicyDocument", PolicyDocument);
        PolicyName = wire.Member("PolicyName", PolicyName);
        RoleName = wire.Member("RoleName", RoleName);
    }
}

public partial class ListAttachedRolePoliciesRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string Marker { get; set; }
    public int? MaxItems { get; set; }
    public string PathPrefix { get; set; }
    public string RoleName { get; set; }

    void IShape.Members(Wire wire)
    {
        Marker = wire.Member("Marker", Marker);
        MaxItems = wire.Member("MaxItems", MaxItems);
        PathPrefix = wire.Member("PathPrefix", PathPrefix);
        RoleName = wire.Member("RoleName", RoleName);
    }
}

public partial class ListAttachedRolePoliciesResponse : AmazonWebServiceResponse, IShape
{
    public List<AttachedPolicyType> AttachedPolicies { get; set; }
    public bool? IsTruncated { get; set; }
    public string Marker { get; set; }

    void IShape.Members(Wire wire)
    {
        AttachedPolicies = wire.List("AttachedPolicies", AttachedPolicies, Each.Shape);
        IsTruncated = wire.Member("IsTruncated", IsTruncated);
        Marker = wire.Member("Marker", Marker);
    }
}

public partial class ListRolePoliciesRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string Marker { get; set; }
    public int? MaxItems { get; set; }
    public string RoleName { get; set; }

    void IShape.Members(Wire wire)
    {
        Marker = wire.Member("Marker", Marker);
        MaxItems = wire.Member("MaxItems", MaxItems);
        RoleName = wire.Member("RoleName", RoleName);
    }
}

public partial class ListRolePoliciesResponse : AmazonWebServiceResponse, IShape
{
    public bool? IsTruncated { get; set; }
    public string Marker { get; set; }
    public List<string> PolicyNames { get; set; }

    void IShape.Members(Wire wire)
    {
        IsTruncated = wire.Member("IsTruncated", IsTruncated);
        Marker = wire.Member("Marker", Marker);
        PolicyNames = wire.List("PolicyNames", PolicyNames, Each.Text);
    }
}

public partial class PutRolePolicyRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string PolicyDocument { get; set; }
    public string PolicyName { get; set; }
    public string RoleName { get; set; }

    void IShape.Members(Wire wire)
    {
        PolicyDocument = wire.Member("PolicyDocument", PolicyDocument);
        PolicyName = wire.Member("PolicyName", PolicyName);
        RoleName = wire.Member("RoleName", RoleName);
    }
}

public partial class PutRolePolicyResponse : AmazonWebServiceResponse;

public partial class AttachedPolicyType : IShape
{
    public string PolicyArn { get; set; }
    public string PolicyName { get; set; }

    void IShape.Members(Wire wire)
    {
        PolicyArn = wire.Member("PolicyArn", PolicyArn);
        PolicyName = wire.Member("PolicyName", PolicyName);
    }
}
