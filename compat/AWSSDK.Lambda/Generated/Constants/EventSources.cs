// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.Lambda;

public class KafkaSchemaRegistryAuthType : ConstantClass
{
    public static readonly KafkaSchemaRegistryAuthType BASIC_AUTH = new("BASIC_AUTH");
    public static readonly KafkaSchemaRegistryAuthType CLIENT_CERTIFICATE_TLS_AUTH = new("CLIENT_CERTIFICATE_TLS_AUTH");
    public static readonly KafkaSchemaRegistryAuthType SERVER_ROOT_CA_CERTIFICATE = new("SERVER_ROOT_CA_CERTIFICATE");

    public KafkaSchemaRegistryAuthType(string value) : base(value) { }

    public static KafkaSchemaRegistryAuthType FindValue(string value) => FindValue<KafkaSchemaRegistryAuthType>(value);

    public static implicit operator KafkaSchemaRegistryAuthType(string value) => FindValue(value);
}

public class KafkaSchemaValidationAttribute : ConstantClass
{
    public static readonly KafkaSchemaValidationAttribute KEY = new("KEY");
    public static readonly KafkaSchemaValidationAttribute VALUE = new("VALUE");

    public KafkaSchemaValidationAttribute(string value) : base(value) { }

    public static KafkaSchemaValidationAttribute FindValue(string value) => FindValue<KafkaSchemaValidationAttribute>(value);

    public static implicit operator KafkaSchemaValidationAttribute(string value) => FindValue(value);
}

public class SourceAccessType : ConstantClass
{
    public static readonly SourceAccessType BASIC_AUTH = new("BASIC_AUTH");
    public static readonly SourceAccessType CLIENT_CERTIFICATE_TLS_AUTH = new("CLIENT_CERTIFICATE_TLS_AUTH");
    public static readonly SourceAccessType SASL_SCRAM_256_AUTH = new("SASL_SCRAM_256_AUTH");
    public static readonly SourceAccessType SASL_SCRAM_512_AUTH = new("SASL_SCRAM_512_AUTH");
    public static readonly SourceAccessType SERVER_ROOT_CA_CERTIFICATE = new("SERVER_ROOT_CA_CERTIFICATE");
    public static readonly SourceAccessType VIRTUAL_HOST = new("VIRTUAL_HOST");
    public static readonly SourceAccessType VPC_SECURITY_GROUP = new("VPC_SECURITY_GROUP");
    public static readonly SourceAccessType VPC_SUBNET = new("VPC_SUBNET");

    public SourceAccessType(string value) : base(value) { }

    public static SourceAccessType FindValue(string value) => FindValue<SourceAccessType>(value);

    public static implicit operator SourceAccessType(string value) => FindValue(value);
}
