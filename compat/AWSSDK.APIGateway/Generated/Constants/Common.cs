// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.APIGateway;

public class CacheClusterSize : ConstantClass
{
    public static readonly CacheClusterSize _05 = new("0.5");
    public static readonly CacheClusterSize _118 = new("118");
    public static readonly CacheClusterSize _135 = new("13.5");
    public static readonly CacheClusterSize _16 = new("1.6");
    public static readonly CacheClusterSize _237 = new("237");
    public static readonly CacheClusterSize _284 = new("28.4");
    public static readonly CacheClusterSize _582 = new("58.2");
    public static readonly CacheClusterSize _61 = new("6.1");

    public CacheClusterSize(string value) : base(value) { }

    public static CacheClusterSize FindValue(string value) => FindValue<CacheClusterSize>(value);

    public static implicit operator CacheClusterSize(string value) => FindValue(value);
}

public class ConnectionType : ConstantClass
{
    public static readonly ConnectionType INTERNET = new("INTERNET");
    public static readonly ConnectionType VPC_LINK = new("VPC_LINK");

    public ConnectionType(string value) : base(value) { }

    public static ConnectionType FindValue(string value) => FindValue<ConnectionType>(value);

    public static implicit operator ConnectionType(string value) => FindValue(value);
}

public class ContentHandlingStrategy : ConstantClass
{
    public static readonly ContentHandlingStrategy CONVERT_TO_BINARY = new("CONVERT_TO_BINARY");
    public static readonly ContentHandlingStrategy CONVERT_TO_TEXT = new("CONVERT_TO_TEXT");

    public ContentHandlingStrategy(string value) : base(value) { }

    public static ContentHandlingStrategy FindValue(string value) => FindValue<ContentHandlingStrategy>(value);

    public static implicit operator ContentHandlingStrategy(string value) => FindValue(value);
}

public class IntegrationType : ConstantClass
{
    public static readonly IntegrationType AWS = new("AWS");
    public static readonly IntegrationType AWS_PROXY = new("AWS_PROXY");
    public static readonly IntegrationType HTTP = new("HTTP");
    public static readonly IntegrationType HTTP_PROXY = new("HTTP_PROXY");
    public static readonly IntegrationType MOCK = new("MOCK");

    public IntegrationType(string value) : base(value) { }

    public static IntegrationType FindValue(string value) => FindValue<IntegrationType>(value);

    public static implicit operator IntegrationType(string value) => FindValue(value);
}

public class Op : ConstantClass
{
    public static readonly Op Add = new("add");
    public static readonly Op Copy = new("copy");
    public static readonly Op Move = new("move");
    public static readonly Op Remove = new("remove");
    public static readonly Op Replace = new("replace");
    public static readonly Op Test = new("test");

    public Op(string value) : base(value) { }

    public static Op FindValue(string value) => FindValue<Op>(value);

    public static implicit operator Op(string value) => FindValue(value);
}

public class ResponseTransferMode : ConstantClass
{
    public static readonly ResponseTransferMode BUFFERED = new("BUFFERED");
    public static readonly ResponseTransferMode STREAM = new("STREAM");

    public ResponseTransferMode(string value) : base(value) { }

    public static ResponseTransferMode FindValue(string value) => FindValue<ResponseTransferMode>(value);

    public static implicit operator ResponseTransferMode(string value) => FindValue(value);
}
