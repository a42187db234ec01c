namespace CodeRipple.Workflow.Contracts;

/// <summary>The rules of a request's monitoring that concern more than one member.</summary>
internal static class MonitoringRules
{
    public static void Check(ReleaseRequest request, List<RequestError> errors)
    {
        var monitoring = request.Monitoring;
        if (!monitoring.SetsAlarms)
            foreach (
                var (member, limit) in new[]
                {
                    ("errors", monitoring.Errors),
                    ("duration", monitoring.Duration),
                    ("throttles", monitoring.Throttles),
                }
            )
                if (limit is not null)
                    errors.Add(new RequestError($"/monitoring/{member}", "has no effect beside alarms \"keep\"; leave one of the two out"));

        var known = request.Functions.SelectMany(f => FunctionAlarmNames.Of(f.Name).Append(FunctionLogGroup.Of(f.Name))).ToHashSet();
        CheckNames(monitoring.Adopt, "adopt");
        CheckNames(monitoring.Keep, "keep");
        foreach (var both in monitoring.Adopt.Intersect(monitoring.Keep))
            errors.Add(new RequestError("/monitoring/keep", $"\"{both}\" is listed under adopt, too; leave one of the two out"));

        void CheckNames(IReadOnlyList<string> names, string member)
        {
            for (var i = 0; i < names.Count; i++)
                if (!known.Contains(names[i]))
                    errors.Add(
                        new RequestError(
                            $"/monitoring/{member}/{i}",
                            $"\"{names[i]}\" is neither an alarm nor the log group of one of this request's functions, which are named "
                                + "FUNCTION-errors, FUNCTION-duration, FUNCTION-throttles and /aws/lambda/FUNCTION"
                        )
                    );
        }
    }
}
