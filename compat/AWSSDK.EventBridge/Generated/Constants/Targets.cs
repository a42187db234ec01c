// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.EventBridge;

public class AssignPublicIp : ConstantClass
{
    public static readonly AssignPublicIp DISABLED = new("DISABLED");
    public static readonly AssignPublicIp ENABLED = new("ENABLED");

    public AssignPublicIp(string value) : base(value) { }

    public static AssignPublicIp FindValue(string value) => FindValue<AssignPublicIp>(value);

    public static implicit operator AssignPublicIp(string value) => FindValue(value);
}
