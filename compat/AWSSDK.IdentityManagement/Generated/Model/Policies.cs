// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.IdentityManagement.Model;

public partial class GetPolicyRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string PolicyArn { get; set; }

    void IShape.Members(Wire wire)
    {
        PolicyArn = wire.Member("PolicyArn", PolicyArn);
    }
}

public partial class GetPolicyResponse : AmazonWebServiceResponse, IShape
{
    public ManagedPolicy Policy { get; set; }

    void IShape.Members(Wire wire)
    {
        Policy = wire.Shape("Policy", Policy);
    }
}

public partial class GetPolicyVersionRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string PolicyArn { get; set; }
    public string VersionId { get; set; }

    void IShape.Members(Wire wire)
    {
        PolicyArn = wire.Member("PolicyArn", PolicyArn);
        VersionId = wire.Member("VersionId", VersionId);
    }
}

public partial class GetPolicyVersionResponse : AmazonWebServiceResponse, IShape
{
    public PolicyVersion PolicyVersion { get; set; }

    void IShape.Members(Wire wire)
    {
        PolicyVersion = wire.Shape("PolicyVersion", PolicyVersion);
    }
}

public partial class ManagedPolicy : IShape
{
    public string Arn { get; set; }
    public int? AttachmentCount { get; set; }
    public DateTime? CreateDate { get; set; }
    public string DefaultVersionId { get; set; }
    public string Description { get; set; }
    public bool? IsAttachable { get; set; }
    public string Path { get; set; }
    public int? PermissionsBoundaryUsageCount { get; set; }
    public string PolicyId { get; set; }
    public string PolicyName { get; set; }
    public List<Tag> Tags { get; set; }
    public DateTime? UpdateDate { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        AttachmentCount = wire.Member("AttachmentCount", AttachmentCount);
        CreateDate = wire.Member("CreateDate", CreateDate);
        DefaultVersionId = wire.Member("DefaultVersionId", DefaultVersionId);
        Description = wire.Member("Description", Description);
        IsAttachable = wire.Member("IsAttachable", IsAttachable);
        Path = wire.Member("Path", Path);
        PermissionsBoundaryUsageCount = wire.Member("PermissionsBoundaryUsageCount", PermissionsBoundaryUsageCount);
        PolicyId = wire.Member("PolicyId", PolicyId);
        PolicyName = wire.Member("PolicyName", PolicyName);
        Tags = wire.List("Tags", Tags, Each.Shape);
        UpdateDate = wire.Member("UpdateDate", UpdateDate);
    }
}

public partial class PolicyVersion : IShape
{
    public DateTime? CreateDate { get; set; }
    public string Document { get; set; }
    public bool? IsDefaultVersion { get; set; }
    public string VersionId { get; set; }

    void IShape.Members(Wire wire)
    {
        CreateDate = wire.Member("CreateDate", CreateDate);
        Document = wire.Member("Document", Document);
        IsDefaultVersion = wire.Member("IsDefaultVersion", IsDefaultVersion);
        VersionId = wire.Member("VersionId", VersionId);
    }
}
