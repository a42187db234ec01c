// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.Lambda;

public class EndPointType : ConstantClass
{
    public static readonly EndPointType KAFKA_BOOTSTRAP_SERVERS = new("KAFKA_BOOTSTRAP_SERVERS");

    public EndPointType(string value) : base(value) { }

    public static EndPointType FindValue(string value) => FindValue<EndPointType>(value);

    public static implicit operator EndPointType(string value) => FindValue(value);
}

public class EventSourceMappingMetric : ConstantClass
{
    public static readonly EventSourceMappingMetric ErrorCount = new("ErrorCount");
    public static readonly EventSourceMappingMetric EventCount = new("EventCount");
    public static readonly EventSourceMappingMetric KafkaMetrics = new("KafkaMetrics");

    public EventSourceMappingMetric(string value) : base(value) { }

    public static EventSourceMappingMetric FindValue(string value) => FindValue<EventSourceMappingMetric>(value);

    public static implicit operator EventSourceMappingMetric(string value) => FindValue(value);
}

public class EventSourceMappingSystemLogLevel : ConstantClass
{
    public static readonly EventSourceMappingSystemLogLevel DEBUG = new("DEBUG");
    public static readonly EventSourceMappingSystemLogLevel INFO = new("INFO");
    public static readonly EventSourceMappingSystemLogLevel WARN = new("WARN");

    public EventSourceMappingSystemLogLevel(string value) : base(value) { }

    public static EventSourceMappingSystemLogLevel FindValue(string value) => FindValue<EventSourceMappingSystemLogLevel>(value);

    public static implicit operator EventSourceMappingSystemLogLevel(string value) => FindValue(value);
}

public class EventSourcePosition : ConstantClass
{
    public static readonly EventSourcePosition AT_TIMESTAMP = new("AT_TIMESTAMP");
    public static readonly EventSourcePosition LATEST = new("LATEST");
    public static readonly EventSourcePosition TRIM_HORIZON = new("TRIM_HORIZON");

    public EventSourcePosition(string value) : base(value) { }

    public static EventSourcePosition FindValue(string value) => FindValue<EventSourcePosition>(value);

    public static implicit operator EventSourcePosition(string value) => FindValue(value);
}

public class FullDocument : ConstantClass
{
    public static readonly FullDocument Default = new("Default");
    public static readonly FullDocument UpdateLookup = new("UpdateLookup");

    public FullDocument(string value) : base(value) { }

    public static FullDocument FindValue(string value) => FindValue<FullDocument>(value);

    public static implicit operator FullDocument(string value) => FindValue(value);
}

public class FunctionResponseType : ConstantClass
{
    public static readonly FunctionResponseType ReportBatchItemFailures = new("ReportBatchItemFailures");

    public FunctionResponseType(string value) : base(value) { }

    public static FunctionResponseType FindValue(string value) => FindValue<FunctionResponseType>(value);

    public static implicit operator FunctionResponseType(string value) => FindValue(value);
}

public class SchemaRegistryEventRecordFormat : ConstantClass
{
    public static readonly SchemaRegistryEventRecordFormat JSON = new("JSON");
    public static readonly SchemaRegistryEventRecordFormat SOURCE = new("SOURCE");

    public SchemaRegistryEventRecordFormat(string value) : base(value) { }

    public static SchemaRegistryEventRecordFormat FindValue(string value) => FindValue<SchemaRegistryEventRecordFormat>(value);

    public static implicit operator SchemaRegistryEventRecordFormat(string value) => FindValue(value);
}
