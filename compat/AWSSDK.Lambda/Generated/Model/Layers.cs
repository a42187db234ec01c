// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class DeleteLayerVersionRequest : AmazonLambdaRequest, IShape
{
    public string LayerName { get; set; }
    public long? VersionNumber { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("LayerName", LayerName);
        wire.Label("VersionNumber", VersionNumber);
    }
}

public partial class DeleteLayerVersionResponse : AmazonWebServiceResponse;

public partial class GetLayerVersionRequest : AmazonLambdaRequest, IShape
{
    public string LayerName { get; set; }
    public long? VersionNumber { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("LayerName", LayerName);
        wire.Label("VersionNumber", VersionNumber);
    }
}

public partial class GetLayerVersionResponse : AmazonWebServiceResponse, IShape
{
    public List<string> CompatibleArchitectures { get; set; }
    public List<string> CompatibleRuntimes { get; set; }
    public LayerVersionContentOutput Content { get; set; }
    public string CreatedDate { get; set; }
    public string Description { get; set; }
    public string LayerArn { get; set; }
    public string LayerVersionArn { get; set; }
    public string LicenseInfo { get; set; }
    public long? Version { get; set; }

    void IShape.Members(Wire wire)
    {
        CompatibleArchitectures = wire.List("CompatibleArchitectures", CompatibleArchitectures, Each.Text);
        CompatibleRuntimes = wire.List("CompatibleRuntimes", CompatibleRuntimes, Each.Text);
        Content = wire.Shape("Content", Content);
        CreatedDate = wire.Member("CreatedDate", CreatedDate);
        Description = wire.Member("Description", Description);
        LayerArn = wire.Member("LayerArn", LayerArn);
        LayerVersionArn = wire.Member("LayerVersionArn", LayerVersionArn);
        LicenseInfo = wire.Member("LicenseInfo", LicenseInfo);
        Version = wire.Member("Version", Version);
    }
}

public partial class GetLayerVersionByArnRequest : AmazonLambdaRequest, IShape
{
    public string Arn { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("Arn", Arn);
    }
}

public partial class GetLayerVersionByArnResponse : AmazonWebServiceResponse, IShape
{
    public List<string> CompatibleArchitectures { get; set; }
    public List<string> CompatibleRuntimes { get; set; }
    public LayerVersionContentOutput Content { get; set; }
    public string CreatedDate { get; set; }
    public string Description { get; set; }
    public string LayerArn { get; set; }
    public string LayerVersionArn { get; set; }
    public string LicenseInfo { get; set; }
    public long? Version { get; set; }

    void IShape.Members(Wire wire)
    {
        CompatibleArchitectures = wire.List("CompatibleArchitectures", CompatibleArchitectures, Each.Text);
        CompatibleRuntimes = wire.List("CompatibleRuntimes", CompatibleRuntimes, Each.Text);
        Content = wire.Shape("Content", Content);
        CreatedDate = wire.Member("CreatedDate", CreatedDate);
        Description = wire.Member("Description", Description);
        LayerArn = wire.Member("LayerArn", LayerArn);
        LayerVersionArn = wire.Member("LayerVersionArn", LayerVersionArn);
        LicenseInfo = wire.Member("LicenseInfo", LicenseInfo);
        Version = wire.Member("Version", Version);
    }
}

public partial class ListLayerVersionsRequest : AmazonLambdaRequest, IShape
{
    public Architecture CompatibleArchitecture { get; set; }
    public Runtime CompatibleRuntime { get; set; }
    public string LayerName { get; set; }
    public string Marker { get; set; }
    public int? MaxItems { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("CompatibleArchitecture", CompatibleArchitecture);
        wire.Query("CompatibleRuntime", CompatibleRuntime);
        wire.Label("LayerName", LayerName);
        wire.Query("Marker", Marker);
        wire.Query("MaxItems", MaxItems);
    }
}

public partial class ListLayerVersionsResponse : AmazonWebServiceResponse, IShape
{
    public List<LayerVersionsListItem> LayerVersions { get; set; }
    public string NextMarker { get; set; }

    void IShape.Members(Wire wire)
    {
        LayerVersions = wire.List("LayerVersions", LayerVersions, Each.Shape);
        NextMarker = wire.Member("NextMarker", NextMarker);
    }
}

public partial class PublishLayerVersionRequest : AmazonLambdaRequest, IShape
{
    public List<string> CompatibleArchitectures { get; set; }
    public List<string> CompatibleRuntimes { get; set; }
    public LayerVersionContentInput Content { get; set; }
    public string Description { get; set; }
    public string LayerName { get; set; }
    public string LicenseInfo { get; set; }

    void IShape.Members(Wire wire)
    {
        CompatibleArchitectures = wire.List("CompatibleArchitectures", CompatibleArchitectures, Each.Text);
        CompatibleRuntimes = wire.List("CompatibleRuntimes", CompatibleRuntimes, Each.Text);
        Content = wire.Shape("Content", Content);
        Description = wire.Member("Description", Description);
        wire.Label("LayerName", LayerName);
        LicenseInfo = wire.Member("LicenseInfo", LicenseInfo);
    }
}

public partial class PublishLayerVersionResponse : AmazonWebServiceResponse, IShape
{
    public List<string> CompatibleArchitectures { get; set; }
    public List<string> CompatibleRuntimes { get; set; }
    public LayerVersionContentOutput Content { get; set; }
    public string CreatedDate { get; set; }
    public string Description { get; set; }
    public string LayerArn { get; set; }
    public string LayerVersionArn { get; set; }
    public string LicenseInfo { get; set; }
    public long? Version { get; set; }

    void IShape.Members(Wire wire)
    {
        CompatibleArchitectures = wire.List("CompatibleArchitectures", CompatibleArchitectures, Each.Text);
        CompatibleRuntimes = wire.List("CompatibleRuntimes", CompatibleRuntimes, Each.Text);
        Content = wire.Shape("Content", Content);
        CreatedDate = wire.Member("CreatedDate", CreatedDate);
        Description = wire.Member("Description", Description);
        LayerArn = wire.Member("LayerArn", LayerArn);
        LayerVersionArn = wire.Member("LayerVersionArn", LayerVersionArn);
        LicenseInfo = wire.Member("LicenseInfo", LicenseInfo);
        Version = wire.Member("Version", Version);
    }
}

public partial class LayerVersionContentInput : IShape
{
    public string S3Bucket { get; set; }
    public string S3Key { get; set; }
    public string S3ObjectVersion { get; set; }
    public MemoryStream ZipFile { get; set; }

    void IShape.Members(Wire wire)
    {
        S3Bucket = wire.Member("S3Bucket", S3Bucket);
        S3Key = wire.Member("S3Key", S3Key);
        S3ObjectVersion = wire.Member("S3ObjectVersion", S3ObjectVersion);
        ZipFile = wire.Member("ZipFile", ZipFile);
    }
}

public partial class LayerVersionContentOutput : IShape
{
    public string CodeSha256 { get; set; }
    public long? CodeSize { get; set; }
    public string Location { get; set; }
    public string SigningJobArn { get; set; }
    public string SigningProfileVersionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        CodeSha256 = wire.Member("CodeSha256", CodeSha256);
        CodeSize = wire.Member("CodeSize", CodeSize);
        Location = wire.Member("Location", Location);
        SigningJobArn = wire.Member("SigningJobArn", SigningJobArn);
        SigningProfileVersionArn = wire.Member("SigningProfileVersionArn", SigningProfileVersionArn);
    }
}

public partial class LayerVersionsListItem : IShape
{
    public List<string> CompatibleArchitectures { get; set; }
    public List<string> CompatibleRuntimes { get; set; }
    public string CreatedDate { get; set; }
    public string Description { get; set; }
    public string LayerVersionArn { get; set; }
    public string LicenseInfo { get; set; }
    public long? Version { get; set; }

    void IShape.Members(Wire wire)
    {
        CompatibleArchitectures = wire.List("CompatibleArchitectures", CompatibleArchitectures, Each.Text);
        CompatibleRuntimes = wire.List("CompatibleRuntimes", CompatibleRuntimes, Each.Text);
        CreatedDate = wire.Member("CreatedDate", CreatedDate);
        Description = wire.Member("Description", Description);
        LayerVersionArn = wire.Member("LayerVersionArn", LayerVersionArn);
        LicenseInfo = wire.Member("LicenseInfo", LicenseInfo);
        Version = wire.Member("Version", Version);
    }
}
