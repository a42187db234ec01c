// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class CreateStateMachineRequest : AmazonStepFunctionsRequest, IShape
{
    public string Definition { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public LoggingConfiguration LoggingConfiguration { get; set; }
    public string Name { get; set; }
    public bool? Publish { get; set; }
    public string RoleArn { get; set; }
    public List<Tag> Tags { get; set; }
    public TracingConfiguration TracingConfiguration { get; set; }
    public StateMachineType Type { get; set; }
    public string VersionDescription { get; set; }

    void IShape.Members(Wire wire)
    {
        Definition = wire.Member("definition", Definition);
        EncryptionConfiguration = wire.Shape("encryptionConfiguration", EncryptionConfiguration);
        LoggingConfiguration = wire.Shape("loggingConfiguration", LoggingConfiguration);
        Name = wire.Member("name", Name);
        Publish = wire.Member("publish", Publish);
        RoleArn = wire.Member("roleArn", RoleArn);
        Tags = wire.List("tags", Tags, Each.Shape);
        TracingConfiguration = wire.Shape("tracingConfiguration", TracingConfiguration);
        Type = wire.Constant("type", Type, value => new(value));
        VersionDescription = wire.Member("versionDescription", VersionDescription);
    }
}

public partial class CreateStateMachineResponse : AmazonWebServiceResponse, IShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineArn { get; set; }
    public string StateMachineVersionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        CreationDate = wire.Member("creationDate", CreationDate);
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = wire.Member("stateMachineVersionArn", StateMachineVersionArn);
    }
}

public partial class DeleteStateMachineRequest : AmazonStepFunctionsRequest, IShape
{
    public string StateMachineArn { get; set; }

    void IShape.Members(Wire wire)
    {
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
    }
}

public partial class DeleteStateMachineResponse : AmazonWebServiceResponse;

public partial class ListStateMachinesRequest : AmazonStepFunctionsRequest, IShape
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        MaxResults = wire.Member("maxResults", MaxResults);
        NextToken = wire.Member("nextToken", NextToken);
    }
}

public partial class ListStateMachinesResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<StateMachineListItem> StateMachines { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("nextToken", NextToken);
        StateMachines = wire.List("stateMachines", StateMachines, Each.Shape);
    }
}

public partial class UpdateStateMachineRequest : AmazonStepFunctionsRequest, IShape
{
    public string Definition { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public LoggingConfiguration LoggingConfiguration { get; set; }
    public bool? Publish { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineArn { get; set; }
    public TracingConfiguration TracingConfiguration { get; set; }
    public string VersionDescription { get; set; }

    void IShape.Members(Wire wire)
    {
        Definition = wire.Member("definition", Definition);
        EncryptionConfiguration = wire.Shape("encryptionConfiguration", EncryptionConfiguration);
        LoggingConfiguration = wire.Shape("loggingConfiguration", LoggingConfiguration);
        Publish = wire.Member("publish", Publish);
        RoleArn = wire.Member("roleArn", RoleArn);
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        TracingConfiguration = wire.Shape("tracingConfiguration", TracingConfiguration);
        VersionDescription = wire.Member("versionDescription", VersionDescription);
    }
}

public partial class UpdateStateMachineResponse : AmazonWebServiceResponse, IShape
{
    public string RevisionId { get; set; }
    public string StateMachineVersionArn { get; set; }
    public DateTime? UpdateDate { get; set; }

    void IShape.Members(Wire wire)
    {
        RevisionId = wire.Member("revisionId", RevisionId);
        StateMachineVersionArn = wire.Member("stateMachineVersionArn", StateMachineVersionArn);
        UpdateDate = wire.Member("updateDate", UpdateDate);
    }
}

public partial class StateMachineListItem : IShape
{
    public DateTime? CreationDate { get; set; }
    public string Name { get; set; }
    public string StateMachineArn { get; set; }
    public StateMachineType Type { get; set; }

    void IShape.Members(Wire wire)
    {
        CreationDate = wire.Member("creationDate", CreationDate);
        Name = wire.Member("name", Name);
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        Type = wire.Constant("type", Type, value => new(value));
    }
}

public partial class Tag : IShape
{
    public string Key { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        Key = wire.Member("key", Key);
        Value = wire.Member("value", Value);
    }
}
