using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Resources;

/// <summary><c>function:alias</c></summary>
public sealed record AliasName(string Function, string Alias)
{
    public static AliasName Parse(string name) =>
        name.Split(':', 2) is [var function, var alias] ? new(function, alias) : throw ResourceName.Malformed(name);

    public override string ToString() => $"{Function}:{Alias}";
}

/// <summary><c>function:alias/statement</c></summary>
public sealed record StatementName(AliasName Of, string Statement)
{
    public static StatementName Parse(string name) =>
        name.Split('/', 2) is [var alias, var statement] ? new(AliasName.Parse(alias), statement) : throw ResourceName.Malformed(name);

    public override string ToString() => $"{Of}/{Statement}";
}

/// <summary><c>api/resource/METHOD</c></summary>
public sealed record MethodName(string Api, string Resource, string Method)
{
    public static MethodName Of(PlannedRoute route) => new(route.ApiId, route.ResourceId, route.Method);

    public static MethodName Parse(string name) =>
        name.Split('/') is [var api, var resource, var method] ? new(api, resource, method) : throw ResourceName.Malformed(name);

    public override string ToString() => $"{Api}/{Resource}/{Method}";
}

/// <summary><c>api/stage</c></summary>
public sealed record StageName(string Api, string Stage)
{
    public static StageName Of(PlannedRoute route) => new(route.ApiId, route.Stage);

    public static StageName Parse(string name) =>
        name.Split('/') is [var api, var stage] ? new(api, stage) : throw ResourceName.Malformed(name);

    public override string ToString() => $"{Api}/{Stage}";
}

/// <summary><c>bus/rule/target</c></summary>
public sealed record RuleTargetName(string Bus, string Rule, string Target)
{
    // Names of partner buses have slashes of their own.
    public static RuleTargetName Parse(string name) =>
        name.Split('/') is [.. { Length: > 0 } bus, var rule, var target]
            ? new(string.Join('/', bus), rule, target)
            : throw ResourceName.Malformed(name);

    public override string ToString() => $"{Bus}/{Rule}/{Target}";
}

/// <summary><c>group/schedule</c></summary>
public sealed record ScheduleName(string Group, string Schedule)
{
    public static ScheduleName Parse(string name) =>
        name.Split('/') is [var group, var schedule] ? new(group, schedule) : throw ResourceName.Malformed(name);

    public override string ToString() => $"{Group}/{Schedule}";
}

internal static class ResourceName
{
    public static ArgumentException Malformed(string name) => new($"\"{name}\" is not the name of a resource of this kind.", nameof(name));
}
