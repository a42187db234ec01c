// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.Scheduler;

public class AssignPublicIp : ConstantClass
{
    public static readonly AssignPublicIp DISABLED = new("DISABLED");
    public static readonly AssignPublicIp ENABLED = new("ENABLED");

    public AssignPublicIp(string value) : base(value) { }

    public static AssignPublicIp FindValue(string value) => FindValue<AssignPublicIp>(value);

    public static implicit operator AssignPublicIp(string value) => FindValue(value);
}

public class LaunchType : ConstantClass
{
    public static readonly LaunchType EC2 = new("EC2");
    public static readonly LaunchType EXTERNAL = new("EXTERNAL");
    public static readonly LaunchType FARGATE = new("FARGATE");

    public LaunchType(string value) : base(value) { }

    public static LaunchType FindValue(string value) => FindValue<LaunchType>(value);

    public static implicit operator LaunchType(string value) => FindValue(value);
}

public class PlacementConstraintType : ConstantClass
{
    public static readonly PlacementConstraintType DistinctInstance = new("distinctInstance");
    public static readonly PlacementConstraintType MemberOf = new("memberOf");

    public PlacementConstraintType(string value) : base(value) { }

    public static PlacementConstraintType FindValue(string value) => FindValue<PlacementConstraintType>(value);

    public static implicit operator PlacementConstraintType(string value) => FindValue(value);
}

public class PlacementStrategyType : ConstantClass
{
    public static readonly PlacementStrategyType Binpack = new("binpack");
    public static readonly PlacementStrategyType Random = new("random");
    public static readonly PlacementStrategyType Spread = new("spread");

    public PlacementStrategyType(string value) : base(value) { }

    public static PlacementStrategyType FindValue(string value) => FindValue<PlacementStrategyType>(value);

    public static implicit operator PlacementStrategyType(string value) => FindValue(value);
}

public class PropagateTags : ConstantClass
{
    public static readonly PropagateTags TASK_DEFINITION = new("TASK_DEFINITION");

    public PropagateTags(string value) : base(value) { }

    public static PropagateTags FindValue(string value) => FindValue<PropagateTags>(value);

    public static implicit operator PropagateTags(string value) => FindValue(value);
}
