// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SQS.Model;

public partial class DeleteMessageRequest : AmazonSQSRequest, IShape
{
    public string QueueUrl { get; set; }
    public string ReceiptHandle { get; set; }

    void IShape.Members(Wire wire)
    {
        QueueUrl = wire.Member("QueueUrl", QueueUrl);
        ReceiptHandle = wire.Member("ReceiptHandle", ReceiptHandle);
    }
}

public partial class DeleteMessageResponse : AmazonWebServiceResponse;

public partial class ReceiveMessageRequest : AmazonSQSRequest, IShape
{
    public List<string> AttributeNames { get; set; }
    public int? MaxNumberOfMessages { get; set; }
    public List<string> MessageAttributeNames { get; set; }
    public List<string> MessageSystemAttributeNames { get; set; }
    public string QueueUrl { get; set; }
    public string ReceiveRequestAttemptId { get; set; }
    public int? VisibilityTimeout { get; set; }
    public int? WaitTimeSeconds { get; set; }

    void IShape.Members(Wire wire)
    {
        AttributeNames = wire.List("AttributeNames", AttributeNames, Each.Text);
        MaxNumberOfMessages = wire.Member("MaxNumberOfMessages", MaxNumberOfMessages);
        MessageAttributeNames = wire.List("MessageAttributeNames", MessageAttributeNames, Each.Text);
        MessageSystemAttributeNames = wire.List("MessageSystemAttributeNames", MessageSystemAttributeNames, Each.Text);
        QueueUrl = wire.Member("QueueUrl", QueueUrl);
        ReceiveRequestAttemptId = wire.Member("ReceiveRequestAttemptId", ReceiveRequestAttemptId);
        VisibilityTimeout = wire.Member("VisibilityTimeout", VisibilityTimeout);
        WaitTimeSeconds = wire.Member("WaitTimeSeconds", WaitTimeSeconds);
    }
}

public partial class ReceiveMessageResponse : AmazonWebServiceResponse, IShape
{
    public List<Message> Messages { get; set; }

    void IShape.Members(Wire wire)
    {
        Messages = wire.List("Messages", Messages, Each.Shape);
    }
}

public partial class SendMessageRequest : AmazonSQSRequest, IShape
{
    public int? DelaySeconds { get; set; }
    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }
    public string MessageBody { get; set; }
    public string MessageDeduplicationId { get; set; }
    public string MessageGroupId { get; set; }
    public Dictionary<string, MessageSystemAttributeValue> MessageSystemAttributes { get; set; }
    public string QueueUrl { get; set; }

    void IShape.Members(Wire wire)
    {
        DelaySeconds = wire.Member("DelaySeconds", DelaySeconds);
        MessageAttributes = wire.Map("MessageAttributes", MessageAttributes, Each.Shape);
        MessageBody = wire.Member("MessageBody", MessageBody);
        MessageDeduplicationId = wire.Member("MessageDeduplicationId", MessageDeduplicationId);
        MessageGroupId = wire.Member("MessageGroupId", MessageGroupId);
        MessageSystemAttributes = wire.Map("MessageSystemAttributes", MessageSystemAttributes, Each.Shape);
        QueueUrl = wire.Member("QueueUrl", QueueUrl);
    }
}

public partial class SendMessageResponse : AmazonWebServiceResponse, IShape
{
    public string MD5OfMessageAttributes { get; set; }
    public string MD5OfMessageBody { get; set; }
    public string MD5OfMessageSystemAttributes { get; set; }
    public string MessageId { get; set; }
    public string SequenceNumber { get; set; }

    void IShape.Members(Wire wire)
    {
        MD5OfMessageAttributes = wire.Member("MD5OfMessageAttributes", MD5OfMessageAttributes);
        MD5OfMessageBody = wire.Member("MD5OfMessageBody", MD5OfMessageBody);
        MD5OfMessageSystemAttributes = wire.Member("MD5OfMessageSystemAttributes", MD5OfMessageSystemAttributes);
        MessageId = wire.Member("MessageId", MessageId);
        SequenceNumber = wire.Member("SequenceNumber", SequenceNumber);
    }
}

public partial class Message : IShape
{
    public Dictionary<string, string> Attributes { get; set; }
    public string Body { get; set; }
    public string MD5OfBody { get; set; }
    public string MD5OfMessageAttributes { get; set; }
    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }
    public string MessageId { get; set; }
    public string ReceiptHandle { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("Attributes", Attributes, Each.Text);
        Body = wire.Member("Body", Body);
        MD5OfBody = wire.Member("MD5OfBody", MD5OfBody);
        MD5OfMessageAttributes = wire.Member("MD5OfMessageAttributes", MD5OfMessageAttributes);
        MessageAttributes = wire.Map("MessageAttributes", MessageAttributes, Each.Shape);
        MessageId = wire.Member("MessageId", MessageId);
        ReceiptHandle = wire.Member("ReceiptHandle", ReceiptHandle);
    }
}

public partial class MessageAttributeValue : IShape
{
    public List<MemoryStream> BinaryListValues { get; set; }
    public MemoryStream BinaryValue { get; set; }
    public string DataType { get; set; }
    public List<string> StringListValues { get; set; }
    public string StringValue { get; set; }

    void IShape.Members(Wire wire)
    {
        BinaryListValues = wire.List("BinaryListValues", BinaryListValues, Each.Blob);
        BinaryValue = wire.Member("BinaryValue", BinaryValue);
        DataType = wire.Member("DataType", DataType);
        StringListValues = wire.List("StringListValues", StringListValues, Each.Text);
        StringValue = wire.Member("StringValue", StringValue);
    }
}

public partial class MessageSystemAttributeValue : IShape
{
    public List<MemoryStream> BinaryListValues { get; set; }
    public MemoryStream BinaryValue { get; set; }
    public string DataType { get; set; }
    public List<string> StringListValues { get; set; }
    public string StringValue { get; set; }

    void IShape.Members(Wire wire)
    {
        BinaryListValues = wire.List("BinaryListValues", BinaryListValues, Each.Blob);
        BinaryValue = wire.Member("BinaryValue", BinaryValue);
        DataType = wire.Member("DataType", DataType);
        StringListValues = wire.List("StringListValues", StringListValues, Each.Text);
        StringValue = wire.Member("StringValue", StringValue);
    }
}
