// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.CloudWatch;

public class RecentlyActive : ConstantClass
{
    public static readonly RecentlyActive PT3H = new("PT3H");

    public RecentlyActive(string value) : base(value) { }

    public static RecentlyActive FindValue(string value) => FindValue<RecentlyActive>(value);

    public static implicit operator RecentlyActive(string value) => FindValue(value);
}
