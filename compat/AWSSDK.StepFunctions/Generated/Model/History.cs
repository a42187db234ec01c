// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class GetExecutionHistoryRequest : AmazonStepFunctionsRequest, IShape
{
    public string ExecutionArn { get; set; }
    public bool? IncludeExecutionData { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public bool? ReverseOrder { get; set; }

    void IShape.Members(Wire wire)
    {
        ExecutionArn = wire.Member("executionArn", ExecutionArn);
        IncludeExecutionData = wire.Member("includeExecutionData", IncludeExecutionData);
        MaxResults = wire.Member("maxResults", MaxResults);
        NextToken = wire.Member("nextToken", NextToken);
        ReverseOrder = wire.Member("reverseOrder", ReverseOrder);
    }
}

public partial class GetExecutionHistoryResponse : AmazonWebServiceResponse, IShape
{
    public List<HistoryEvent> Events { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Events = wire.List("events", Events, Each.Shape);
        NextToken = wire.Member("nextToken", NextToken);
    }
}

public partial class AssignedVariablesDetails : IShape
{
    public bool? Truncated { get; set; }

    void IShape.Members(Wire wire)
    {
        Truncated = wire.Member("truncated", Truncated);
    }
}

public partial class HistoryEvent : IShape
{
    public ActivityFailedEventDetails ActivityFailedEventDetails { get; set; }
    public ActivityScheduleFailedEventDetails ActivityScheduleFailedEventDetails { get; set; }
    public ActivityScheduledEventDetails ActivityScheduledEventDetails { get; set; }
    public ActivityStartedEventDetails ActivityStartedEventDetails { get; set; }
    public ActivitySucceededEventDetails ActivitySucceededEventDetails { get; set; }
    public ActivityTimedOutEventDetails ActivityTimedOutEventDetails { get; set; }
    public EvaluationFailedEventDetails EvaluationFailedEventDetails { get; set; }
    public ExecutionAbortedEventDetails ExecutionAbortedEventDetails { get; set; }
    public ExecutionFailedEventDetails ExecutionFailedEventDetails { get; set; }
    public ExecutionRedrivenEventDetails ExecutionRedrivenEventDetails { get; set; }
    public ExecutionStartedEventDetails ExecutionStartedEventDetails { get; set; }
    public ExecutionSucceededEventDetails ExecutionSucceededEventDetails { get; set; }
    public ExecutionTimedOutEventDetails ExecutionTimedOutEventDetails { get; set; }
    public long? Id { get; set; }
    public LambdaFunctionFailedEventDetails LambdaFunctionFailedEventDetails { get; set; }
    public LambdaFunctionScheduleFailedEventDetails LambdaFunctionScheduleFailedEventDetails { get; set; }
    public LambdaFunctionScheduledEventDetails LambdaFunctionScheduledEventDetails { get; set; }
    public LambdaFunctionStartFailedEventDetails LambdaFunctionStartFailedEventDetails { get; set; }
    public LambdaFunctionSucceededEventDetails LambdaFunctionSucceededEventDetails { get; set; }
    public LambdaFunctionTimedOutEventDetails LambdaFunctionTimedOutEventDetails { get; set; }
    public MapIterationEventDetails MapIterationAbortedEventDetails { get; set; }
    public MapIterationEventDetails MapIterationFailedEventDetails { get; set; }
    public MapIterationEventDetails MapIterationStartedEventDetails { get; set; }
    public MapIterationEventDetails MapIterationSucceededEventDetails { get; set; }
    public MapRunFailedEventDetails MapRunFailedEventDetails { get; set; }
    public MapRunRedrivenEventDetails MapRunRedrivenEventDetails { get; set; }
    public MapRunStartedEventDetails MapRunStartedEventDetails { get; set; }
    public MapStateStartedEventDetails MapStateStartedEventDetails { get; set; }
    public long? PreviousEventId { get; set; }
    public StateEnteredEventDetails StateEnteredEventDetails { get; set; }
    public StateExitedEventDetails StateExitedEventDetails { get; set; }
    public TaskFailedEventDetails TaskFailedEventDetails { get; set; }
    public TaskScheduledEventDetails TaskScheduledEventDetails { get; set; }
    public TaskStartFailedEventDetails TaskStartFailedEventDetails { get; set; }
    public TaskStartedEventDetails TaskStartedEventDetails { get; set; }
    public TaskSubmitFailedEventDetails TaskSubmitFailedEventDetails { get; set; }
    public TaskSubmittedEventDetails TaskSubmittedEventDetails { get; set; }
    public TaskSucceededEventDetails TaskSucceededEventDetails { get; set; }
    public TaskTimedOutEventDetails TaskTimedOutEventDetails { get; set; }
    public DateTime? Timestamp { get; set; }
    public HistoryEventType Type { get; set; }

    void IShape.Members(Wire wire)
    {
        ActivityFailedEventDetails = wire.Shape("activityFailedEventDetails", ActivityFailedEventDetails);
        ActivityScheduleFailedEventDetails = wire.Shape("activityScheduleFailedEventDetails", ActivityScheduleFailedEventDetails);
        ActivityScheduledEventDetails = wire.Shape("activityScheduledEventDetails", ActivityScheduledEventDetails);
        ActivityStartedEventDetails = wire.Shape("activityStartedEventDetails", ActivityStartedEventDetails);
        ActivitySucceededEventDetails = wire.Shape("activitySucceededEventDetails", ActivitySucceededEventDetails);
        ActivityTimedOutEventDetails = wire.Shape("activityTimedOutEventDetails", ActivityTimedOutEventDetails);
        EvaluationFailedEventDetails = wire.Shape("evaluationFailedEventDetails", EvaluationFailedEventDetails);
        ExecutionAbortedEventDetails = wire.Shape("executionAbortedEventDetails", ExecutionAbortedEventDetails);
        ExecutionFailedEventDetails = wire.Shape("executionFailedEventDetails", ExecutionFailedEventDetails);
        ExecutionRedrivenEventDetails = wire.Shape("executionRedrivenEventDetails", ExecutionRedrivenEventDetails);
        ExecutionStartedEventDetails = wire.Shape("executionStartedEventDetails", ExecutionStartedEventDetails);
        ExecutionSucceededEventDetails = wire.Shape("executionSucceededEventDetails", ExecutionSucceededEventDetails);
        ExecutionTimedOutEventDetails = wire.Shape("executionTimedOutEventDetails", ExecutionTimedOutEventDetails);
        Id = wire.Member("id", Id);
        LambdaFunctionFailedEventDetails = wire.Shape("lambdaFunctionFailedEventDetails", LambdaFunctionFailedEventDetails);
        LambdaFunctionScheduleFailedEventDetails = wire.Shape("lambdaFunctionScheduleFailedEventDetails", LambdaFunctionScheduleFailedEventDetails);
        LambdaFunctionScheduledEventDetails = wire.Shape("lambdaFunctionScheduledEventDetails", LambdaFunctionScheduledEventDetails);
        LambdaFunctionStartFailedEventDetails = wire.Shape("lambdaFunctionStartFailedEventDetails", LambdaFunctionStartFailedEventDetails);
        LambdaFunctionSucceededEventDetails = wire.Shape("lambdaFunctionSucceededEventDetails", LambdaFunctionSucceededEventDetails);
        LambdaFunctionTimedOutEventDetails = wire.Shape("lambdaFunctionTimedOutEventDetails", LambdaFunctionTimedOutEventDetails);
        MapIterationAbortedEventDetails = wire.Shape("mapIterationAbortedEventDetails", MapIterationAbortedEventDetails);
        MapIterationFailedEventDetails = wire.Shape("mapIterationFailedEventDetails", MapIterationFailedEventDetails);
        MapIterationStartedEventDetails = wire.Shape("mapIterationStartedEventDetails", MapIterationStartedEventDetails);
        MapIterationSucceededEventDetails = wire.Shape("mapIterationSucceededEventDetails", MapIterationSucceededEventDetails);
        MapRunFailedEventDetails = wire.Shape("mapRunFailedEventDetails", MapRunFailedEventDetails);
        MapRunRedrivenEventDetails = wire.Shape("mapRunRedrivenEventDetails", MapRunRedrivenEventDetails);
        MapRunStartedEventDetails = wire.Shape("mapRunStartedEventDetails", MapRunStartedEventDetails);
        MapStateStartedEventDetails = wire.Shape("mapStateStartedEventDetails", MapStateStartedEventDetails);
        PreviousEventId = wire.Member("previousEventId", PreviousEventId);
        StateEnteredEventDetails = wire.Shape("stateEnteredEventDetails", StateEnteredEventDetails);
        StateExitedEventDetails = wire.Shape("stateExitedEventDetails", StateExitedEventDetails);
        TaskFailedEventDetails = wire.Shape("taskFailedEventDetails", TaskFailedEventDetails);
        TaskScheduledEventDetails = wire.Shape("taskScheduledEventDetails", TaskScheduledEventDetails);
        TaskStartFailedEventDetails = wire.Shape("taskStartFailedEventDetails", TaskStartFailedEventDetails);
        TaskStartedEventDetails = wire.Shape("taskStartedEventDetails", TaskStartedEventDetails);
        TaskSubmitFailedEventDetails = wire.Shape("taskSubmitFailedEventDetails", TaskSubmitFailedEventDetails);
        TaskSubmittedEventDetails = wire.Shape("taskSubmittedEventDetails", TaskSubmittedEventDetails);
        TaskSucceededEventDetails = wire.Shape("taskSucceededEventDetails", TaskSucceededEventDetails);
        TaskTimedOutEventDetails = wire.Shape("taskTimedOutEventDetails", TaskTimedOutEventDetails);
        Timestamp = wire.Member("timestamp", Timestamp);
        Type = wire.Constant("type", Type, value => new(value));
    }
}

public partial class HistoryEventExecutionDataDetails : IShape
{
    public bool? Truncated { get; set; }

    void IShape.Members(Wire wire)
    {
        Truncated = wire.Member("truncated", Truncated);
    }
}
