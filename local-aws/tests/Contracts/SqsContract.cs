using Amazon.SQS;
using Amazon.SQS.Model;
using CodeRipple.Workflow.LocalAws.Tests.Host;

namespace CodeRipple.Workflow.LocalAws.Tests.Contracts;

public sealed class SqsContract(LocalAwsFixture aws) : ServiceContract(aws)
{
    [Fact]
    public async Task CreateQueue_takes_attributes()
    {
        var request = new CreateQueueRequest
        {
            QueueName = NewName("queue"),
            Attributes = new() { [QueueAttributeName.VisibilityTimeout] = "7" },
        };

        var url = (await Sqs.CreateQueueAsync(request)).QueueUrl;

        Assert.Equal(7, (await Sqs.GetQueueAttributesAsync(url, ["All"])).VisibilityTimeout);
    }

    [Fact]
    public async Task GetQueueUrl_of_an_unknown_queue_is_its_own_error()
    {
        var name = NewName("queue");
        var url = (await Sqs.CreateQueueAsync(name)).QueueUrl;

        Assert.Equal(url, (await Sqs.GetQueueUrlAsync(name)).QueueUrl);
        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => Sqs.GetQueueUrlAsync("nobody"));
    }

    [Fact]
    public async Task GetQueueAttributes_counts_messages()
    {
        var queue = await QueueAsync();
        await Sqs.SendMessageAsync(queue.Url, "one");

        Assert.Equal(1, (await Sqs.GetQueueAttributesAsync(queue.Url, ["ApproximateNumberOfMessages"])).ApproximateNumberOfMessages);
    }

    [Fact]
    public async Task SetQueueAttributes_changes_one()
    {
        var queue = await QueueAsync();

        await Sqs.SetQueueAttributesAsync(queue.Url, new() { [QueueAttributeName.DelaySeconds] = "3" });

        Assert.Equal(3, (await Sqs.GetQueueAttributesAsync(queue.Url, ["All"])).DelaySeconds);
    }

    [Fact]
    public async Task DeleteQueue_leaves_nothing()
    {
        var name = NewName("queue");
        var url = (await Sqs.CreateQueueAsync(name)).QueueUrl;

        await Sqs.DeleteQueueAsync(url);

        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => Sqs.GetQueueUrlAsync(name));
    }

    [Fact]
    public async Task SendMessage_returns_the_digest_of_the_body()
    {
        var answer = await Sqs.SendMessageAsync((await QueueAsync()).Url, "one");

        Assert.Equal("f97c5d29941bfb1b2fdab0874906ab82", answer.MD5OfMessageBody);
    }

    [Fact]
    public async Task ReceiveMessage_carries_attributes()
    {
        var queue = await QueueAsync();
        await Sqs.SendMessageAsync(
            new SendMessageRequest
            {
                QueueUrl = queue.Url,
                MessageBody = "one",
                MessageAttributes = new()
                {
                    ["kind"] = new MessageAttributeValue { DataType = "String", StringValue = "test" },
                },
            }
        );

        var answer = await Sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = queue.Url,
                MessageAttributeNames = ["All"],
                MessageSystemAttributeNames = ["ApproximateReceiveCount"],
                MaxNumberOfMessages = 10,
            }
        );

        var message = Assert.Single(answer.Messages);
        Assert.Equal(
            ("one", "test", "1"),
            (message.Body, message.MessageAttributes["kind"].StringValue, message.Attributes["ApproximateReceiveCount"])
        );
    }

    [Fact]
    public async Task DeleteMessage_ends_it()
    {
        var queue = await QueueAsync();
        await Sqs.SendMessageAsync(queue.Url, "one");

        await MessageAsync(queue.Url);

        Assert.Equal(0, (await Sqs.GetQueueAttributesAsync(queue.Url, ["All"])).ApproximateNumberOfMessagesNotVisible);
    }
}
