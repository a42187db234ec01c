// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SQS.Model;

public partial class CreateQueueRequest : AmazonSQSRequest, IShape
{
    public Dictionary<string, string> Attributes { get; set; }
    public string QueueName { get; set; }
    public Dictionary<string, string> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("Attributes", Attributes, Each.Text);
        QueueName = wire.Member("QueueName", QueueName);
        Tags = wire.Map("tags", Tags, Each.Text);
    }
}

public partial class CreateQueueResponse : AmazonWebServiceResponse, IShape
{
    public string QueueUrl { get; set; }

    void IShape.Members(Wire wire)
    {
        QueueUrl = wire.Member("QueueUrl", QueueUrl);
    }
}

public partial class DeleteQueueRequest : AmazonSQSRequest, IShape
{
    public string QueueUrl { get; set; }

    void IShape.Members(Wire wire)
    {
        QueueUrl = wire.Member("QueueUrl", QueueUrl);
    }
}

public partial class DeleteQueueResponse : AmazonWebServiceResponse;

public partial class GetQueueAttributesRequest : AmazonSQSRequest, IShape
{
    public List<string> AttributeNames { get; set; }
    public string QueueUrl { get; set; }

    void IShape.Members(Wire wire)
    {
        AttributeNames = wire.List("AttributeNames", AttributeNames, Each.Text);
        QueueUrl = wire.Member("QueueUrl", QueueUrl);
    }
}

public partial class GetQueueAttributesResponse : AmazonWebServiceResponse, IShape
{
    public Dictionary<string, string> Attributes { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("Attributes", Attributes, Each.Text);
    }
}

public partial class GetQueueUrlRequest : AmazonSQSRequest, IShape
{
    public string QueueName { get; set; }
    public string QueueOwnerAWSAccountId { get; set; }

    void IShape.Members(Wire wire)
    {
        QueueName = wire.Member("QueueName", QueueName);
        QueueOwnerAWSAccountId = wire.Member("QueueOwnerAWSAccountId", QueueOwnerAWSAccountId);
    }
}

public partial class GetQueueUrlResponse : AmazonWebServiceResponse, IShape
{
    public string QueueUrl { get; set; }

    void IShape.Members(Wire wire)
    {
        QueueUrl = wire.Member("QueueUrl", QueueUrl);
    }
}

public partial class SetQueueAttributesRequest : AmazonSQSRequest, IShape
{
    public Dictionary<string, string> Attributes { get; set; }
    public string QueueUrl { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("Attributes", Attributes, Each.Text);
        QueueUrl = wire.Member("QueueUrl", QueueUrl);
    }
}

public partial class SetQueueAttributesResponse : AmazonWebServiceResponse;
