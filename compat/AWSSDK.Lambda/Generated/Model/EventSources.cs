// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.Lambda.Model;

public partial class AmazonManagedKafkaEventSourceConfig : IShape
{
    public string ConsumerGroupId { get; set; }
    public KafkaSchemaRegistryConfig SchemaRegistryConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        ConsumerGroupId = wire.Member("ConsumerGroupId", ConsumerGroupId);
        SchemaRegistryConfig = wire.Shape("SchemaRegistryConfig", SchemaRegistryConfig);
    }
}

public partial class DestinationConfig : IShape
{
    public OnFailure OnFailure { get; set; }
    public OnSuccess OnSuccess { get; set; }

    void IShape.Members(Wire wire)
    {
        OnFailure = wire.Shape("OnFailure", OnFailure);
        OnSuccess = wire.Shape("OnSuccess", OnSuccess);
    }
}

public partial class DocumentDBEventSourceConfig : IShape
{
    public string CollectionName { get; set; }
    public string DatabaseName { get; set; }
    public FullDocument FullDocument { get; set; }

    void IShape.Members(Wire wire)
    {
        CollectionName = wire.Member("CollectionName", CollectionName);
        DatabaseName = wire.Member("DatabaseName", DatabaseName);
        FullDocument = wire.Constant("FullDocument", FullDocument, value => new(value));
    }
}

public partial class KafkaSchemaRegistryAccessConfig : IShape
{
    public KafkaSchemaRegistryAuthType Type { get; set; }
    public string URI { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Constant("Type", Type, value => new(value));
        URI = wire.Member("URI", URI);
    }
}

public partial class KafkaSchemaRegistryConfig : IShape
{
    public List<KafkaSchemaRegistryAccessConfig> AccessConfigs { get; set; }
    public SchemaRegistryEventRecordFormat EventRecordFormat { get; set; }
    public string SchemaRegistryURI { get; set; }
    public List<KafkaSchemaValidationConfig> SchemaValidationConfigs { get; set; }

    void IShape.Members(Wire wire)
    {
        AccessConfigs = wire.List("AccessConfigs", AccessConfigs, Each.Shape);
        EventRecordFormat = wire.Constant("EventRecordFormat", EventRecordFormat, value => new(value));
        SchemaRegistryURI = wire.Member("SchemaRegistryURI", SchemaRegistryURI);
        SchemaValidationConfigs = wire.List("SchemaValidationConfigs", SchemaValidationConfigs, Each.Shape);
    }
}

public partial class KafkaSchemaValidationConfig : IShape
{
    public KafkaSchemaValidationAttribute Attribute { get; set; }

    void IShape.Members(Wire wire)
    {
        Attribute = wire.Constant("Attribute", Attribute, value => new(value));
    }
}

public partial class OnFailure : IShape
{
    public string Destination { get; set; }

    void IShape.Members(Wire wire)
    {
        Destination = wire.Member("Destination", Destination);
    }
}

public partial class OnSuccess : IShape
{
    public string Destination { get; set; }

    void IShape.Members(Wire wire)
    {
        Destination = wire.Member("Destination", Destination);
    }
}

public partial class ProvisionedPollerConfig : IShape
{
    public int? MaximumPollers { get; set; }
    public int? MinimumPollers { get; set; }
    public string PollerGroupName { get; set; }

    void IShape.Members(Wire wire)
    {
        MaximumPollers = wire.Member("MaximumPollers", MaximumPollers);
        MinimumPollers = wire.Member("MinimumPollers", MinimumPollers);
        PollerGroupName = wire.Member("PollerGroupName", PollerGroupName);
    }
}

public partial class SelfManagedEventSource : IShape
{
    public Dictionary<string, List<string>> Endpoints { get; set; }

    void IShape.Members(Wire wire)
    {
        Endpoints = wire.Map("Endpoints", Endpoints, Each.TextList);
    }
}

public partial class SelfManagedKafkaEventSourceConfig : IShape
{
    public string ConsumerGroupId { get; set; }
    public KafkaSchemaRegistryConfig SchemaRegistryConfig { get; set; }

    void IShape.Members(Wire wire)
    {
        ConsumerGroupId = wire.Member("ConsumerGroupId", ConsumerGroupId);
        SchemaRegistryConfig = wire.Shape("SchemaRegistryConfig", SchemaRegistryConfig);
    }
}

public partial class SourceAccessConfiguration : IShape
{
    public SourceAccessType Type { get; set; }
    public string URI { get; set; }

    void IShape.Members(Wire wire)
    {
        Type = wire.Constant("Type", Type, value => new(value));
        URI = wire.Member("URI", URI);
    }
}
