// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.SimpleNotificationService.Model;

public partial class ListSubscriptionsByTopicRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public string NextToken { get; set; }
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}

public partial class ListSubscriptionsByTopicResponse : AmazonWebServiceResponse, IShape
{
    public string NextToken { get; set; }
    public List<Subscription> Subscriptions { get; set; }

    void IShape.Members(Wire wire)
    {
        NextToken = wire.Member("NextToken", NextToken);
        Subscriptions = wire.List("Subscriptions", Subscriptions, Each.Shape);
    }
}

public partial class SubscribeRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public Dictionary<string, string> Attributes { get; set; }
    public string Endpoint { get; set; }
    public string Protocol { get; set; }
    public bool? ReturnSubscriptionArn { get; set; }
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        Attributes = wire.Map("Attributes", Attributes, Each.Text);
        Endpoint = wire.Member("Endpoint", Endpoint);
        Protocol = wire.Member("Protocol", Protocol);
        ReturnSubscriptionArn = wire.Member("ReturnSubscriptionArn", ReturnSubscriptionArn);
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}

public partial class SubscribeResponse : AmazonWebServiceResponse, IShape
{
    public string SubscriptionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        SubscriptionArn = wire.Member("SubscriptionArn", SubscriptionArn);
    }
}

public partial class UnsubscribeRequest : AmazonSimpleNotificationServiceRequest, IShape
{
    public string SubscriptionArn { get; set; }

    void IShape.Members(Wire wire)
    {
        SubscriptionArn = wire.Member("SubscriptionArn", SubscriptionArn);
    }
}

public partial class UnsubscribeResponse : AmazonWebServiceResponse;

public partial class Subscription : IShape
{
    public string Endpoint { get; set; }
    public string Owner { get; set; }
    public string Protocol { get; set; }
    public string SubscriptionArn { get; set; }
    public string TopicArn { get; set; }

    void IShape.Members(Wire wire)
    {
        Endpoint = wire.Member("Endpoint", Endpoint);
        Owner = wire.Member("Owner", Owner);
        Protocol = wire.Member("Protocol", Protocol);
        SubscriptionArn = wire.Member("SubscriptionArn", SubscriptionArn);
        TopicArn = wire.Member("TopicArn", TopicArn);
    }
}
