using System.Globalization;

namespace Amazon.SQS.Model;

/// <summary>The well-known attributes by name; 0 or null for those that were not asked for.</summary>
public partial class GetQueueAttributesResponse
{
    public int VisibilityTimeout => Number("VisibilityTimeout");
    public int DelaySeconds => Number("DelaySeconds");
    public int MaximumMessageSize => Number("MaximumMessageSize");
    public int MessageRetentionPeriod => Number("MessageRetentionPeriod");
    public int ApproximateNumberOfMessages => Number("ApproximateNumberOfMessages");
    public int ApproximateNumberOfMessagesNotVisible => Number("ApproximateNumberOfMessagesNotVisible");
    public int ApproximateNumberOfMessagesDelayed => Number("ApproximateNumberOfMessagesDelayed");
    public DateTime CreatedTimestamp => DateTime.UnixEpoch.AddSeconds(Number("CreatedTimestamp"));
    public DateTime LastModifiedTimestamp => DateTime.UnixEpoch.AddSeconds(Number("LastModifiedTimestamp"));
    public string QueueARN => Attribute("QueueArn");
    public string Policy => Attribute("Policy");
    public bool FifoQueue => bool.TryParse(Attribute("FifoQueue"), out var value) && value;
    public bool? ContentBasedDeduplication => bool.TryParse(Attribute("ContentBasedDeduplication"), out var value) ? value : null;

    private int Number(string name) =>
        int.TryParse(Attribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private string Attribute(string name) => Attributes?.GetValueOrDefault(name);
}
