// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class DescribeStateMachineRequest : AmazonStepFunctionsRequest, IShape
{
    public IncludedData IncludedData { get; set; }
    public string StateMachineArn { get; set; }

    void IShape.Members(Wire wire)
    {
        IncludedData = wire.Constant("includedData", IncludedData, value => new(value));
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
    }
}

public partial class DescribeStateMachineResponse : AmazonWebServiceResponse, IShape
{
    public DateTime? CreationDate { get; set; }
    public string Definition { get; set; }
    public string Description { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public string Label { get; set; }
    public LoggingConfiguration LoggingConfiguration { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineArn { get; set; }
    public StateMachineStatus Status { get; set; }
    public TracingConfiguration TracingConfiguration { get; set; }
    public StateMachineType Type { get; set; }
    public Dictionary<string, List<string>> VariableReferences { get; set; }

    void IShape.Members(Wire wire)
    {
        CreationDate = wire.Member("creationDate", CreationDate);
        Definition = wire.Member("definition", Definition);
        Description = wire.Member("description", Description);
        EncryptionConfiguration = wire.Shape("encryptionConfiguration", EncryptionConfiguration);
        Label = wire.Member("label", Label);
        LoggingConfiguration = wire.Shape("loggingConfiguration", LoggingConfiguration);
        Name = wire.Member("name", Name);
        RevisionId = wire.Member("revisionId", RevisionId);
        RoleArn = wire.Member("roleArn", RoleArn);
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        Status = wire.Constant("status", Status, value => new(value));
        TracingConfiguration = wire.Shape("tracingConfiguration", TracingConfiguration);
        Type = wire.Constant("type", Type, value => new(value));
        VariableReferences = wire.Map("variableReferences", VariableReferences, Each.TextList);
    }
}

public partial class DescribeStateMachineForExecutionRequest : AmazonStepFunctionsRequest, IShape
{
    public string ExecutionArn { get; set; }
    public IncludedData IncludedData { get; set; }

    void IShape.Members(Wire wire)
    {
        ExecutionArn = wire.Member("executionArn", ExecutionArn);
        IncludedData = wire.Constant("includedData", IncludedData, value => new(value));
    }
}

public partial class DescribeStateMachineForExecutionResponse : AmazonWebServiceResponse, IShape
{
    public string Definition { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public string Label { get; set; }
    public LoggingConfiguration LoggingConfiguration { get; set; }
    public string MapRunArn { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineArn { get; set; }
    public TracingConfiguration TracingConfiguration { get; set; }
    public DateTime? UpdateDate { get; set; }
    public Dictionary<string, List<string>> VariableReferences { get; set; }

    void IShape.Members(Wire wire)
    {
        Definition = wire.Member("definition", Definition);
        EncryptionConfiguration = wire.Shape("encryptionConfiguration", EncryptionConfiguration);
        Label = wire.Member("label", Label);
        LoggingConfiguration = wire.Shape("loggingConfiguration", LoggingConfiguration);
        MapRunArn = wire.Member("mapRunArn", MapRunArn);
        Name = wire.Member("name", Name);
        RevisionId = wire.Member("revisionId", RevisionId);
        RoleArn = wire.Member("roleArn", RoleArn);
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        TracingConfiguration = wire.Shape("tracingConfiguration", TracingConfiguration);
        UpdateDate = wire.Member("updateDate", UpdateDate);
        VariableReferences = wire.Map("variableReferences", VariableReferences, Each.TextList);
    }
}
