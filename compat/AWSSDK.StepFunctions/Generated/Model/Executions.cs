// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class DescribeExecutionRequest : AmazonStepFunctionsRequest, IShape
{
    public string ExecutionArn { get; set; }
    public IncludedData IncludedData { get; set; }

    void IShape.Members(Wire wire)
    {
        ExecutionArn = wire.Member("executionArn", ExecutionArn);
        IncludedData = wire.Constant("includedData", IncludedData, value => new(value));
    }
}

public partial class DescribeExecutionResponse : AmazonWebServiceResponse, IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string ExecutionArn { get; set; }
    public string Input { get; set; }
    public CloudWatchEventsExecutionDataDetails InputDetails { get; set; }
    public string MapRunArn { get; set; }
    public string Name { get; set; }
    public string Output { get; set; }
    public CloudWatchEventsExecutionDataDetails OutputDetails { get; set; }
    public int? RedriveCount { get; set; }
    public DateTime? RedriveDate { get; set; }
    public ExecutionRedriveStatus RedriveStatus { get; set; }
    public string RedriveStatusReason { get; set; }
    public DateTime? StartDate { get; set; }
    public string StateMachineAliasArn { get; set; }
    public string StateMachineArn { get; set; }
    public string StateMachineVersionArn { get; set; }
    public ExecutionStatus Status { get; set; }
    public DateTime? StopDate { get; set; }
    public string TraceHeader { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
        ExecutionArn = wire.Member("executionArn", ExecutionArn);
        Input = wire.Member("input", Input);
        InputDetails = wire.Shape("inputDetails", InputDetails);
        MapRunArn = wire.Member("mapRunArn", MapRunArn);
        Name = wire.Member("name", Name);
        Output = wire.Member("output", Output);
        OutputDetails = wire.Shape("outputDetails", OutputDetails);
        RedriveCount = wire.Member("redriveCount", RedriveCount);
        RedriveDate = wire.Member("redriveDate", RedriveDate);
        RedriveStatus = wire.Constant("redriveStatus", RedriveStatus, value => new(value));
        RedriveStatusReason = wire.Member("redriveStatusReason", RedriveStatusReason);
        StartDate = wire.Member("startDate", StartDate);
        StateMachineAliasArn = wire.Member("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = wire.Member("stateMachineVersionArn", StateMachineVersionArn);
        Status = wire.Constant("status", Status, value => new(value));
        StopDate = wire.Member("stopDate", StopDate);
        TraceHeader = wire.Member("traceHeader", TraceHeader);
    }
}

public partial class ListExecutionsRequest : AmazonStepFunctionsRequest, IShape
{
    public string MapRunArn { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public ExecutionRedriveFilter RedriveFilter { get; set; }
    public string StateMachineArn { get; set; }
    public ExecutionStatus StatusFilter { get; set; }

    void IShape.Members(Wire wire)
    {
        MapRunArn = wire.Member("mapRunArn", MapRunArn);
        MaxResults = wire.Member("maxResults", MaxResults);
        NextToken = wire.Member("nextToken", NextToken);
        RedriveFilter = wire.Constant("redriveFilter", RedriveFilter, value => new(value));
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        StatusFilter = wire.Constant("statusFilter", StatusFilter, value => new(value));
    }
}

public partial class ListExecutionsResponse : AmazonWebServiceResponse, IShape
{
    public List<ExecutionListItem> Executions { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        Executions = wire.List("executions", Executions, Each.Shape);
        NextToken = wire.Member("nextToken", NextToken);
    }
}

public partial class StartExecutionRequest : AmazonStepFunctionsRequest, IShape
{
    public string Input { get; set; }
    public string Name { get; set; }
    public string StateMachineArn { get; set; }
    public string TraceHeader { get; set; }

    void IShape.Members(Wire wire)
    {
        Input = wire.Member("input", Input);
        Name = wire.Member("name", Name);
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        TraceHeader = wire.Member("traceHeader", TraceHeader);
    }
}

public partial class StartExecutionResponse : AmazonWebServiceResponse, IShape
{
    public string ExecutionArn { get; set; }
    public DateTime? StartDate { get; set; }

    void IShape.Members(Wire wire)
    {
        ExecutionArn = wire.Member("executionArn", ExecutionArn);
        StartDate = wire.Member("startDate", StartDate);
    }
}

public partial class StopExecutionRequest : AmazonStepFunctionsRequest, IShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string ExecutionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        Cause = wire.Member("cause", Cause);
        Error = wire.Member("error", Error);
        ExecutionArn = wire.Member("executionArn", ExecutionArn);
    }
}

public partial class StopExecutionResponse : AmazonWebServiceResponse, IShape
{
    public DateTime? StopDate { get; set; }

    void IShape.Members(Wire wire)
    {
        StopDate = wire.Member("stopDate", StopDate);
    }
}

public partial class CloudWatchEventsExecutionDataDetails : IShape
{
    public bool? Included { get; set; }

    void IShape.Members(Wire wire)
    {
        Included = wire.Member("included", Included);
    }
}

public partial class ExecutionListItem : IShape
{
    public string ExecutionArn { get; set; }
    public int? ItemCount { get; set; }
    public string MapRunArn { get; set; }
    public string Name { get; set; }
    public int? RedriveCount { get; set; }
    public DateTime? RedriveDate { get; set; }
    public DateTime? StartDate { get; set; }
    public string StateMachineAliasArn { get; set; }
    public string StateMachineArn { get; set; }
    public string StateMachineVersionArn { get; set; }
    public ExecutionStatus Status { get; set; }
    public DateTime? StopDate { get; set; }

    void IShape.Members(Wire wire)
    {
        ExecutionArn = wire.Member("executionArn", ExecutionArn);
        ItemCount = wire.Member("itemCount", ItemCount);
        MapRunArn = wire.Member("mapRunArn", MapRunArn);
        Name = wire.Member("name", Name);
        RedriveCount = wire.Member("redriveCount", RedriveCount);
        RedriveDate = wire.Member("redriveDate", RedriveDate);
        StartDate = wire.Member("startDate", StartDate);
        StateMachineAliasArn = wire.Member("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineArn = wire.Member("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = wire.Member("stateMachineVersionArn", StateMachineVersionArn);
        Status = wire.Constant("status", Status, value => new(value));
        StopDate = wire.Member("stopDate", StopDate);
    }
}
