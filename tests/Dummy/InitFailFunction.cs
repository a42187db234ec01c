using System.Text.Json;
using Amazon.Lambda.Annotations;

namespace CodeRipple.Workflow.Dummy;

/// <summary>Cannot be constructed: the function fails in its initialization.</summary>
public class InitFailFunction
{
    public InitFailFunction() => throw new DummyFailedException("cannot start", null);

    [LambdaFunction]
    public JsonElement InitFail(JsonElement input) => input;
}
