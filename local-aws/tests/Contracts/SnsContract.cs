using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

[ContractOf(typeof(IAmazonSimpleNotificationService))]
public sealed class SnsContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    [Fact]
    public async Task Publish_reaches_a_subscribed_queue_with_its_attributes()
    {
        var (topic, queue) = (await TopicAsync(), await QueueAsync());
        await Sns.SubscribeAsync(topic, "sqs", queue.Arn);

        var answer = await Sns.PublishAsync(
            new PublishRequest
            {
                TopicArn = topic,
                Subject = "Release succeeded",
                Message = "ü & more",
                MessageAttributes = new()
                {
                    ["outcome"] = new MessageAttributeValue { DataType = "String", StringValue = "ok" },
                },
            }
        );

        Assert.NotNull(answer.MessageId);
        var body = System.Text.Json.Nodes.JsonNode.Parse((await MessageAsync(queue.Url)).Body)!;
        Assert.Equal(("ü & more", "Release succeeded"), ((string?)body["Message"], (string?)body["Subject"]));
        Assert.Equal("ok", (string?)body["MessageAttributes"]!["outcome"]!["Value"]);
        await Assert.ThrowsAsync<NotFoundException>(() => Sns.PublishAsync(topic + "-not", "m"));
    }

    [Fact]
    public async Task CreateTopic_twice_is_the_same_topic()
    {
        var name = NewName("topic");

        Assert.Equal((await Sns.CreateTopicAsync(name)).TopicArn, (await Sns.CreateTopicAsync(name)).TopicArn);
    }

    [Fact]
    public async Task GetTopicAttributes_returns_owner_and_name()
    {
        var topic = await TopicAsync();

        var attributes = (await Sns.GetTopicAttributesAsync(topic)).Attributes;

        Assert.Equal((topic, "123456789012"), (attributes["TopicArn"], attributes["Owner"]));
    }

    [Fact]
    public async Task SetTopicAttributes_changes_one()
    {
        var topic = await TopicAsync();

        await Sns.SetTopicAttributesAsync(topic, "DisplayName", "Releases");

        Assert.Equal("Releases", (await Sns.GetTopicAttributesAsync(topic)).Attributes["DisplayName"]);
    }

    [Fact]
    public async Task ListTopics_has_the_new_one()
    {
        var topic = await TopicAsync();
        var found = new List<string>();
        string? token = null;
        do
        {
            var page = await Sns.ListTopicsAsync(new ListTopicsRequest { NextToken = token });
            found.AddRange(page.Topics.Select(listed => listed.TopicArn));
            token = page.NextToken;
        } while (!string.IsNullOrEmpty(token));

        Assert.Contains(topic, found);
    }

    [Fact]
    public async Task DeleteTopic_may_be_said_twice()
    {
        var topic = await TopicAsync();

        await Sns.DeleteTopicAsync(topic);
        await Sns.DeleteTopicAsync(topic);

        await Assert.ThrowsAsync<NotFoundException>(() => Sns.GetTopicAttributesAsync(topic));
    }

    [Fact]
    public async Task Subscribe_answers_the_subscription()
    {
        var (topic, queue) = (await TopicAsync(), await QueueAsync());

        Assert.StartsWith(topic + ":", (await Sns.SubscribeAsync(topic, "sqs", queue.Arn)).SubscriptionArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListSubscriptionsByTopic_returns_protocol_and_endpoint()
    {
        var (topic, queue) = (await TopicAsync(), await QueueAsync());
        await Sns.SubscribeAsync(topic, "sqs", queue.Arn);

        var subscription = Assert.Single((await Sns.ListSubscriptionsByTopicAsync(topic)).Subscriptions);

        Assert.Equal(("sqs", queue.Arn), (subscription.Protocol, subscription.Endpoint));
    }

    [Fact]
    public async Task Unsubscribe_takes_it_away()
    {
        var (topic, queue) = (await TopicAsync(), await QueueAsync());
        var subscription = await Sns.SubscribeAsync(topic, "sqs", queue.Arn);

        await Sns.UnsubscribeAsync(subscription.SubscriptionArn);

        Assert.Empty((await Sns.ListSubscriptionsByTopicAsync(topic)).Subscriptions ?? []);
    }

    private async Task<string> TopicAsync() => (await Sns.CreateTopicAsync(NewName("topic"))).TopicArn;
}
