// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Compat.Aws;

namespace Amazon.EventBridge;

public partial class AmazonEventBridgeClient : CompatClient, IAmazonEventBridge
{
    public AmazonEventBridgeClient()
        : base(new AmazonEventBridgeConfig()) { }

    public AmazonEventBridgeClient(RegionEndpoint region)
        : base(new AmazonEventBridgeConfig { RegionEndpoint = region }) { }

    public AmazonEventBridgeClient(AmazonEventBridgeConfig config)
        : base(config) { }

    public AmazonEventBridgeClient(AWSCredentials credentials)
        : this(credentials, new AmazonEventBridgeConfig()) { }

    public AmazonEventBridgeClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonEventBridgeConfig { RegionEndpoint = region }) { }

    public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig)
        : base(credentials, clientConfig) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey)) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), region) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonEventBridgeConfig clientConfig)
        : this(new BasicAWSCredentials(awsAccessKeyId, awsSecretAccessKey), clientConfig) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken)) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), region) { }

    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonEventBridgeConfig clientConfig)
        : this(new SessionAWSCredentials(awsAccessKeyId, awsSecretAccessKey, awsSessionToken), clientConfig) { }

    public virtual Task<CreateEventBusResponse> CreateEventBusAsync(CreateEventBusRequest request, CancellationToken cancellationToken = default) =>
        Call<CreateEventBusResponse>(request, "CreateEventBus", cancellationToken);

    public virtual Task<DeleteRuleResponse> DeleteRuleAsync(DeleteRuleRequest request, CancellationToken cancellationToken = default) =>
        Call<DeleteRuleResponse>(request, "DeleteRule", cancellationToken);

    public virtual Task<DescribeEventBusResponse> DescribeEventBusAsync(DescribeEventBusRequest request, CancellationToken cancellationToken = default) =>
        Call<DescribeEventBusResponse>(request, "DescribeEventBus", cancellationToken);

    public virtual Task<DescribeRuleResponse> DescribeRuleAsync(DescribeRuleRequest request, CancellationToken cancellationToken = default) =>
        Call<DescribeRuleResponse>(request, "DescribeRule", cancellationToken);

    public virtual Task<DisableRuleResponse> DisableRuleAsync(DisableRuleRequest request, CancellationToken cancellationToken = default) =>
        Call<DisableRuleResponse>(request, "DisableRule", cancellationToken);

    public virtual Task<EnableRuleResponse> EnableRuleAsync(EnableRuleRequest request, CancellationToken cancellationToken = default) =>
        Call<EnableRuleResponse>(request, "EnableRule", cancellationToken);

    public virtual Task<ListEventBusesResponse> ListEventBusesAsync(ListEventBusesRequest request, CancellationToken cancellationToken = default) =>
        Call<ListEventBusesResponse>(request, "ListEventBuses", cancellationToken);

    public virtual Task<ListRuleNamesByTargetResponse> ListRuleNamesByTargetAsync(ListRuleNamesByTargetRequest request, CancellationToken cancellationToken = default) =>
        Call<ListRuleNamesByTargetResponse>(request, "ListRuleNamesByTarget", cancellationToken);

    public virtual Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default) =>
        Call<ListRulesResponse>(request, "ListRules", cancellationToken);

    public virtual Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(ListTargetsByRuleRequest request, CancellationToken cancellationToken = default) =>
        Call<ListTargetsByRuleResponse>(request, "ListTargetsByRule", cancellationToken);

    public virtual Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default) =>
        Call<PutEventsResponse>(request, "PutEvents", cancellationToken);

    public virtual Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default) =>
        Call<PutRuleResponse>(request, "PutRule", cancellationToken);

    public virtual Task<PutTargetsResponse> PutTargetsAsync(PutTargetsRequest request, CancellationToken cancellationToken = default) =>
        Call<PutTargetsResponse>(request, "PutTargets", cancellationToken);

    public virtual Task<RemoveTargetsResponse> RemoveTargetsAsync(RemoveTargetsRequest request, CancellationToken cancellationToken = default) =>
        Call<RemoveTargetsResponse>(request, "RemoveTargets", cancellationToken);

    public virtual Task<TestEventPatternResponse> TestEventPatternAsync(TestEventPatternRequest request, CancellationToken cancellationToken = default) =>
        Call<TestEventPatternResponse>(request, "TestEventPattern", cancellationToken);
}
