using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Gateway;

/// <summary>
/// How many calls AWS takes of an account, whoever makes them, from the quota pages of the services. One local AWS is one account.
/// </summary>
internal sealed class AccountQuotas(TimeProvider time)
{
    private const string Others = "*";

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Service, string Operation), TokenBucket> _buckets = new()
    {
        // Lambda developer guide, "Lambda quotas": what has no quota of its own shares one.
        [("lambda", "GetFunction")] = new(100, 100, time),
        [("lambda", "GetPolicy")] = new(15, 15, time),
        [("lambda", Others)] = new(15, 15, time),
        // API Gateway developer guide, "Quotas for creating, deploying and managing an API": 5 in 2 seconds, 1 in 5 seconds; and all calls
        // together 10 a second, 40 at once.
        [("apigateway", "GetResources")] = new(2.5, 5, time),
        [("apigateway", "CreateDeployment")] = new(0.2, 1, time),
        [("apigateway", Others)] = new(10, 40, time),
        // EventBridge user guide, "Quotas": all but PutEvents.
        [("events", Others)] = new(50, 50, time),
        // Step Functions developer guide, "Quotas related to API action throttling": the smallest of any region.
        [("states", "ListStateMachines")] = new(5, 100, time),
        [("states", "DescribeStateMachine")] = new(20, 200, time),
        // CloudWatch user guide, "CloudWatch service quotas".
        [("cloudwatch", "PutMetricAlarm")] = new(3, 3, time),
        [("cloudwatch", "DescribeAlarms")] = new(9, 9, time),
        [("cloudwatch", "GetMetricData")] = new(50, 50, time),
    };

    /// <summary>False when AWS would throttle the call.</summary>
    public bool Allow(AwsRequest request)
    {
        var counted = CountedTo(request).Select(key => _buckets.GetValueOrDefault(key)).OfType<TokenBucket>().ToList();
        lock (_lock)
        {
            if (!counted.TrueForAll(bucket => bucket.HasToken()))
                return false;
            counted.ForEach(bucket => bucket.Take());
            return true;
        }
    }

    private IEnumerable<(string Service, string Operation)> CountedTo(AwsRequest request)
    {
        var own = (request.Service, request.Operation);
        return request switch
        {
            { Service: "lambda", Operation: "Invoke" or "InvokeAsync" or "InvokeWithResponseStream" } => [],
            { Service: "events", Operation: "PutEvents" } => [],
            { Service: "lambda" } when _buckets.ContainsKey(own) => [own],
            _ => [own, (request.Service, Others)],
        };
    }

    private sealed class TokenBucket(double perSecond, int atOnce, TimeProvider time)
    {
        private double _tokens = atOnce;
        private long _filledAt = time.GetTimestamp();

        public bool HasToken()
        {
            var now = time.GetTimestamp();
            _tokens = Math.Min(atOnce, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
            return _tokens >= 1;
        }

        public void Take() => _tokens--;
    }
}
