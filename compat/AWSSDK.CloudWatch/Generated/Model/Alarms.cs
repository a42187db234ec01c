// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatch.Model;

public partial class DeleteAlarmsRequest : AmazonCloudWatchRequest, IShape
{
    public List<string> AlarmNames { get; set; }

    void IShape.Members(Wire wire)
    {
        AlarmNames = wire.List("AlarmNames", AlarmNames, Each.Text);
    }
}

public partial class DeleteAlarmsResponse : AmazonWebServiceResponse;

public partial class DescribeAlarmsRequest : AmazonCloudWatchRequest, IShape
{
    public string ActionPrefix { get; set; }
    public string AlarmNamePrefix { get; set; }
    public List<string> AlarmNames { get; set; }
    public List<string> AlarmTypes { get; set; }
    public string ChildrenOfAlarmName { get; set; }
    public int? MaxRecords { get; set; }
    public string NextToken { get; set; }
    public string ParentsOfAlarmName { get; set; }
    public StateValue StateValue { get; set; }

    void IShape.Members(Wire wire)
    {
        ActionPrefix = wire.Member("ActionPrefix", ActionPrefix);
        AlarmNamePrefix = wire.Member("AlarmNamePrefix", AlarmNamePrefix);
        AlarmNames = wire.List("AlarmNames", AlarmNames, Each.Text);
        AlarmTypes = wire.List("AlarmTypes", AlarmTypes, Each.Text);
        ChildrenOfAlarmName = wire.Member("ChildrenOfAlarmName", ChildrenOfAlarmName);
        MaxRecords = wire.Member("MaxRecords", MaxRecords);
        NextToken = wire.Member("NextToken", NextToken);
        ParentsOfAlarmName = wire.Member("ParentsOfAlarmName", ParentsOfAlarmName);
        StateValue = wire.Constant("StateValue", StateValue, value => new(value));
    }
}

public partial class DescribeAlarmsResponse : AmazonWebServiceResponse, IShape
{
    public List<CompositeAlarm> CompositeAlarms { get; set; }
    public List<MetricAlarm> MetricAlarms { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        CompositeAlarms = wire.List("CompositeAlarms", CompositeAlarms, Each.Shape);
        MetricAlarms = wire.List("MetricAlarms", MetricAlarms, Each.Shape);
        NextToken = wire.Member("NextToken", NextToken);
    }
}

public partial class PutMetricAlarmRequest : AmazonCloudWatchRequest, IShape
{
    public bool? ActionsEnabled { get; set; }
    public List<string> AlarmActions { get; set; }
    public string AlarmDescription { get; set; }
    public string AlarmName { get; set; }
    public ComparisonOperator ComparisonOperator { get; set; }
    public int? DatapointsToAlarm { get; set; }
    public List<Dimension> Dimensions { get; set; }
    public string EvaluateLowSampleCountPercentile { get; set; }
    public EvaluationCriteria EvaluationCriteria { get; set; }
    public int? EvaluationInterval { get; set; }
    public int? EvaluationPeriods { get; set; }
    public string ExtendedStatistic { get; set; }
    public List<string> InsufficientDataActions { get; set; }
    public string MetricName { get; set; }
    public List<MetricDataQuery> Metrics { get; set; }
    public string Namespace { get; set; }
    public List<string> OKActions { get; set; }
    public int? Period { get; set; }
    public Statistic Statistic { get; set; }
    public List<Tag> Tags { get; set; }
    public double? Threshold { get; set; }
    public string ThresholdMetricId { get; set; }
    public string TreatMissingData { get; set; }
    public StandardUnit Unit { get; set; }

    void IShape.Members(Wire wire)
    {
        ActionsEnabled = wire.Member("ActionsEnabled", ActionsEnabled);
        AlarmActions = wire.List("AlarmActions", AlarmActions, Each.Text);
        AlarmDescription = wire.Member("AlarmDescription", AlarmDescription);
        AlarmName = wire.Member("AlarmName", AlarmName);
        ComparisonOperator = wire.Constant("ComparisonOperator", ComparisonOperator, value => new(value));
        DatapointsToAlarm = wire.Member("DatapointsToAlarm", DatapointsToAlarm);
        Dimensions = wire.List("Dimensions", Dimensions, Each.Shape);
        EvaluateLowSampleCountPercentile = wire.Member("EvaluateLowSampleCountPercentile", EvaluateLowSampleCountPercentile);
        EvaluationCriteria = wire.Shape("EvaluationCriteria", EvaluationCriteria);
        EvaluationInterval = wire.Member("EvaluationInterval", EvaluationInterval);
        EvaluationPeriods = wire.Member("EvaluationPeriods", EvaluationPeriods);
        ExtendedStatistic = wire.Member("ExtendedStatistic", ExtendedStatistic);
        InsufficientDataActions = wire.List("InsufficientDataActions", InsufficientDataActions, Each.Text);
        MetricName = wire.Member("MetricName", MetricName);
        Metrics = wire.List("Metrics", Metrics, Each.Shape);
        Namespace = wire.Member("Namespace", Namespace);
        OKActions = wire.List("OKActions", OKActions, Each.Text);
        Period = wire.Member("Period", Period);
        Statistic = wire.Constant("Statistic", Statistic, value => new(value));
        Tags = wire.List("Tags", Tags, Each.Shape);
        Threshold = wire.Member("Threshold", Threshold);
        ThresholdMetricId = wire.Member("ThresholdMetricId", ThresholdMetricId);
        TreatMissingData = wire.Member("TreatMissingData", TreatMissingData);
        Unit = wire.Constant("Unit", Unit, value => new(value));
    }
}

public partial class PutMetricAlarmResponse : AmazonWebServiceResponse;

public partial class SetAlarmStateRequest : AmazonCloudWatchRequest, IShape
{
    public string AlarmName { get; set; }
    public string StateReason { get; set; }
    public string StateReasonData { get; set; }
    public StateValue StateValue { get; set; }

    void IShape.Members(Wire wire)
    {
        AlarmName = wire.Member("AlarmName", AlarmName);
        StateReason = wire.Member("StateReason", StateReason);
        StateReasonData = wire.Member("StateReasonData", StateReasonData);
        StateValue = wire.Constant("StateValue", StateValue, value => new(value));
    }
}

public partial class SetAlarmStateResponse : AmazonWebServiceResponse;

public partial class AlarmPromQLCriteria : IShape
{
    public int? PendingPeriod { get; set; }
    public string Query { get; set; }
    public int? RecoveryPeriod { get; set; }

    void IShape.Members(Wire wire)
    {
        PendingPeriod = wire.Member("PendingPeriod", PendingPeriod);
        Query = wire.Member("Query", Query);
        RecoveryPeriod = wire.Member("RecoveryPeriod", RecoveryPeriod);
    }
}

public partial class CompositeAlarm : IShape
{
    public bool? ActionsEnabled { get; set; }
    public ActionsSuppressedBy ActionsSuppressedBy { get; set; }
    public string ActionsSuppressedReason { get; set; }
    public string ActionsSuppressor { get; set; }
    public int? ActionsSuppressorExtensionPeriod { get; set; }
    public int? ActionsSuppressorWaitPeriod { get; set; }
    public List<string> AlarmActions { get; set; }
    public string AlarmArn { get; set; }
    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }
    public string AlarmDescription { get; set; }
    public string AlarmName { get; set; }
    public string AlarmRule { get; set; }
    public List<string> InsufficientDataActions { get; set; }
    public List<string> OKActions { get; set; }
    public string StateReason { get; set; }
    public string StateReasonData { get; set; }
    public DateTime? StateTransitionedTimestamp { get; set; }
    public DateTime? StateUpdatedTimestamp { get; set; }
    public StateValue StateValue { get; set; }

    void IShape.Members(Wire wire)
    {
        ActionsEnabled = wire.Member("ActionsEnabled", ActionsEnabled);
        ActionsSuppressedBy = wire.Constant("ActionsSuppressedBy", ActionsSuppressedBy, value => new(value));
        ActionsSuppressedReason = wire.Member("ActionsSuppressedReason", ActionsSuppressedReason);
        ActionsSuppressor = wire.Member("ActionsSuppressor", ActionsSuppressor);
        ActionsSuppressorExtensionPeriod = wire.Member("ActionsSuppressorExtensionPeriod", ActionsSuppressorExtensionPeriod);
        ActionsSuppressorWaitPeriod = wire.Member("ActionsSuppressorWaitPeriod", ActionsSuppressorWaitPeriod);
        AlarmActions = wire.List("AlarmActions", AlarmActions, Each.Text);
        AlarmArn = wire.Member("AlarmArn", AlarmArn);
        AlarmConfigurationUpdatedTimestamp = wire.Member("AlarmConfigurationUpdatedTimestamp", AlarmConfigurationUpdatedTimestamp);
        AlarmDescription = wire.Member("AlarmDescription", AlarmDescription);
        AlarmName = wire.Member("AlarmName", AlarmName);
        AlarmRule = wire.Member("AlarmRule", AlarmRule);
        InsufficientDataActions = wire.List("InsufficientDataActions", InsufficientDataActions, Each.Text);
        OKActions = wire.List("OKActions", OKActions, Each.Text);
        StateReason = wire.Member("StateReason", StateReason);
        StateReasonData = wire.Member("StateReasonData", StateReasonData);
        StateTransitionedTimestamp = wire.Member("StateTransitionedTimestamp", StateTransitionedTimestamp);
        StateUpdatedTimestamp = wire.Member("StateUpdatedTimestamp", StateUpdatedTimestamp);
        StateValue = wire.Constant("StateValue", StateValue, value => new(value));
    }
}

public partial class EvaluationCriteria : IShape
{
    public AlarmPromQLCriteria PromQLCriteria { get; set; }

    void IShape.Members(Wire wire)
    {
        PromQLCriteria = wire.Shape("PromQLCriteria", PromQLCriteria);
    }
}

public partial class MetricAlarm : IShape
{
    public bool? ActionsEnabled { get; set; }
    public List<string> AlarmActions { get; set; }
    public string AlarmArn { get; set; }
    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }
    public string AlarmDescription { get; set; }
    public string AlarmName { get; set; }
    public ComparisonOperator ComparisonOperator { get; set; }
    public int? DatapointsToAlarm { get; set; }
    public List<Dimension> Dimensions { get; set; }
    public string EvaluateLowSampleCountPercentile { get; set; }
    public EvaluationCriteria EvaluationCriteria { get; set; }
    public int? EvaluationInterval { get; set; }
    public int? EvaluationPeriods { get; set; }
    public EvaluationState EvaluationState { get; set; }
    public string ExtendedStatistic { get; set; }
    public List<string> InsufficientDataActions { get; set; }
    public string MetricName { get; set; }
    public List<MetricDataQuery> Metrics { get; set; }
    public string Namespace { get; set; }
    public List<string> OKActions { get; set; }
    public int? Period { get; set; }
    public string StateReason { get; set; }
    public string StateReasonData { get; set; }
    public DateTime? StateTransitionedTimestamp { get; set; }
    public DateTime? StateUpdatedTimestamp { get; set; }
    public StateValue StateValue { get; set; }
    public Statistic Statistic { get; set; }
    public double? Threshold { get; set; }
    public string ThresholdMetricId { get; set; }
    public string TreatMissingData { get; set; }
    public StandardUnit Unit { get; set; }

    void IShape.Members(Wire wire)
    {
        ActionsEnabled = wire.Member("ActionsEnabled", ActionsEnabled);
        AlarmActions = wire.List("AlarmActions", AlarmActions, Each.Text);
        AlarmArn = wire.Member("AlarmArn", AlarmArn);
        AlarmConfigurationUpdatedTimestamp = wire.Member("AlarmConfigurationUpdatedTimestamp", AlarmConfigurationUpdatedTimestamp);
        AlarmDescription = wire.Member("AlarmDescription", AlarmDescription);
        AlarmName = wire.Member("AlarmName", AlarmName);
        ComparisonOperator = wire.Constant("ComparisonOperator", ComparisonOperator, value => new(value));
        DatapointsToAlarm = wire.Member("DatapointsToAlarm", DatapointsToAlarm);
        Dimensions = wire.List("Dimensions", Dimensions, Each.Shape);
        EvaluateLowSampleCountPercentile = wire.Member("EvaluateLowSampleCountPercentile", EvaluateLowSampleCountPercentile);
        EvaluationCriteria = wire.Shape("EvaluationCriteria", EvaluationCriteria);
        EvaluationInterval = wire.Member("EvaluationInterval", EvaluationInterval);
        EvaluationPeriods = wire.Member("EvaluationPeriods", EvaluationPeriods);
        EvaluationState = wire.Constant("EvaluationState", EvaluationState, value => new(value));
        ExtendedStatistic = wire.Member("ExtendedStatistic", ExtendedStatistic);
        InsufficientDataActions = wire.List("InsufficientDataActions", InsufficientDataActions, Each.Text);
        MetricName = wire.Member("MetricName", MetricName);
        Metrics = wire.List("Metrics", Metrics, Each.Shape);
        Namespace = wire.Member("Namespace", Namespace);
        OKActions = wire.List("OKActions", OKActions, Each.Text);
        Period = wire.Member("Period", Period);
        StateReason = wire.Member("StateReason", StateReason);
        StateReasonData = wire.Member("StateReasonData", StateReasonData);
        StateTransitionedTimestamp = wire.Member("StateTransitionedTimestamp", StateTransitionedTimestamp);
        StateUpdatedTimestamp = wire.Member("StateUpdatedTimestamp", StateUpdatedTimestamp);
        StateValue = wire.Constant("StateValue", StateValue, value => new(value));
        Statistic = wire.Constant("Statistic", Statistic, value => new(value));
        Threshold = wire.Member("Threshold", Threshold);
        ThresholdMetricId = wire.Member("ThresholdMetricId", ThresholdMetricId);
        TreatMissingData = wire.Member("TreatMissingData", TreatMissingData);
        Unit = wire.Constant("Unit", Unit, value => new(value));
    }
}
