// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.EventBridge;

public class IncludeDetail : ConstantClass
{
    public static readonly IncludeDetail FULL = new("FULL");
    public static readonly IncludeDetail NONE = new("NONE");

    public IncludeDetail(string value) : base(value) { }

    public static IncludeDetail FindValue(string value) => FindValue<IncludeDetail>(value);

    public static implicit operator IncludeDetail(string value) => FindValue(value);
}

public class Level : ConstantClass
{
    public static readonly Level ERROR = new("ERROR");
    public static readonly Level INFO = new("INFO");
    public static readonly Level OFF = new("OFF");
    public static readonly Level TRACE = new("TRACE");

    public Level(string value) : base(value) { }

    public static Level FindValue(string value) => FindValue<Level>(value);

    public static implicit operator Level(string value) => FindValue(value);
}
