// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

public class OrderBy : ConstantClass
{
    public static readonly OrderBy LastEventTime = new("LastEventTime");
    public static readonly OrderBy LogStreamName = new("LogStreamName");

    public OrderBy(string value) : base(value) { }

    public static OrderBy FindValue(string value) => FindValue<OrderBy>(value);

    public static implicit operator OrderBy(string value) => FindValue(value);
}
