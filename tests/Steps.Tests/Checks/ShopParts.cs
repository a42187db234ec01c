using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using CodeRipple.Workflow.Steps.Aws;
using CodeRipple.Workflow.Steps.Checks;
using NSubstitute;

namespace CodeRipple.Workflow.Steps.Tests.Checks;

/// <summary>The tables of the shop.</summary>
internal sealed class ShopTables
{
    private readonly IAmazonDynamoDB _client = Substitute.For<IAmazonDynamoDB>();

    public ShopTables(CallPace pace, TimeProvider time)
    {
        Reads = new DynamoTables(_client, pace, time);
        _client
            .DescribeTableAsync(Arg.Any<DescribeTableRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ =>
                Error is not null ? throw Error
                : Orders is null ? throw new Amazon.DynamoDBv2.Model.ResourceNotFoundException("no such table")
                : new DescribeTableResponse { Table = Orders }
            );
        _client
            .DescribeContinuousBackupsAsync(Arg.Any<DescribeContinuousBackupsRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new DescribeContinuousBackupsResponse
            {
                // ENABLED whatever is set.
                ContinuousBackupsDescription = new ContinuousBackupsDescription
                {
                    ContinuousBackupsStatus = ContinuousBackupsStatus.ENABLED,
                    PointInTimeRecoveryDescription = new PointInTimeRecoveryDescription { PointInTimeRecoveryStatus = Recovery },
                },
            });
        _client
            .GetItemAsync(Arg.Any<GetItemRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                OnRead();
                return new GetItemResponse
                {
                    Item = Items.Contains(Key(call.Arg<GetItemRequest>().Key)) ? call.Arg<GetItemRequest>().Key : [],
                };
            });
        _client
            .DeleteItemAsync(Arg.Any<DeleteItemRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                if (DeleteError is not null)
                    throw DeleteError;
                var request = call.Arg<DeleteItemRequest>();
                Assert.Equal("attribute_exists(#key)", request.ConditionExpression);
                Assert.Contains(request.ExpressionAttributeNames["#key"], request.Key.Keys);
                if (!Items.Contains(Key(request.Key)))
                    throw new ConditionalCheckFailedException("The conditional request failed");
                if (!KeepsItems)
                    Items.Remove(Key(request.Key));
                return new DeleteItemResponse();
            });
    }

    public DynamoTables Reads { get; }

    public TableDescription? Orders { get; set; } =
        new()
        {
            TableName = "orders",
            TableArn = "arn:aws:dynamodb:us-west-2:123456789012:table/orders",
            TableStatus = TableStatus.ACTIVE,
            KeySchema = [new("id", KeyType.HASH), new("day", KeyType.RANGE)],
            AttributeDefinitions = [new("id", ScalarAttributeType.S), new("day", ScalarAttributeType.S)],
            BillingModeSummary = new BillingModeSummary { BillingMode = BillingMode.PAY_PER_REQUEST },
            SSEDescription = new SSEDescription
            {
                Status = SSEStatus.ENABLED,
                SSEType = SSEType.KMS,
                KMSMasterKeyArn = "arn:aws:kms:us-west-2:123456789012:key/k",
            },
            DeletionProtectionEnabled = true,
        };

    public PointInTimeRecoveryStatus Recovery { get; set; } = PointInTimeRecoveryStatus.ENABLED;

    /// <summary>Items by the values of their keys.</summary>
    public HashSet<string> Items { get; } = [];

    /// <summary>Somebody writes every item that is deleted again.</summary>
    public bool KeepsItems { get; set; }

    public Exception? Error { get; set; }

    public Exception? DeleteError { get; set; }

    public Action OnRead { get; set; } = () => { };

    private static string Key(Dictionary<string, AttributeValue> key) =>
        string.Join(" ", key.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Value.S));
}

/// <summary>The rules and the bus of the shop.</summary>
internal sealed class ShopEvents
{
    private readonly IAmazonEventBridge _client = Substitute.For<IAmazonEventBridge>();

    public ShopEvents()
    {
        Rules = new EventRules(_client);
        _client
            .DescribeRuleAsync(Arg.Any<DescribeRuleRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
                (call.Arg<DescribeRuleRequest>().Name == "shop-nightly" ? Nightly : Written)
                ?? throw new Amazon.EventBridge.Model.ResourceNotFoundException("no such rule")
            );
        _client
            .ListTargetsByRuleAsync(Arg.Any<ListTargetsByRuleRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ => new ListTargetsByRuleResponse { Targets = [.. Targets] });
        _client
            .TestEventPatternAsync(Arg.Any<TestEventPatternRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                Tried = call.Arg<TestEventPatternRequest>().Event;
                return new TestEventPatternResponse { Result = Matches };
            });
        _client
            .PutEventsAsync(Arg.Any<PutEventsRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                Put.Add(call.Arg<PutEventsRequest>().Entries[0]);
                return Refuses
                    ? new PutEventsResponse
                    {
                        FailedEntryCount = 1,
                        Entries = [new PutEventsResultEntry { ErrorCode = "ThrottlingException" }],
                    }
                    : OnPut(Put[^1]);
            });
        var ledger = new FakeLedger(new History());
        Sent = new SentEvents(new LedgerTable(ledger.Client, new StoreSettings("ledger", "releases")));
    }

    public EventRules Rules { get; }

    public SentEvents Sent { get; }

    public DescribeRuleResponse? Nightly { get; set; } =
        new()
        {
            Name = "shop-nightly",
            Arn = "arn:aws:events:us-west-2:123456789012:rule/shop-nightly",
            State = RuleState.ENABLED,
            ScheduleExpression = "cron(0 22 ? * MON-SAT *)",
        };

    public DescribeRuleResponse? Written { get; set; } =
        new()
        {
            Name = "shop-written",
            State = RuleState.ENABLED,
            EventPattern = """{"source":["shop.check"]}""",
        };

    public List<Target> Targets { get; } =
    [
        new()
        {
            Id = "orders",
            Arn = $"{CheckedShop.FunctionArn}:{CheckedShop.Alias}",
            RoleArn = "arn:aws:iam::123456789012:role/shop-rules",
            DeadLetterConfig = new DeadLetterConfig { Arn = "arn:aws:sqs:us-west-2:123456789012:dead" },
        },
    ];

    public bool Matches { get; set; } = true;

    /// <summary>The event that a pattern was tried with.</summary>
    public string? Tried { get; private set; }

    public bool Refuses { get; set; }

    public List<PutEventsRequestEntry> Put { get; } = [];

    public Func<PutEventsRequestEntry, PutEventsResponse> OnPut { get; set; } =
        _ => new PutEventsResponse { Entries = [new PutEventsResultEntry { EventId = "e-1" }] };
}

/// <summary>The topics and buckets of the shop.</summary>
internal sealed class ShopStores
{
    private readonly IAmazonSimpleNotificationService _sns = Substitute.For<IAmazonSimpleNotificationService>();
    private readonly IAmazonS3 _s3 = Substitute.For<IAmazonS3>();

    public ShopStores()
    {
        Reads = new EncryptedStores(_sns, _s3);
        _sns.GetTopicAttributesAsync(Arg.Any<GetTopicAttributesRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => new GetTopicAttributesResponse
            {
                Attributes = OpenTopics.Contains(call.Arg<GetTopicAttributesRequest>().TopicArn)
                    ? []
                    : new() { ["KmsMasterKeyId"] = "arn:aws:kms:us-west-2:123456789012:key/k" },
            });
        _s3.GetBucketEncryptionAsync(Arg.Any<GetBucketEncryptionRequest>(), Arg.Any<CancellationToken>())
            .Returns(_ =>
                BucketIsEncrypted
                    ? new GetBucketEncryptionResponse
                    {
                        ServerSideEncryptionConfiguration = new ServerSideEncryptionConfiguration
                        {
                            ServerSideEncryptionRules =
                            [
                                new ServerSideEncryptionRule
                                {
                                    ServerSideEncryptionByDefault = new ServerSideEncryptionByDefault
                                    {
                                        ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256,
                                    },
                                },
                            ],
                        },
                    }
                    : throw new AmazonS3Exception(
                        "none",
                        ErrorType.Sender,
                        "ServerSideEncryptionConfigurationNotFoundError",
                        "",
                        HttpStatusCode.NotFound
                    )
            );
    }

    public EncryptedStores Reads { get; }

    /// <summary>ARNs of topics that are not encrypted.</summary>
    public HashSet<string> OpenTopics { get; } = [];

    public bool BucketIsEncrypted { get; set; } = true;
}

internal static class ShopRoles
{
    /// <summary>Every role of the shop has the same inline policy; the rules' role may invoke the function, too.</summary>
    public static void RolePolicyOfRules(this CheckedShop shop) =>
        shop.ManagedPolicy =
            $$"""{"Statement":[{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"{{CheckedShop.FunctionArn}}:live"}]}""";
}
