using CodeRipple.Workflow.LocalAws.Lambda;
using CodeRipple.Workflow.Rehearsal.Output;

namespace CodeRipple.Workflow.Cli.Tests.Output;

public sealed class RuntimeDifferenceTests
{
    [Fact]
    public void A_rehearsal_says_what_it_does_not_show()
    {
        RuntimeUsed[] used =
        [
            new("orders", "1", "python3.13", "arm64", "python 3.11.7", "x86_64", AsDeclared: false),
            new("orders", "2", "python3.13", "arm64", "python 3.11.7", "x86_64", AsDeclared: false),
            new("users", "1", "python3.13", "arm64", "python 3.11.7", "x86_64", AsDeclared: false),
            new("mail", "1", "nodejs22.x", "x86_64", "node 22.11.0", "x86_64", AsDeclared: true),
            new("native", "1", "provided.al2023", "arm64", null, "x86_64", AsDeclared: false),
        ];

        Assert.Equal(
            [
                "rehearsed on python 3.11.7, x86_64, not on python3.13, arm64: orders, users",
                "rehearsed on x86_64, not on provided.al2023, arm64: native",
            ],
            RuntimeDifference.Of(used).Select(difference => difference.ToString())
        );
    }
}
