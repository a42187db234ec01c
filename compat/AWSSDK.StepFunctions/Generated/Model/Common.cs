// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.StepFunctions.Model;

public partial class CloudWatchLogsLogGroup : IShape
{
    public string LogGroupArn { get; set; }

    void IShape.Members(Wire wire)
    {
        LogGroupArn = wire.Member("logGroupArn", LogGroupArn);
    }
}

public partial class EncryptionConfiguration : IShape
{
    public int? KmsDataKeyReusePeriodSeconds { get; set; }
    public string KmsKeyId { get; set; }
    public EncryptionType Type { get; set; }

    void IShape.Members(Wire wire)
    {
        KmsDataKeyReusePeriodSeconds = wire.Member("kmsDataKeyReusePeriodSeconds", KmsDataKeyReusePeriodSeconds);
        KmsKeyId = wire.Member("kmsKeyId", KmsKeyId);
        Type = wire.Constant("type", Type, value => new(value));
    }
}

public partial class LogDestination : IShape
{
    public CloudWatchLogsLogGroup CloudWatchLogsLogGroup { get; set; }

    void IShape.Members(Wire wire)
    {
        CloudWatchLogsLogGroup = wire.Shape("cloudWatchLogsLogGroup", CloudWatchLogsLogGroup);
    }
}

public partial class LoggingConfiguration : IShape
{
    public List<LogDestination> Destinations { get; set; }
    public bool? IncludeExecutionData { get; set; }
    public LogLevel Level { get; set; }

    void IShape.Members(Wire wire)
    {
        Destinations = wire.List("destinations", Destinations, Each.Shape);
        IncludeExecutionData = wire.Member("includeExecutionData", IncludeExecutionData);
        Level = wire.Constant("level", Level, value => new(value));
    }
}

public partial class TracingConfiguration : IShape
{
    public bool? Enabled { get; set; }

    void IShape.Members(Wire wire)
    {
        Enabled = wire.Member("enabled", Enabled);
    }
}
