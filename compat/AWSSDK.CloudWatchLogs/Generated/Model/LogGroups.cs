// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.CloudWatchLogs.Model;

public partial class CreateLogGroupRequest : AmazonCloudWatchLogsRequest, IShape
{
    public bool? DeletionProtectionEnabled { get; set; }
    public string KmsKeyId { get; set; }
    public LogGroupClass LogGroupClass { get; set; }
    public string LogGroupName { get; set; }
    public Dictionary<string, string> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        DeletionProtectionEnabled = wire.Member("deletionProtectionEnabled", DeletionProtectionEnabled);
        KmsKeyId = wire.Member("kmsKeyId", KmsKeyId);
        LogGroupClass = wire.Constant("logGroupClass", LogGroupClass, value => new(value));
        LogGroupName = wire.Member("logGroupName", LogGroupName);
        Tags = wire.Map("tags", Tags, Each.Text);
    }
}

public partial class CreateLogGroupResponse : AmazonWebServiceResponse;

public partial class DeleteLogGroupRequest : AmazonCloudWatchLogsRequest, IShape
{
    public string LogGroupName { get; set; }

    void IShape.Members(Wire wire)
    {
        LogGroupName = wire.Member("logGroupName", LogGroupName);
    }
}

public partial class DeleteLogGroupResponse : AmazonWebServiceResponse;

public partial class DeleteRetentionPolicyRequest : AmazonCloudWatchLogsRequest, IShape
{
    public string LogGroupName { get; set; }

    void IShape.Members(Wire wire)
    {
        LogGroupName = wire.Member("logGroupName", LogGroupName);
    }
}

public partial class DeleteRetentionPolicyResponse : AmazonWebServiceResponse;

public partial class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest, IShape
{
    public List<string> AccountIdentifiers { get; set; }
    public bool? IncludeLinkedAccounts { get; set; }
    public int? Limit { get; set; }
    public LogGroupClass LogGroupClass { get; set; }
    public List<string> LogGroupIdentifiers { get; set; }
    public string LogGroupNamePattern { get; set; }
    public string LogGroupNamePrefix { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        AccountIdentifiers = wire.List("accountIdentifiers", AccountIdentifiers, Each.Text);
        IncludeLinkedAccounts = wire.Member("includeLinkedAccounts", IncludeLinkedAccounts);
        Limit = wire.Member("limit", Limit);
        LogGroupClass = wire.Constant("logGroupClass", LogGroupClass, value => new(value));
        LogGroupIdentifiers = wire.List("logGroupIdentifiers", LogGroupIdentifiers, Each.Text);
        LogGroupNamePattern = wire.Member("logGroupNamePattern", LogGroupNamePattern);
        LogGroupNamePrefix = wire.Member("logGroupNamePrefix", LogGroupNamePrefix);
        NextToken = wire.Member("nextToken", NextToken);
    }
}

public partial class DescribeLogGroupsResponse : AmazonWebServiceResponse, IShape
{
    public List<LogGroup> LogGroups { get; set; }
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        LogGroups = wire.List("logGroups", LogGroups, Each.Shape);
        NextToken = wire.Member("nextToken", NextToken);
    }
}

public partial class PutRetentionPolicyRequest : AmazonCloudWatchLogsRequest, IShape
{
    public string LogGroupName { get; set; }
    public int? RetentionInDays { get; set; }

    void IShape.Members(Wire wire)
    {
        LogGroupName = wire.Member("logGroupName", LogGroupName);
        RetentionInDays = wire.Member("retentionInDays", RetentionInDays);
    }
}

public partial class PutRetentionPolicyResponse : AmazonWebServiceResponse;

public partial class LogGroup : IShape
{
    public string Arn { get; set; }
    public bool? BearerTokenAuthenticationEnabled { get; set; }
    public DateTime? CreationTime { get; set; }
    public DataProtectionStatus DataProtectionStatus { get; set; }
    public bool? DeletionProtectionEnabled { get; set; }
    public List<string> InheritedProperties { get; set; }
    public string KmsKeyId { get; set; }
    public string LogGroupArn { get; set; }
    public LogGroupClass LogGroupClass { get; set; }
    public string LogGroupName { get; set; }
    public int? MetricFilterCount { get; set; }
    public int? RetentionInDays { get; set; }
    public long? StoredBytes { get; set; }

    void IShape.Members(Wire wire)
    {
        Arn = wire.Member("arn", Arn);
        BearerTokenAuthenticationEnabled = wire.Member("bearerTokenAuthenticationEnabled", BearerTokenAuthenticationEnabled);
        CreationTime = wire.Milliseconds("creationTime", CreationTime);
        DataProtectionStatus = wire.Constant("dataProtectionStatus", DataProtectionStatus, value => new(value));
        DeletionProtectionEnabled = wire.Member("deletionProtectionEnabled", DeletionProtectionEnabled);
        InheritedProperties = wire.List("inheritedProperties", InheritedProperties, Each.Text);
        KmsKeyId = wire.Member("kmsKeyId", KmsKeyId);
        LogGroupArn = wire.Member("logGroupArn", LogGroupArn);
        LogGroupClass = wire.Constant("logGroupClass", LogGroupClass, value => new(value));
        LogGroupName = wire.Member("logGroupName", LogGroupName);
        MetricFilterCount = wire.Member("metricFilterCount", MetricFilterCount);
        RetentionInDays = wire.Member("retentionInDays", RetentionInDays);
        StoredBytes = wire.Member("storedBytes", StoredBytes);
    }
}
