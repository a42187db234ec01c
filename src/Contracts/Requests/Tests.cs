using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Contracts;

/// <summary>One invocation with its expected answer.</summary>
public sealed record SmokeTest
{
    [Description("Name of the test, for the messages.")]
    [RegularExpression(Patterns.TestName, ErrorMessage = Patterns.TestNameRule)]
    public required string Name { get; init; }

    [Description("Event to send.")]
    public JsonNode? Event { get; set; }

    [Description("What the answer must contain. A part of an answer is enough; $gte, $lte, $matches and $exists compare.")]
    public JsonNode? Expect { get; set; }
}

/// <summary>A test of the whole system, through one of its functions.</summary>
public sealed record EndToEndTest
{
    [Description("Name of the test, for the messages.")]
    [RegularExpression(Patterns.TestName, ErrorMessage = Patterns.TestNameRule)]
    public required string Name { get; init; }

    [Description("The function to invoke through its alias: one of this request's functions.")]
    public required string Function { get; init; }

    [Description("Event to send.")]
    public JsonNode? Event { get; set; }

    [Description("What the answer must contain. A part of an answer is enough; $gte, $lte, $matches and $exists compare.")]
    public JsonNode? Expect { get; set; }
}
