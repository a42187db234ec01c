// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SimpleNotificationService.Model;

public partial class CreateTopicRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public Dictionary<string, string> Attributes { get; set; }
    public string DataProtectionPolicy { get; set; }
    public string Name { get; set; }
    public List<Tag> Tags { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("Attributes", Attributes, Each.Text);
        DataProtectionPolicy = wire.Member("DataProtectionPolicy", DataProtectionPolicy);
        Name = wire.Member("Name", Name);
        Tags = wire.List("Tags", Tags, Each.Shape);
    }
}

public partial class CreateTopicResponse : AmazonWebServiceResponse, IShape
{
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}

public partial class DeleteTopicRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}

public partial class DeleteTopicResponse : AmazonWebServiceResponse;

public partial class GetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}

public partial class GetTopicAttributesResponse : AmazonWebServiceResponse, IShape
{
    public Dictionary<string, string> Attributes { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("Attributes", Attributes, Each.Text);
    }
}

public partial class ListTopicsRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public string NextToken { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
    }
}

public partial class ListTopicsResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<Topic> Topics { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        Topics = wire.List("Topics", Topics, Each.Shape);
    }
}

public partial class SetTopicAttributesRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public string AttributeName { get; set; }
    public string AttributeValue { get; set; }
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        AttributeName = wire.Member("AttributeName", AttributeName);
        AttributeValue = wire.Member("AttributeValue", AttributeValue);
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}

public partial class SetTopicAttributesResponse : AmazonWebServiceResponse;

public partial class Tag : IShape
{
    public string Key { get; set; }
    public string Value { get; set; }

    void IShape.Members(Wire wire)
    {
        Key = wire.Member("Key", Key);
        Value = wire.Member("Value", Value);
    }
}

public partial class Topic : IShape
{
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}
