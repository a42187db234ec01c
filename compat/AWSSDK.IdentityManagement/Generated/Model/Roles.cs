// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.IdentityManagement.Model;

public partial class CreateRoleRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string AssumeRolePolicyDocument { get; set; }
    public string Description { get; set; }
    public int? MaxSessionDuration { get; set; }
    public string Path { get; set; }
    public string PermissionsBoundary { get; set; }
    public string RoleName { get; set; }
    public List<Tag> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        AssumeRolePolicyDocument = wire.Member("AssumeRolePolicyDocument", AssumeRolePolicyDocument);
        Description = wire.Member("Description", Description);
        MaxSessionDuration = wire.Member("MaxSessionDuration", MaxSessionDuration);
        Path = wire.Member("Path", Path);
        PermissionsBoundary = wire.Member("PermissionsBoundary", PermissionsBoundary);
        RoleName = wire.Member("RoleName", RoleName);
        Tags = wire.List("Tags", Tags, Each.Shape);
    }
}

public partial class CreateRoleResponse : AmazonWebServiceResponse, IShape
{
    public Role Role { get; set; }

    void IShape.Members(Wire wire)
    {
        Role = wire.Shape("Role", Role);
    }
}

public partial class DeleteRoleRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string RoleName { get; set; }

    void IShape.Members(Wire wire)
    {
        RoleName = wire.Member("RoleName", RoleName);
    }
}

public partial class DeleteRoleResponse : AmazonWebServiceResponse;

public partial class GetRoleRequest : AmazonIdentityManagementServiceRequest, IShape
{
    public string RoleName { get; set; }

    void IShape.Members(Wire wire)
    {
        RoleName = wire.Member("RoleName", RoleName);
    }
}

public partial class GetRoleResponse : AmazonWebServiceResponse, IShape
{
    public Role Role { get; set; }

    void IShape.Members(Wire wire)
    {
        Role = wire.Shape("Role", Role);
    }
}

public partial class AttachedPermissionsBoundary : IShape
{
    public string PermissionsBoundaryArn { get; set; }
    public PermissionsBoundaryAttachmentType PermissionsBoundaryType { get; set; }

    void IShape.Members(Wire wire)
    {
        PermissionsBoundaryArn = wire.Member("PermissionsBoundaryArn", PermissionsBoundaryArn);
        PermissionsBoundaryType = wire.Constant("PermissionsBoundaryType", PermissionsBoundaryType, value => new(value));
    }
}

public partial class Role : IShape
{
    public string Arn { get; set; }
    public string AssumeRolePolicyDocument { get; set; }
    public DateTime? CreateDate { get; set; }
    public string Description { get; set; }
    public int? MaxSessionDuration { get; set; }
    public string Path { get; set; }
    public AttachedPermissionsBoundary PermissionsBoundary { get; set; }
    public string RoleId { get; set; }
    public RoleLastUsed RoleLastUsed { get; set; }
    public string RoleName { get; set; }
    public List<Tag> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        AssumeRolePolicyDocument = wire.Member("AssumeRolePolicyDocument", AssumeRolePolicyDocument);
        CreateDate = wire.Member("CreateDate", CreateDate);
        Description = wire.Member("Description", Description);
        MaxSessionDuration = wire.Member("MaxSessionDuration", MaxSessionDuration);
        Path = wire.Member("Path", Path);
        PermissionsBoundary = wire.Shape("PermissionsBoundary", PermissionsBoundary);
        RoleId = wire.Member("RoleId", RoleId);
        RoleLastUsed = wire.Shape("RoleLastUsed", RoleLastUsed);
        RoleName = wire.Member("RoleName", RoleName);
        Tags = wire.List("Tags", Tags, Each.Shape);
    }
}

public partial class RoleLastUsed : IShape
{
    public DateTime? LastUsedDate { get; set; }
    public string Region { get; set; }

    void IShape.Members(Wire wire)
    {
        LastUsedDate = wire.Member("LastUsedDate", LastUsedDate);
        Region = wire.Member("Region", Region);
    }
}
