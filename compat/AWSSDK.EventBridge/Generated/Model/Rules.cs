// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.EventBridge.Model;

public partial class DeleteRuleRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public bool? Force { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Force = wire.Member("Force", Force);
        Name = wire.Member("Name", Name);
    }
}

public partial class DeleteRuleResponse : AmazonWebServiceResponse;

public partial class DescribeRuleRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Name = wire.Member("Name", Name);
    }
}

public partial class DescribeRuleResponse : AmazonWebServiceResponse, IShape
{
    public string Arn { get; set; }
    public string CreatedBy { get; set; }
    public string Description { get; set; }
    public string EventBusName { get; set; }
    public string EventPattern { get; set; }
    public string ManagedBy { get; set; }
    public string Name { get; set; }
    public string RoleArn { get; set; }
    public string ScheduleExpression { get; set; }
    public RuleState State { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        CreatedBy = wire.Member("CreatedBy", CreatedBy);
        Description = wire.Member("Description", Description);
        EventBusName = wire.Member("EventBusName", EventBusName);
        EventPattern = wire.Member("EventPattern", EventPattern);
        ManagedBy = wire.Member("ManagedBy", ManagedBy);
        Name = wire.Member("Name", Name);
        RoleArn = wire.Member("RoleArn", RoleArn);
        ScheduleExpression = wire.Member("ScheduleExpression", ScheduleExpression);
        State = wire.Constant("State", State, value => new(value));
    }
}

public partial class DisableRuleRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Name = wire.Member("Name", Name);
    }
}

public partial class DisableRuleResponse : AmazonWebServiceResponse;

public partial class EnableRuleRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public string Name { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Name = wire.Member("Name", Name);
    }
}

public partial class EnableRuleResponse : AmazonWebServiceResponse;

public partial class ListRulesRequest : AmazonEventBridgeRequest, IShape
{
    public string EventBusName { get; set; }
    public int? Limit { get; set; }
    public string NamePrefix { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        EventBusName = wire.Member("EventBusName", EventBusName);
        Limit = wire.Member("Limit", Limit);
        NamePrefix = wire.Member("NamePrefix", NamePrefix);
        NextToken = wire.Member("NextToken", NextToken);
    }
}

public partial class ListRulesResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<Rule> Rules { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        Rules = wire.List("Rules", Rules, Each.Shape);
    }
}

public partial class PutRuleRequest : AmazonEventBridgeRequest, IShape
{
    public string Description { get; set; }
    public string EventBusName { get; set; }
    public string EventPattern { get; set; }
    public string Name { get; set; }
    public string RoleArn { get; set; }
    public string ScheduleExpression { get; set; }
    public RuleState State { get; set; }
    public List<Tag> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        Description = wire.Member("Description", Description);
        EventBusName = wire.Member("EventBusName", EventBusName);
        EventPattern = wire.Member("EventPattern", EventPattern);
        Name = wire.Member("Name", Name);
        RoleArn = wire.Member("RoleArn", RoleArn);
        ScheduleExpression = wire.Member("ScheduleExpression", ScheduleExpression);
        State = wire.Constant("State", State, value => new(value));
        Tags = wire.List("Tags", Tags, Each.Shape);
    }
}

public partial class PutRuleResponse : AmazonWebServiceResponse, IShape
{
    public string RuleArn { get; set; }

    void IShape.Members(Wire wire)
    {
        RuleArn = wire.Member("RuleArn", RuleArn);
    }
}

public partial class Rule : IShape
{
    public string Arn { get; set; }
    public string Description { get; set; }
    public string EventBusName { get; set; }
    public string EventPattern { get; set; }
    public string ManagedBy { get; set; }
    public string Name { get; set; }
    public string RoleArn { get; set; }
    public string ScheduleExpression { get; set; }
    public RuleState State { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("Arn", Arn);
        Description = wire.Member("Description", Description);
        EventBusName = wire.Member("EventBusName", EventBusName);
        EventPattern = wire.Member("EventPattern", EventPattern);
        ManagedBy = wire.Member("ManagedBy", ManagedBy);
        Name = wire.Member("Name", Name);
        RoleArn = wire.Member("RoleArn", RoleArn);
        ScheduleExpression = wire.Member("ScheduleExpression", ScheduleExpression);
        State = wire.Constant("State", State, value => new(value));
    }
}
