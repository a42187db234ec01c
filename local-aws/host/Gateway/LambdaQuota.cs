using CodeRipple.Workflow.LocalAws.Requests;

namespace CodeRipple.Workflow.LocalAws.Gateway;

/// <summary>
/// Lambda's control plane takes 15 calls per second and account, GetPolicy 15 of its own, GetFunction 100 of its own
/// (Lambda quotas, "Control plane API requests"); none can be raised.
/// </summary>
internal sealed class LambdaQuota(int perSecond, TimeProvider time)
{
    private readonly TokenBucket _getFunction = new(perSecond * 100 / 15, time);
    private readonly TokenBucket _getPolicy = new(perSecond, time);
    private readonly TokenBucket _others = new(perSecond, time);

    /// <summary>False when AWS would answer 429.</summary>
    public bool Allows(AwsRequest request) =>
        request.Service != "lambda"
        || request.Operation switch
        {
            "Invoke" or "InvokeAsync" or "InvokeWithResponseStream" => true,
            "GetFunction" => _getFunction.TryTake(),
            "GetPolicy" => _getPolicy.TryTake(),
            _ => _others.TryTake(),
        };

    private sealed class TokenBucket(int perSecond, TimeProvider time)
    {
        private readonly Lock _lock = new();
        private double _tokens = perSecond;
        private long _filledAt = time.GetTimestamp();

        public bool TryTake()
        {
            lock (_lock)
            {
                var now = time.GetTimestamp();
                _tokens = Math.Min(perSecond, _tokens + (time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
                _filledAt = now;
                if (_tokens < 1)
                    return false;
                _tokens--;
                return true;
            }
        }
    }
}
