using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CodeRipple.Workflow.Contracts;

/// <summary>A stage of a REST API whose routes point to functions of the release, through their alias.</summary>
public sealed record ApiRequest
{
    [Description("Id of the REST API. Give this or the name.")]
    [RegularExpression("^[a-z0-9]{1,64}$", ErrorMessage = "must be the id of a REST API: lower-case letters and digits")]
    public string? Id { get; set; }

    [Description("Name of the REST API. An API that does not exist is skipped with a warning.")]
    [StringLength(255, MinimumLength = 1)]
    public string? Name { get; set; }

    [Description("The stage that is deployed.")]
    [RegularExpression("^[A-Za-z0-9_-]{1,128}$", ErrorMessage = "must be 1 to 128 letters, digits, hyphens or underscores")]
    public required string Stage { get; init; }

    [Description("The methods of the API that point to functions of the release. They must exist; what stands behind them is changed.")]
    [ItemCount(300, Minimum = 1)]
    public required IReadOnlyList<ApiRoute> Routes { get; init; }

    /// <summary>The API as the request names it, for people.</summary>
    public string Label() => Name is null ? $"API {Id}" : $"API \"{Name}\"";
}

/// <summary>A method of an API and the function behind it.</summary>
public sealed record ApiRoute
{
    [Description("HTTP method, or ANY.")]
    [AllowedValues("ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")]
    public required string Method { get; init; }

    [Description("Path of the resource, as it stands in the API: /orders/{id}.")]
    [RegularExpression(@"^/\S{0,1023}$", ErrorMessage = "must begin with / and have no white space")]
    public required string Path { get; init; }

    [Description("The function that answers: one of this request's functions.")]
    public required string Function { get; init; }

    public override string ToString() => $"{Method} {Path}";
}
