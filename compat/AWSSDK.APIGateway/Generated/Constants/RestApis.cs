// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.APIGateway;

public class ApiKeySourceType : ConstantClass
{
    public static readonly ApiKeySourceType AUTHORIZER = new("AUTHORIZER");
    public static readonly ApiKeySourceType HEADER = new("HEADER");

    public ApiKeySourceType(string value) : base(value) { }

    public static ApiKeySourceType FindValue(string value) => FindValue<ApiKeySourceType>(value);

    public static implicit operator ApiKeySourceType(string value) => FindValue(value);
}

public class ApiStatus : ConstantClass
{
    public static readonly ApiStatus AVAILABLE = new("AVAILABLE");
    public static readonly ApiStatus FAILED = new("FAILED");
    public static readonly ApiStatus PENDING = new("PENDING");
    public static readonly ApiStatus UPDATING = new("UPDATING");

    public ApiStatus(string value) : base(value) { }

    public static ApiStatus FindValue(string value) => FindValue<ApiStatus>(value);

    public static implicit operator ApiStatus(string value) => FindValue(value);
}

public class EndpointAccessMode : ConstantClass
{
    public static readonly EndpointAccessMode BASIC = new("BASIC");
    public static readonly EndpointAccessMode STRICT = new("STRICT");

    public EndpointAccessMode(string value) : base(value) { }

    public static EndpointAccessMode FindValue(string value) => FindValue<EndpointAccessMode>(value);

    public static implicit operator EndpointAccessMode(string value) => FindValue(value);
}

public class EndpointType : ConstantClass
{
    public static readonly EndpointType EDGE = new("EDGE");
    public static readonly EndpointType PRIVATE = new("PRIVATE");
    public static readonly EndpointType REGIONAL = new("REGIONAL");

    public EndpointType(string value) : base(value) { }

    public static EndpointType FindValue(string value) => FindValue<EndpointType>(value);

    public static implicit operator EndpointType(string value) => FindValue(value);
}

public class IpAddressType : ConstantClass
{
    public static readonly IpAddressType Dualstack = new("dualstack");
    public static readonly IpAddressType Ipv4 = new("ipv4");

    public IpAddressType(string value) : base(value) { }

    public static IpAddressType FindValue(string value) => FindValue<IpAddressType>(value);

    public static implicit operator IpAddressType(string value) => FindValue(value);
}

public class SecurityPolicy : ConstantClass
{
    public static readonly SecurityPolicy SecurityPolicy_TLS12_2018_EDGE = new("SecurityPolicy_TLS12_2018_EDGE");
    public static readonly SecurityPolicy SecurityPolicy_TLS12_PFS_2025_EDGE = new("SecurityPolicy_TLS12_PFS_2025_EDGE");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_2021_06 = new("SecurityPolicy_TLS13_1_2_2021_06");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_2_PQ_2025_09 = new("SecurityPolicy_TLS13_1_2_PQ_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_3_2025_09 = new("SecurityPolicy_TLS13_1_3_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_1_3_FIPS_2025_09 = new("SecurityPolicy_TLS13_1_3_FIPS_2025_09");
    public static readonly SecurityPolicy SecurityPolicy_TLS13_2025_EDGE = new("SecurityPolicy_TLS13_2025_EDGE");
    public static readonly SecurityPolicy TLS_1_0 = new("TLS_1_0");
    public static readonly SecurityPolicy TLS_1_2 = new("TLS_1_2");

    public SecurityPolicy(string value) : base(value) { }

    public static SecurityPolicy FindValue(string value) => FindValue<SecurityPolicy>(value);

    public static implicit operator SecurityPolicy(string value) => FindValue(value);
}
