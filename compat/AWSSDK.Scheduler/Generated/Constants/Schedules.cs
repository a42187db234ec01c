// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.Scheduler;

public class ActionAfterCompletion : ConstantClass
{
    public static readonly ActionAfterCompletion DELETE = new("DELETE");
    public static readonly ActionAfterCompletion NONE = new("NONE");

    public ActionAfterCompletion(string value) : base(value) { }

    public static ActionAfterCompletion FindValue(string value) => FindValue<ActionAfterCompletion>(value);

    public static implicit operator ActionAfterCompletion(string value) => FindValue(value);
}

public class FlexibleTimeWindowMode : ConstantClass
{
    public static readonly FlexibleTimeWindowMode FLEXIBLE = new("FLEXIBLE");
    public static readonly FlexibleTimeWindowMode OFF = new("OFF");

    public FlexibleTimeWindowMode(string value) : base(value) { }

    public static FlexibleTimeWindowMode FindValue(string value) => FindValue<FlexibleTimeWindowMode>(value);

    public static implicit operator FlexibleTimeWindowMode(string value) => FindValue(value);
}

public class ScheduleState : ConstantClass
{
    public static readonly ScheduleState DISABLED = new("DISABLED");
    public static readonly ScheduleState ENABLED = new("ENABLED");

    public ScheduleState(string value) : base(value) { }

    public static ScheduleState FindValue(string value) => FindValue<ScheduleState>(value);

    public static implicit operator ScheduleState(string value) => FindValue(value);
}
