// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.EventBridge.Model;

public partial class ListRuleNamesByTargetRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public int? Limit { get; set; }
    public string NextToken { get; set; }
    public string TargetArn { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Limit = wire.Member("Limit", Limit);
        NextToken = wire.Member("NextToken", NextToken);
        TargetArn = wire.Member("TargetArn", TargetArn);
    }
}

public partial class ListRuleNamesByTargetResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<string> RuleNames { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        RuleNames = wire.List("RuleNames", RuleNames, Each.Text);
    }
}

public partial class ListTargetsByRuleRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public int? Limit { get; set; }
    public string NextToken { get; set; }
    public string Rule { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Limit = wire.Member("Limit", Limit);
        NextToken = wire.Member("NextToken", NextToken);
        Rule = wire.Member("Rule", Rule);
    }
}

public partial class ListTargetsByRuleResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<Target> Targets { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        Targets = wire.List("Targets", Targets, Each.Shape);
    }
}

public partial class PutTargetsRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public string Rule { get; set; }
    public List<Target> Targets { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Rule = wire.Member("Rule", Rule);
        Targets = wire.List("Targets", Targets, Each.Shape);
    }
}

public partial class PutTargetsResponse : AmazonWebServiceResponse, IShape
{
    public List<PutTargetsResultEntry> FailedEntries { get; set; }
    public int? FailedEntryCount { get; set; }

    void IShape.Members(Wire wire)
    {
        FailedEntries = wire.List("FailedEntries", FailedEntries, Each.Shape);
        FailedEntryCount = wire.Member("FailedEntryCount", FailedEntryCount);
    }
}

public partial class RemoveTargetsRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public bool? Force { get; set; }
    public List<string> Ids { get; set; }
    public string Rule { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Force = wire.Member("Force", Force);
        Ids = wire.List("Ids", Ids, Each.Text);
        Rule = wire.Member("Rule", Rule);
    }
}

public partial class RemoveTargetsResponse : AmazonWebServiceResponse, IShape
{
    public List<RemoveTargetsResultEntry> FailedEntries { get; set; }
    public int? FailedEntryCount { get; set; }

    void IShape.Members(Wire wire)
    {
        FailedEntries = wire.List("FailedEntries", FailedEntries, Each.Shape);
        FailedEntryCount = wire.Member("FailedEntryCount", FailedEntryCount);
    }
}

public partial class InputTransformer : IShape
{
    public Dictionary<string, string> InputPathsMap { get; set; }
    public string InputTemplate { get; set; }

    void IShape.Members(Wire wire)
    {
        InputPathsMap = wire.Map("InputPathsMap", InputPathsMap, Each.Text);
        InputTemplate = wire.Member("InputTemplate", InputTemplate);
    }
}

public partial class PutTargetsResultEntry : IShape
{
    public string ErrorCode { get; set; }
    public string ErrorMessage { get; set; }
    public string TargetId { get; set; }

    void IShape.Members(Wire wire)
    {
        ErrorCode = wire.Member("ErrorCode", ErrorCode);
        ErrorMessage = wire.Member("ErrorMessage", ErrorMessage);
        TargetId = wire.Member("TargetId", TargetId);
    }
}

public partial class RemoveTargetsResultEntry : IShape
{
    public string ErrorCode { get; set; }
    public string ErrorMessage { get; set; }
    public string TargetId { get; set; }

    void IShape.Members(Wire wire)
    {
        ErrorCode = wire.Member("ErrorCode", ErrorCode);
        ErrorMessage = wire.Member("ErrorMessage", ErrorMessage);
        TargetId = wire.Member("TargetId", TargetId);
    }
}

public partial class RetryPolicy : IShape
{
    public int? MaximumEventAgeInSeconds { get; set; }
    public int? MaximumRetryAttempts { get; set; }

    void IShape.Members(Wire wire)
    {
        MaximumEventAgeInSeconds = wire.Member("MaximumEventAgeInSeconds", MaximumEventAgeInSeconds);
        MaximumRetryAttempts = wire.Member("MaximumRetryAttempts", MaximumRetryAttempts);
    }
}

public partial class RunCommandTarget : IShape
{
    public string Key { get; set; }
    public List<string> Values { get; set; }

    void IShape.Members(Wire wire)
    {
        Key = wire.Member("Key", Key);
        Values = wire.List("Values", Values, Each.Text);
    }
}

public partial class SageMakerPipelineParameter : IShape
{
    public string Name { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        Name = wire.Member("Name", Name);
        Value = wire.Member("Value", Value);
    }
}

public partial class Target : IShape
{
    public AppSyncParameters AppSyncParameters { get; set; }
    public string Arn { get; set; }
    public BatchParameters BatchParameters { get; set; }
    public DeadLetterConfig DeadLetterConfig { get; set; }
    public EcsParameters EcsParameters { get; set; }
    public HttpParameters HttpParameters { get; set; }
    public string Id { get; set; }
    public string Input { get; set; }
    public string InputPath { get; set; }
    public InputTransformer InputTransformer { get; set; }
    public KinesisParameters KinesisParameters { get; set; }
    public RedshiftDataParameters RedshiftDataParameters { get; set; }
    public RetryPolicy RetryPolicy { get; set; }
    public string RoleArn { get; set; }
    public RunCommandParameters RunCommandParameters { get; set; }
    public SageMakerPipelineParameters SageMakerPipelineParameters { get; set; }
    public SqsParameters SqsParameters { get; set; }

    void IShape.Members(Wire wire)
    {
        AppSyncParameters = wire.Shape("AppSyncParameters", AppSyncParameters);
        Arn = wire.Member("Arn", Arn);
        BatchParameters = wire.Shape("BatchParameters", BatchParameters);
        DeadLetterConfig = wire.Shape("DeadLetterConfig", DeadLetterConfig);
        EcsParameters = wire.Shape("EcsParameters", EcsParameters);
        HttpParameters = wire.Shape("HttpParameters", HttpParameters);
        Id = wire.Member("Id", Id);
        Input = wire.Member("Input", Input);
        InputPath = wire.Member("InputPath", InputPath);
        InputTransformer = wire.Shape("InputTransformer", InputTransformer);
        KinesisParameters = wire.Shape("KinesisParameters", KinesisParameters);
        RedshiftDataParameters = wire.Shape("RedshiftDataParameters", RedshiftDataParameters);
        RetryPolicy = wire.Shape("RetryPolicy", RetryPolicy);
        RoleArn = wire.Member("RoleArn", RoleArn);
        RunCommandParameters = wire.Shape("RunCommandParameters", RunCommandParameters);
        SageMakerPipelineParameters = wire.Shape("SageMakerPipelineParameters", SageMakerPipelineParameters);
        SqsParameters = wire.Shape("SqsParameters", SqsParameters);
    }
}
