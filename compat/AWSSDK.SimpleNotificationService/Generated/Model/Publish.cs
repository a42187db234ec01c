// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SimpleNotificationService.Model;

public partial class PublishRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public string Message { get; set; }
    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }
    public string MessageDeduplicationId { get; set; }
    public string MessageGroupId { get; set; }
    public string MessageStructure { get; set; }
    public string PhoneNumber { get; set; }
    public string Subject { get; set; }
    public string TargetArn { get; set; }
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        Message = wire.Member("Message", Message);
        MessageAttributes = wire.Map("MessageAttributes", MessageAttributes, Each.Shape, "Name", "Value");
        MessageDeduplicationId = wire.Member("MessageDeduplicationId", MessageDeduplicationId);
        MessageGroupId = wire.Member("MessageGroupId", MessageGroupId);
        MessageStructure = wire.Member("MessageStructure", MessageStructure);
        PhoneNumber = wire.Member("PhoneNumber", PhoneNumber);
        Subject = wire.Member("Subject", Subject);
        TargetArn = wire.Member("TargetArn", TargetArn);
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}

public partial class PublishResponse : AmazonWebServiceResponse, IShape
{
    public string MessageId { get; set; }
    public string SequenceNumber { get; set; }

    void IShape.Members(Wire wire)
    {
        MessageId = wire.Member("MessageId", MessageId);
        SequenceNumber = wire.Member("SequenceNumber", SequenceNumber);
    }
}

public partial class MessageAttributeValue : IShape
{
    public MemoryStream BinaryValue { get; set; }
    public string DataType { get; set; }
    public string StringValue { get; set; }

    void IShape.Members(Wire wire)
    {
        BinaryValue = wire.Member("BinaryValue", BinaryValue);
        DataType = wire.Member("DataType", DataType);
        StringValue = wire.Member("StringValue", StringValue);
    }
}
