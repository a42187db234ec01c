using Amazon.S3.Model;
using Amazon.SimpleNotificationService.Model;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Host;

/// <summary>A test that something was written down nowhere asks the local AWS where it stands.</summary>
public sealed class ContentsSpecs(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>, IDisposable
{
    private readonly AwsClients _aws = AwsClients.Of(fixture.Host);
    private readonly string _text = LocalAwsFixture.NewName("text");

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task What_was_never_sent_stands_nowhere() => Assert.Equal("{}", await FindAsync());

    [Fact]
    public async Task An_old_version_of_an_object_and_a_message_are_found_with_their_place()
    {
        var bucket = await TestBuckets.CreateAsync(_aws, versioned: true);
        foreach (var content in new[] { $"before {_text} after", "something else" })
            await _aws.S3.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = "key",
                    ContentBody = content,
                }
            );
        var topic = await _aws.Sns.CreateTopicAsync(new CreateTopicRequest { Name = LocalAwsFixture.NewName("topic") });
        await _aws.Sns.PublishAsync(new PublishRequest { TopicArn = topic.TopicArn, Message = _text });

        var found = await FindAsync();

        Assert.Contains("\"s3\":", found, StringComparison.Ordinal);
        Assert.Contains(bucket, found, StringComparison.Ordinal);
        Assert.Contains("\"sns\":", found, StringComparison.Ordinal);
        Assert.DoesNotContain("\"lambda\":", found, StringComparison.Ordinal);
    }

    private async Task<string> FindAsync() => (await _aws.LocalAsync(HttpMethod.Get, $"contents?text={_text}")).Text;
}
