// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class CreateAliasRequest : AmazonLambdaRequest, IShape
{
    public string Description { get; set; }
    public string FunctionName { get; set; }
    public string FunctionVersion { get; set; }
    public string Name { get; set; }
    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        Description = wire.Member("Description", Description);
        wire.Label("FunctionName", FunctionName);
        FunctionVersion = wire.Member("FunctionVersion", FunctionVersion);
        Name = wire.Member("Name", Name);
        RoutingConfig = wire.Shape("RoutingConfig", RoutingConfig);
    }
}

public partial class CreateAliasResponse : AmazonWebServiceResponse, IShape
{
    public string AliasArn { get; set; }
    public string Description { get; set; }
    public string FunctionVersion { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        AliasArn = wire.Member("AliasArn", AliasArn);
        Description = wire.Member("Description", Description);
        FunctionVersion = wire.Member("FunctionVersion", FunctionVersion);
        Name = wire.Member("Name", Name);
        RevisionId = wire.Member("RevisionId", RevisionId);
        RoutingConfig = wire.Shape("RoutingConfig", RoutingConfig);
    }
}

public partial class DeleteAliasRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
        wire.Label("Name", Name);
    }
}

public partial class DeleteAliasResponse : AmazonWebServiceResponse;

public partial class GetAliasRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
        wire.Label("Name", Name);
    }
}

public partial class GetAliasResponse : AmazonWebServiceResponse, IShape
{
    public string AliasArn { get; set; }
    public string Description { get; set; }
    public string FunctionVersion { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        AliasArn = wire.Member("AliasArn", AliasArn);
        Description = wire.Member("Description", Description);
        FunctionVersion = wire.Member("FunctionVersion", FunctionVersion);
        Name = wire.Member("Name", Name);
        RevisionId = wire.Member("RevisionId", RevisionId);
        RoutingConfig = wire.Shape("RoutingConfig", RoutingConfig);
    }
}

public partial class ListAliasesRequest : AmazonLambdaRequest, IShape
{
    public string FunctionName { get; set; }
    public string FunctionVersion { get; set; }
    public string Marker { get; set; }
    public int? MaxItems { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("FunctionName", FunctionName);
        wire.Query("FunctionVersion", FunctionVersion);
        wire.Query("Marker", Marker);
        wire.Query("MaxItems", MaxItems);
    }
}

public partial class ListAliasesResponse : AmazonWebServiceResponse, IShape
{
    public List<AliasConfiguration> Aliases { get; set; }
    public string NextMarker { get; set; }

    void IShape.Members(Wire wire)
    {
        Aliases = wire.List("Aliases", Aliases, Each.Shape);
        NextMarker = wire.Member("NextMarker", NextMarker);
    }
}

public partial class UpdateAliasRequest : AmazonLambdaRequest, IShape
{
    public string Description { get; set; }
    public string FunctionName { get; set; }
    public string FunctionVersion { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        Description = wire.Member("Description", Description);
        wire.Label("FunctionName", FunctionName);
        FunctionVersion = wire.Member("FunctionVersion", FunctionVersion);
        wire.Label("Name", Name);
        RevisionId = wire.Member("RevisionId", RevisionId);
        RoutingConfig = wire.Shape("RoutingConfig", RoutingConfig);
    }
}

public partial class UpdateAliasResponse : AmazonWebServiceResponse, IShape
{
    public string AliasArn { get; set; }
    public string Description { get; set; }
    public string FunctionVersion { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        AliasArn = wire.Member("AliasArn", AliasArn);
        Description = wire.Member("Description", Description);
        FunctionVersion = wire.Member("FunctionVersion", FunctionVersion);
        Name = wire.Member("Name", Name);
        RevisionId = wire.Member("RevisionId", RevisionId);
        RoutingConfig = wire.Shape("RoutingConfig", RoutingConfig);
    }
}

public partial class AliasConfiguration : IShape
{
    public string AliasArn { get; set; }
    public string Description { get; set; }
    public string FunctionVersion { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public AliasRoutingConfiguration RoutingConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        AliasArn = wire.Member("AliasArn", AliasArn);
        Description = wire.Member("Description", Description);
        FunctionVersion = wire.Member("FunctionVersion", FunctionVersion);
        Name = wire.Member("Name", Name);
        RevisionId = wire.Member("RevisionId", RevisionId);
        RoutingConfig = wire.Shape("RoutingConfig", RoutingConfig);
    }
}

public partial class AliasRoutingConfiguration : IShape
{
    public Dictionary<string, double> AdditionalVersionWeights { get; set; }

    void IShape.Members(Wire wire)
    {
        AdditionalVersionWeights = wire.Map("AdditionalVersionWeights", AdditionalVersionWeights, Each.Double);
    }
}
