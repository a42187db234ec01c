// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class GetEventSourceMappingRequest : AmazonLambdaRequest, IShape
{
    public string UUID { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Label("UUID", UUID);
    }
}

public partial class GetEventSourceMappingResponse : AmazonWebServiceResponse, IShape
{
    public AmazonManagedKafkaEventSourceConfig AmazonManagedKafkaEventSourceConfig { get; set; }
    public int? BatchSize { get; set; }
    public bool? BisectBatchOnFunctionError { get; set; }
    public DestinationConfig DestinationConfig { get; set; }
    public DocumentDBEventSourceConfig DocumentDBEventSourceConfig { get; set; }
    public string EventSourceArn { get; set; }
    public string EventSourceMappingArn { get; set; }
    public FilterCriteria FilterCriteria { get; set; }
    public FilterCriteriaError FilterCriteriaError { get; set; }
    public string FunctionArn { get; set; }
    public List<string> FunctionResponseTypes { get; set; }
    public string KMSKeyArn { get; set; }
    public DateTime? LastModified { get; set; }
    public string LastProcessingResult { get; set; }
    public EventSourceMappingLoggingConfig LoggingConfig { get; set; }
    public int? MaximumBatchingWindowInSeconds { get; set; }
    public int? MaximumRecordAgeInSeconds { get; set; }
    public int? MaximumRetryAttempts { get; set; }
    public EventSourceMappingMetricsConfig MetricsConfig { get; set; }
    public int? ParallelizationFactor { get; set; }
    public ProvisionedPollerConfig ProvisionedPollerConfig { get; set; }
    public List<string> Queues { get; set; }
    public ScalingConfig ScalingConfig { get; set; }
    public SelfManagedEventSource SelfManagedEventSource { get; set; }
    public SelfManagedKafkaEventSourceConfig SelfManagedKafkaEventSourceConfig { get; set; }
    public List<SourceAccessConfiguration> SourceAccessConfigurations { get; set; }
    public EventSourcePosition StartingPosition { get; set; }
    public DateTime? StartingPositionTimestamp { get; set; }
    public string State { get; set; }
    public string StateTransitionReason { get; set; }
    public List<string> Topics { get; set; }
    public int? TumblingWindowInSeconds { get; set; }
    public string UUID { get; set; }

    void IShape.Members(Wire wire)
    {
        AmazonManagedKafkaEventSourceConfig = wire.Shape("AmazonManagedKafkaEventSourceConfig", AmazonManagedKafkaEventSourceConfig);
        BatchSize = wire.Member("BatchSize", BatchSize);
        BisectBatchOnFunctionError = wire.Member("BisectBatchOnFunctionError", BisectBatchOnFunctionError);
        DestinationConfig = wire.Shape("DestinationConfig", DestinationConfig);
        DocumentDBEventSourceConfig = wire.Shape("DocumentDBEventSourceConfig", DocumentDBEventSourceConfig);
        EventSourceArn = wire.Member("EventSourceArn", EventSourceArn);
        EventSourceMappingArn = wire.Member("EventSourceMappingArn", EventSourceMappingArn);
        FilterCriteria = wire.Shape("FilterCriteria", FilterCriteria);
        FilterCriteriaError = wire.Shape("FilterCriteriaError", FilterCriteriaError);
        FunctionArn = wire.Member("FunctionArn", FunctionArn);
        FunctionResponseTypes = wire.List("FunctionResponseTypes", FunctionResponseTypes, Each.Text);
        KMSKeyArn = wire.Member("KMSKeyArn", KMSKeyArn);
        LastModified = wire.Member("LastModified", LastModified);
        LastProcessingResult = wire.Member("LastProcessingResult", LastProcessingResult);
        LoggingConfig = wire.Shape("LoggingConfig", LoggingConfig);
        MaximumBatchingWindowInSeconds = wire.Member("MaximumBatchingWindowInSeconds", MaximumBatchingWindowInSeconds);
        MaximumRecordAgeInSeconds = wire.Member("MaximumRecordAgeInSeconds", MaximumRecordAgeInSeconds);
        MaximumRetryAttempts = wire.Member("MaximumRetryAttempts", MaximumRetryAttempts);
        MetricsConfig = wire.Shape("MetricsConfig", MetricsConfig);
        ParallelizationFactor = wire.Member("ParallelizationFactor", ParallelizationFactor);
        ProvisionedPollerConfig = wire.Shape("ProvisionedPollerConfig", ProvisionedPollerConfig);
        Queues = wire.List("Queues", Queues, Each.Text);
        ScalingConfig = wire.Shape("ScalingConfig", ScalingConfig);
        SelfManagedEventSource = wire.Shape("SelfManagedEventSource", SelfManagedEventSource);
        SelfManagedKafkaEventSourceConfig = wire.Shape("SelfManagedKafkaEventSourceConfig", SelfManagedKafkaEventSourceConfig);
        SourceAccessConfigurations = wire.List("SourceAccessConfigurations", SourceAccessConfigurations, Each.Shape);
        StartingPosition = wire.Constant("StartingPosition", StartingPosition, value => new(value));
        StartingPositionTimestamp = wire.Member("StartingPositionTimestamp", StartingPositionTimestamp);
        State = wire.Member("State", State);
        StateTransitionReason = wire.Member("StateTransitionReason", StateTransitionReason);
        Topics = wire.List("Topics", Topics, Each.Text);
        TumblingWindowInSeconds = wire.Member("TumblingWindowInSeconds", TumblingWindowInSeconds);
        UUID = wire.Member("UUID", UUID);
    }
}

public partial class ListEventSourceMappingsRequest : AmazonLambdaRequest, IShape
{
    public string EventSourceArn { get; set; }
    public string FunctionName { get; set; }
    public string Marker { get; set; }
    public int? MaxItems { get; set; }

    void IShape.Members(Wire wire)
    {
        wire.Query("EventSourceArn", EventSourceArn);
        wire.Query("FunctionName", FunctionName);
        wire.Query("Marker", Marker);
        wire.Query("MaxItems", MaxItems);
    }
}

public partial class ListEventSourceMappingsResponse : AmazonWebServiceResponse, IShape
{
    public List<EventSourceMappingConfiguration> EventSourceMappings { get; set; }
    public string NextMarker { get; set; }

    void IShape.Members(Wire wire)
    {
        EventSourceMappings = wire.List("EventSourceMappings", EventSourceMappings, Each.Shape);
        NextMarker = wire.Member("NextMarker", NextMarker);
    }
}

public partial class EventSourceMappingConfiguration : IShape
{
    public AmazonManagedKafkaEventSourceConfig AmazonManagedKafkaEventSourceConfig { get; set; }
    public int? BatchSize { get; set; }
    public bool? BisectBatchOnFunctionError { get; set; }
    public DestinationConfig DestinationConfig { get; set; }
    public DocumentDBEventSourceConfig DocumentDBEventSourceConfig { get; set; }
    public string EventSourceArn { get; set; }
    public string EventSourceMappingArn { get; set; }
    public FilterCriteria FilterCriteria { get; set; }
    public FilterCriteriaError FilterCriteriaError { get; set; }
    public string FunctionArn { get; set; }
    public List<string> FunctionResponseTypes { get; set; }
    public string KMSKeyArn { get; set; }
    public DateTime? LastModified { get; set; }
    public string LastProcessingResult { get; set; }
    public EventSourceMappingLoggingConfig LoggingConfig { get; set; }
    public int? MaximumBatchingWindowInSeconds { get; set; }
    public int? MaximumRecordAgeInSeconds { get; set; }
    public int? MaximumRetryAttempts { get; set; }
    public EventSourceMappingMetricsConfig MetricsConfig { get; set; }
    public int? ParallelizationFactor { get; set; }
    public ProvisionedPollerConfig ProvisionedPollerConfig { get; set; }
    public List<string> Queues { get; set; }
    public ScalingConfig ScalingConfig { get; set; }
    public SelfManagedEventSource SelfManagedEventSource { get; set; }
    public SelfManagedKafkaEventSourceConfig SelfManagedKafkaEventSourceConfig { get; set; }
    public List<SourceAccessConfiguration> SourceAccessConfigurations { get; set; }
    public EventSourcePosition StartingPosition { get; set; }
    public DateTime? StartingPositionTimestamp { get; set; }
    public string State { get; set; }
    public string StateTransitionReason { get; set; }
    public List<string> Topics { get; set; }
    public int? TumblingWindowInSeconds { get; set; }
    public string UUID { get; set; }

    void IShape.Members(Wire wire)
    {
        AmazonManagedKafkaEventSourceConfig = wire.Shape("AmazonManagedKafkaEventSourceConfig", AmazonManagedKafkaEventSourceConfig);
        BatchSize = wire.Member("BatchSize", BatchSize);
        BisectBatchOnFunctionError = wire.Member("BisectBatchOnFunctionError", BisectBatchOnFunctionError);
        DestinationConfig = wire.Shape("DestinationConfig", DestinationConfig);
        DocumentDBEventSourceConfig = wire.Shape("DocumentDBEventSourceConfig", DocumentDBEventSourceConfig);
        EventSourceArn = wire.Member("EventSourceArn", EventSourceArn);
        EventSourceMappingArn = wire.Member("EventSourceMappingArn", EventSourceMappingArn);
        FilterCriteria = wire.Shape("FilterCriteria", FilterCriteria);
        FilterCriteriaError = wire.Shape("FilterCriteriaError", FilterCriteriaError);
        FunctionArn = wire.Member("FunctionArn", FunctionArn);
        FunctionResponseTypes = wire.List("FunctionResponseTypes", FunctionResponseTypes, Each.Text);
        KMSKeyArn = wire.Member("KMSKeyArn", KMSKeyArn);
        LastModified = wire.Member("LastModified", LastModified);
        LastProcessingResult = wire.Member("LastProcessingResult", LastProcessingResult);
        LoggingConfig = wire.Shape("LoggingConfig", LoggingConfig);
        MaximumBatchingWindowInSeconds = wire.Member("MaximumBatchingWindowInSeconds", MaximumBatchingWindowInSeconds);
        MaximumRecordAgeInSeconds = wire.Member("MaximumRecordAgeInSeconds", MaximumRecordAgeInSeconds);
        MaximumRetryAttempts = wire.Member("MaximumRetryAttempts", MaximumRetryAttempts);
        MetricsConfig = wire.Shape("MetricsConfig", MetricsConfig);
        ParallelizationFactor = wire.Member("ParallelizationFactor", ParallelizationFactor);
        ProvisionedPollerConfig = wire.Shape("ProvisionedPollerConfig", ProvisionedPollerConfig);
        Queues = wire.List("Queues", Queues, Each.Text);
        ScalingConfig = wire.Shape("ScalingConfig", ScalingConfig);
        SelfManagedEventSource = wire.Shape("SelfManagedEventSource", SelfManagedEventSource);
        SelfManagedKafkaEventSourceConfig = wire.Shape("SelfManagedKafkaEventSourceConfig", SelfManagedKafkaEventSourceConfig);
        SourceAccessConfigurations = wire.List("SourceAccessConfigurations", SourceAccessConfigurations, Each.Shape);
        StartingPosition = wire.Constant("StartingPosition", StartingPosition, value => new(value));
        StartingPositionTimestamp = wire.Member("StartingPositionTimestamp", StartingPositionTimestamp);
        State = wire.Member("State", State);
        StateTransitionReason = wire.Member("StateTransitionReason", StateTransitionReason);
        Topics = wire.List("Topics", Topics, Each.Text);
        TumblingWindowInSeconds = wire.Member("TumblingWindowInSeconds", TumblingWindowInSeconds);
        UUID = wire.Member("UUID", UUID);
    }
}
