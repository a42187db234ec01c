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

/// <summary>A test of the whole system, as its users see it: through an API, or through the alias of one of its functions.</summary>
public sealed record EndToEndTest
{
    [Description("Name of the test, for the messages.")]
    [RegularExpression(Patterns.TestName, ErrorMessage = Patterns.TestNameRule)]
    public required string Name { get; init; }

    [Description("The function to invoke through its alias: one of this request's functions. Give this or call.")]
    public string? Function { get; set; }

    [Description("The method to call at a stage of this request's APIs. Give this or function.")]
    public ApiCall? Call { get; set; }

    [Description("Event to send; the body of a call, as JSON.")]
    public JsonNode? Event { get; set; }

    [Description(
        "What the answer must contain: of a call status, headers and body. A part of an answer is enough; $gte, $lte, $matches and $exists compare."
    )]
    public JsonNode? Expect { get; set; }
}

/// <summary>An HTTP call of a method that points to a function of the release. Requests are kept, so it is no place for a secret.</summary>
public sealed record ApiCall
{
    [Description("HTTP method.")]
    [AllowedValues("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")]
    public required string Method { get; init; }

    [Description("Path below the stage, with its query if any: /orders/7?full=true.")]
    [RegularExpression(@"^/\S{0,1023}$", ErrorMessage = "must begin with / and have no white space")]
    public required string Path { get; init; }

    [Description("Name or id of the API; may be left out where only one API of this request has such a method.")]
    public string? Api { get; set; }

    [Description("HTTP headers. Content-Type is application/json unless it is given.")]
    public IReadOnlyDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether this API is meant and one of its routes answers this call.</summary>
    public bool Meets(ApiRequest api) => (Api is null || Api == api.Name || Api == api.Id) && api.Routes.Any(r => Meets(r.Method, r.Path));

    /// <summary>Whether a route of an API answers this call.</summary>
    public bool Meets(string method, string path) =>
        (method == "ANY" || method == Method) && MeetsPath(path.Split('/'), Path.Split('?')[0].Split('/'));

    public override string ToString() => $"{Method} {Path}";

    private static bool MeetsPath(string[] route, string[] called)
    {
        for (var i = 0; i < route.Length; i++)
        {
            if (route[i] is ['{', .., '+', '}'])
                return called.Length > i;
            if (i >= called.Length || !route[i].StartsWith('{') && route[i] != called[i])
                return false;
        }

        return route.Length == called.Length;
    }
}
