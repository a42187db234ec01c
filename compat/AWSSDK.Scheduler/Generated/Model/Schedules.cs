// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Scheduler.Model;

public partial class CreateScheduleRequest : AmazonSchedulerRequest, IShape
{
    public ActionAfterCompletion ActionAfterCompletion { get; set; }
    public string ClientToken { get; set; }
    public string Description { get; set; }
    public DateTime? EndDate { get; set; }
    public FlexibleTimeWindow FlexibleTimeWindow { get; set; }
    public string GroupName { get; set; }
    public string KmsKeyArn { get; set; }
    public string Name { get; set; }
    public string ScheduleExpression { get; set; }
    public string ScheduleExpressionTimezone { get; set; }
    public DateTime? StartDate { get; set; }
    public ScheduleState State { get; set; }
    public Target Target { get; set; }

    void IShape.Members(Wire wire)
    {
        ActionAfterCompletion = wire.Constant("ActionAfterCompletion", ActionAfterCompletion, value => new(value));
        ClientToken = wire.Member("ClientToken", ClientToken);
        Description = wire.Member("Description", Description);
        EndDate = wire.Member("EndDate", EndDate);
        FlexibleTimeWindow = wire.Shape("FlexibleTimeWindow", FlexibleTimeWindow);
        GroupName = wire.Member("GroupName", GroupName);
        KmsKeyArn = wire.Member("KmsKeyArn", KmsKeyArn);
        wire.Label("Name", Name);
        ScheduleExpression = wire.Member("ScheduleExpression", ScheduleExpression);
        ScheduleExpressionTimezone = wire.Member("ScheduleExpressionTimezone", ScheduleExpressionTimezone);
        StartDate = wire.Member("StartDate", StartDate);
        State = wire.Constant("State", State, value => new(value));
        Target = wire.Shape("Target", Target);
    }
}

public partial class CreateScheduleResponse : AmazonWebServiceResponse, IShape
{
    public string ScheduleArn { get; set; }

    void IShape.Members(Wire wire)
    {
        ScheduleArn = wire.Member("ScheduleArn", ScheduleArn);
    }
}

public partial class DeleteScheduleRequest : AmazonSchedulerRequest, IShape
{
    public string ClientToken { get; set; }
    public string GroupName { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("clientToken", ClientToken);
        wire.Query("groupName", GroupName);
        wire.Label("Name", Name);
    }
}

public partial class DeleteScheduleResponse : AmazonWebServiceResponse;

public partial class GetScheduleRequest : AmazonSchedulerRequest, IShape
{
    public string GroupName { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("groupName", GroupName);
        wire.Label("Name", Name);
    }
}

public partial class GetScheduleResponse : AmazonWebServiceResponse, IShape
{
    public ActionAfterCompletion ActionAfterCompletion { get; set; }
    public string Arn { get; set; }
    public DateTime? CreationDate { get; set; }
    public string Description { get; set; }
    public DateTime? EndDate { get; set; }
    public FlexibleTimeWindow FlexibleTimeWindow { get; set; }
    public string GroupName { get; set; }
    public string KmsKeyArn { get; set; }
    public DateTime? LastModificationDate { get; set; }
    public string Name { get; set; }
    public string ScheduleExpression { get; set; }
    public string ScheduleExpressionTimezone { get; set; }
    public DateTime? StartDate { get; set; }
    public ScheduleState State { get; set; }
    public Target Target { get; set; }

    void IShape.Members(Wire wire)
    {
        ActionAfterCompletion = wire.Constant("ActionAfterCompletion", ActionAfterCompletion, value => new(value));
        Arn = wire.Member("Arn", Arn);
        CreationDate = wire.Member("CreationDate", CreationDate);
        Description = wire.Member("Description", Description);
        EndDate = wire.Member("EndDate", EndDate);
        FlexibleTimeWindow = wire.Shape("FlexibleTimeWindow", FlexibleTimeWindow);
        GroupName = wire.Member("GroupName", GroupName);
        KmsKeyArn = wire.Member("KmsKeyArn", KmsKeyArn);
        LastModificationDate = wire.Member("LastModificationDate", LastModificationDate);
        Name = wire.Member("Name", Name);
        ScheduleExpression = wire.Member("ScheduleExpression", ScheduleExpression);
        ScheduleExpressionTimezone = wire.Member("ScheduleExpressionTimezone", ScheduleExpressionTimezone);
        StartDate = wire.Member("StartDate", StartDate);
        State = wire.Constant("State", State, value => new(value));
        Target = wire.Shape("Target", Target);
    }
}

public partial class ListSchedulesRequest : AmazonSchedulerRequest, IShape
{
    public string GroupName { get; set; }
    public int? MaxResults { get; set; }
    public string NamePrefix { get; set; }
    public string NextToken { get; set; }
    public ScheduleState State { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("ScheduleGroup", GroupName);
        wire.Query("MaxResults", MaxResults);
        wire.Query("NamePrefix", NamePrefix);
        wire.Query("NextToken", NextToken);
        wire.Query("State", State);
    }
}

public partial class ListSchedulesResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<ScheduleSummary> Schedules { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        Schedules = wire.List("Schedules", Schedules, Each.Shape);
    }
}

public partial class UpdateScheduleRequest : AmazonSchedulerRequest, IShape
{
    public ActionAfterCompletion ActionAfterCompletion { get; set; }
    public string ClientToken { get; set; }
    public string Description { get; set; }
    public DateTime? EndDate { get; set; }
    public FlexibleTimeWindow FlexibleTimeWindow { get; set; }
    public string GroupName { get; set; }
    public string KmsKeyArn { get; set; }
    public string Name { get; set; }
    public string ScheduleExpression { get; set; }
    public string ScheduleExpressionTimezone { get; set; }
    public DateTime? StartDate { get; set; }
    public ScheduleState State { get; set; }
    public Target Target { get; set; }

    void IShape.Members(Wire wire)
    {
        ActionAfterCompletion = wire.Constant("ActionAfterCompletion", ActionAfterCompletion, value => new(value));
        ClientToken = wire.Member("ClientToken", ClientToken);
        Description = wire.Member("Description", Description);
        EndDate = wire.Member("EndDate", EndDate);
        FlexibleTimeWindow = wire.Shape("FlexibleTimeWindow", FlexibleTimeWindow);
        GroupName = wire.Member("GroupName", GroupName);
        KmsKeyArn = wire.Member("KmsKeyArn", KmsKeyArn);
        wire.Label("Name", Name);
        ScheduleExpression = wire.Member("ScheduleExpression", ScheduleExpression);
        ScheduleExpressionTimezone = wire.Member("ScheduleExpressionTimezone", ScheduleExpressionTimezone);
        StartDate = wire.Member("StartDate", StartDate);
        State = wire.Constant("State", State, value => new(value));
        Target = wire.Shape("Target", Target);
    }
}

public partial class UpdateScheduleResponse : AmazonWebServiceResponse, IShape
{
    public string ScheduleArn { get; set; }

    void IShape.Members(Wire wire)
    {
        ScheduleArn = wire.Member("ScheduleArn", ScheduleArn);
    }
}

public partial class DeadLetterConfig : IShape
{
    public string Arn { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
    }
}

public partial class FlexibleTimeWindow : IShape
{
    public int? MaximumWindowInMinutes { get; set; }
    public FlexibleTimeWindowMode Mode { get; set; }

    void IShape.Members(Wire wire)
    {
        MaximumWindowInMinutes = wire.Member("MaximumWindowInMinutes", MaximumWindowInMinutes);
        Mode = wire.Constant("Mode", Mode, value => new(value));
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

public partial class ScheduleSummary : IShape
{
    public string Arn { get; set; }
    public DateTime? CreationDate { get; set; }
    public string GroupName { get; set; }
    public DateTime? LastModificationDate { get; set; }
    public string Name { get; set; }
    public ScheduleState State { get; set; }
    public TargetSummary Target { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        CreationDate = wire.Member("CreationDate", CreationDate);
        GroupName = wire.Member("GroupName", GroupName);
        LastModificationDate = wire.Member("LastModificationDate", LastModificationDate);
        Name = wire.Member("Name", Name);
        State = wire.Constant("State", State, value => new(value));
        Target = wire.Shape("Target", Target);
    }
}

public partial class Target : IShape
{
    public string Arn { get; set; }
    public DeadLetterConfig DeadLetterConfig { get; set; }
    public EcsParameters EcsParameters { get; set; }
    public EventBridgeParameters EventBridgeParameters { get; set; }
    public string Input { get; set; }
    public KinesisParameters KinesisParameters { get; set; }
    public RetryPolicy RetryPolicy { get; set; }
    public string RoleArn { get; set; }
    public SageMakerPipelineParameters SageMakerPipelineParameters { get; set; }
    public SqsParameters SqsParameters { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        DeadLetterConfig = wire.Shape("DeadLetterConfig", DeadLetterConfig);
        EcsParameters = wire.Shape("EcsParameters", EcsParameters);
        EventBridgeParameters = wire.Shape("EventBridgeParameters", EventBridgeParameters);
        Input = wire.Member("Input", Input);
        KinesisParameters = wire.Shape("KinesisParameters", KinesisParameters);
        RetryPolicy = wire.Shape("RetryPolicy", RetryPolicy);
        RoleArn = wire.Member("RoleArn", RoleArn);
        SageMakerPipelineParameters = wire.Shape("SageMakerPipelineParameters", SageMakerPipelineParameters);
        SqsParameters = wire.Shape("SqsParameters", SqsParameters);
    }
}

public partial class TargetSummary : IShape
{
    public string Arn { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
    }
}
