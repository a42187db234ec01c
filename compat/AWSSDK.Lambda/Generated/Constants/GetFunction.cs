// Written by compat/generator from the service's model: change services.py there and run it again.
using Amazon.Runtime;

namespace Amazon.Lambda;

public class FunctionVersion : ConstantClass
{
    public static readonly FunctionVersion ALL = new("ALL");

    public FunctionVersion(string value) : base(value) { }

    public static FunctionVersion FindValue(string value) => FindValue<FunctionVersion>(value);

    public static implicit operator FunctionVersion(string value) => FindValue(value);
}
