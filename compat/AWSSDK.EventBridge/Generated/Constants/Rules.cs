// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.EventBridge;

public class RuleState : ConstantClass
{
    public static readonly RuleState DISABLED = new("DISABLED");
    public static readonly RuleState ENABLED = new("ENABLED");
    public static readonly RuleState ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS = new("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");

    public RuleState(string value) : base(value) { }

    public static RuleState FindValue(string value) => FindValue<RuleState>(value);

    public static implicit operator RuleState(string value) => FindValue(value);
}
