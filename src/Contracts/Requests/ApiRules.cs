namespace CodeRipple.Workflow.Contracts;

/// <summary>The rules of a request's API routes and calls that concern more than one member.</summary>
internal static class ApiRules
{
    // These say how a message is sent, which its sender decides.
    private static readonly HashSet<string> OfSender = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection",
        "Content-Length",
        "Host",
        "Transfer-Encoding",
    };

    public static void Check(ReleaseRequest request, List<RequestError> errors)
    {
        for (var i = 0; i < request.Api.Count; i++)
            CheckApi(request.Api[i], request, $"/api/{i}", errors);
        foreach (var twice in request.Api.GroupBy(a => (Api: a.Id ?? a.Name, a.Stage)).Where(g => g.Count() > 1))
            errors.Add(
                new RequestError(
                    "/api",
                    $"stage \"{twice.Key.Stage}\" of \"{twice.Key.Api}\" is listed {twice.Count()} times; name all its routes in one place"
                )
            );
    }

    public static void CheckCall(ApiCall call, ReleaseRequest request, string path, List<RequestError> errors)
    {
        var meeting = request.Api.Where(call.Meets).ToList();
        if (meeting.Count == 0)
            errors.Add(
                new RequestError(
                    path,
                    $"\"{call}\" is no route of {(call.Api is null ? "this request's APIs" : $"\"{call.Api}\"")}; the routes of this request are: {Known(request)}"
                )
            );
        else if (meeting.Count > 1)
            errors.Add(
                new RequestError(
                    path,
                    $"\"{call}\" is a route of {string.Join(" and of ", meeting.Select(a => $"{a.Label()}, stage {a.Stage}"))}; say which with api, and release stages of one API one by one"
                )
            );
    }

    public static void CheckHeaders(ApiCall call, string path, List<RequestError> errors)
    {
        foreach (var (name, value) in call.Headers)
        {
            if (!Patterns.Fits(name, Patterns.HeaderName))
                errors.Add(new RequestError($"{path}/{name}", $"the name {Patterns.HeaderNameRule}"));
            else if (OfSender.Contains(name))
                errors.Add(new RequestError($"{path}/{name}", "is set by the call itself; leave it out"));
            if (!Patterns.Fits(value, Patterns.HeaderValue))
                errors.Add(new RequestError($"{path}/{name}", $"the value {Patterns.HeaderValueRule}"));
        }
    }

    private static string Known(ReleaseRequest request) =>
        request.Api.Count == 0 ? "none" : string.Join(", ", request.Api.SelectMany(a => a.Routes.Select(r => $"{r} of {a.Label()}")));

    private static void CheckApi(ApiRequest api, ReleaseRequest request, string path, List<RequestError> errors)
    {
        if (api.Id is null == api.Name is null)
            errors.Add(new RequestError(path, "must have exactly one of id and name"));
        for (var i = 0; i < api.Routes.Count; i++)
            if (request.Functions.All(f => f.Name != api.Routes[i].Function))
                errors.Add(
                    new RequestError($"{path}/routes/{i}/function", $"\"{api.Routes[i].Function}\" is not one of this request's functions")
                );
        foreach (var twice in api.Routes.GroupBy(r => r.ToString()).Where(g => g.Count() > 1))
            errors.Add(
                new RequestError($"{path}/routes", $"\"{twice.Key}\" is listed {twice.Count()} times; a method points to one function")
            );
    }
}
