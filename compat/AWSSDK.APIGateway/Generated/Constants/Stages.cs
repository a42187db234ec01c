// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.APIGateway;

public class CacheClusterStatus : ConstantClass
{
    public static readonly CacheClusterStatus AVAILABLE = new("AVAILABLE");
    public static readonly CacheClusterStatus CREATE_IN_PROGRESS = new("CREATE_IN_PROGRESS");
    public static readonly CacheClusterStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");
    public static readonly CacheClusterStatus FLUSH_IN_PROGRESS = new("FLUSH_IN_PROGRESS");
    public static readonly CacheClusterStatus NOT_AVAILABLE = new("NOT_AVAILABLE");

    public CacheClusterStatus(string value) : base(value) { }

    public static CacheClusterStatus FindValue(string value) => FindValue<CacheClusterStatus>(value);

    public static implicit operator CacheClusterStatus(string value) => FindValue(value);
}

public class UnauthorizedCacheControlHeaderStrategy : ConstantClass
{
    public static readonly UnauthorizedCacheControlHeaderStrategy FAIL_WITH_403 = new("FAIL_WITH_403");
    public static readonly UnauthorizedCacheControlHeaderStrategy SUCCEED_WITHOUT_RESPONSE_HEADER = new("SUCCEED_WITHOUT_RESPONSE_HEADER");
    public static readonly UnauthorizedCacheControlHeaderStrategy SUCCEED_WITH_RESPONSE_HEADER = new("SUCCEED_WITH_RESPONSE_HEADER");

    public UnauthorizedCacheControlHeaderStrategy(string value) : base(value) { }

    public static UnauthorizedCacheControlHeaderStrategy FindValue(string value) => FindValue<UnauthorizedCacheControlHeaderStrategy>(value);

    public static implicit operator UnauthorizedCacheControlHeaderStrategy(string value) => FindValue(value);
}
