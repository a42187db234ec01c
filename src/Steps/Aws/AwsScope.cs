using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Where a release happens, and the ARNs of what is there.</summary>
public sealed record AwsScope(string Partition, string Region, string Account)
{
    /// <summary>The place of the execution.</summary>
    public static AwsScope Of(ReleaseReference release)
    {
        var execution = ExecutionArn.Parse(release.ExecutionArn);
        return new AwsScope(execution.Partition, execution.Region, execution.Account);
    }

    /// <param name="qualifier">Alias or version; null = the function itself, which is <c>$LATEST</c>.</param>
    public string Function(string name, string? qualifier = null) =>
        $"arn:{Partition}:lambda:{Region}:{Account}:function:{name}{(qualifier is null ? "" : ":" + qualifier)}";

    /// <summary>What an integration of API Gateway calls.</summary>
    public string Integration(string function, string alias) =>
        $"arn:{Partition}:apigateway:{Region}:lambda:path/2015-03-31/functions/{Function(function, alias)}/invocations";

    /// <summary>A method of a stage, as it stands in a policy; variable parts of the path match anything.</summary>
    public string ApiMethod(string api, string stage, string method, string path) =>
        ApiMethods(api, stage, method == "ANY" ? "*" : method, PatternOf(path));

    /// <summary>The narrowest pattern that covers methods of one stage: what they have in common, and <c>*</c> for the rest.</summary>
    public string ApiMethods(IReadOnlyCollection<PlannedRoute> routes)
    {
        var methods = routes.Select(r => r.Method == "ANY" ? "*" : r.Method).Distinct().ToList();
        var paths = routes.Select(r => PatternOf(r.Path)).Distinct().ToList();
        var first = routes.First();
        return ApiMethods(
            first.ApiId,
            first.Stage,
            methods.Count == 1 ? methods[0] : "*",
            paths.Count == 1 ? paths[0] : CommonStart(paths).TrimEnd('*') + "*"
        );
    }

    public string Rule(string bus, string name) =>
        $"arn:{Partition}:events:{Region}:{Account}:rule/{(bus == "default" ? "" : bus + "/")}{name}";

    private string ApiMethods(string api, string stage, string method, string path) =>
        $"arn:{Partition}:execute-api:{Region}:{Account}:{api}/{stage}/{method}{path}";

    private static string PatternOf(string path) => string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "*" : part));

    private static string CommonStart(IReadOnlyList<string> texts)
    {
        var length = texts.Min(t => t.Length);
        var same = Enumerable.Range(0, length).TakeWhile(i => texts.All(t => t[i] == texts[0][i])).Count();
        return texts[0][..same];
    }
}
