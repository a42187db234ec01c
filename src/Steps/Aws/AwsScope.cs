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
    public string ApiMethod(PlannedRoute route)
    {
        var path = string.Join('/', route.Path.Split('/').Select(part => part.StartsWith('{') ? "*" : part));
        return $"arn:{Partition}:execute-api:{Region}:{Account}:{route.ApiId}/{route.Stage}/{(route.Method == "ANY" ? "*" : route.Method)}{path}";
    }

    public string Rule(string bus, string name) =>
        $"arn:{Partition}:events:{Region}:{Account}:rule/{(bus == "default" ? "" : bus + "/")}{name}";
}
