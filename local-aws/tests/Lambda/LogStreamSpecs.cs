using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.LocalAws.Lambda.Sandboxes;

namespace CodeRipple.Workflow.LocalAws.Tests.Lambda;

public sealed class LogStreamSpecs
{
    [Theory]
    [InlineData(null, @"^\d{4}/\d\d/\d\d/\[7\][0-9a-f]{32}$")]
    [InlineData("/shop/all", @"^\d{4}/\d\d/\d\d/hello\[7\][0-9a-f]{32}$")]
    public void A_stream_in_a_log_group_that_functions_may_share_names_its_function(string? group, string stream)
    {
        var function = new FunctionVersion(
            "hello",
            "arn",
            "7",
            "python3.13",
            "app.handler",
            3,
            128,
            Environment: null,
            Layers: null,
            State: "Active",
            ReservedConcurrency: null,
            DeadLetterArn: null,
            Generation: "1",
            LogGroup: group
        );

        Assert.Matches(stream, SandboxIdentity.New(function, TimeProvider.System).LogStream);
    }
}
