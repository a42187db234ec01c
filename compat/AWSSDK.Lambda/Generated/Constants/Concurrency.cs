// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.Lambda;

public class ProvisionedConcurrencyStatusEnum : ConstantClass
{
    public static readonly ProvisionedConcurrencyStatusEnum FAILED = new("FAILED");
    public static readonly ProvisionedConcurrencyStatusEnum IN_PROGRESS = new("IN_PROGRESS");
    public static readonly ProvisionedConcurrencyStatusEnum READY = new("READY");

    public ProvisionedConcurrencyStatusEnum(string value) : base(value) { }

    public static ProvisionedConcurrencyStatusEnum FindValue(string value) => FindValue<ProvisionedConcurrencyStatusEnum>(value);

    public static implicit operator ProvisionedConcurrencyStatusEnum(string value) => FindValue(value);
}
