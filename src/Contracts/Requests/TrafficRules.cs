namespace CodeRipple.Workflow.Contracts;

/// <summary>The rules of a request's traffic that concern more than one member.</summary>
internal static class TrafficRules
{
    // Half of the time that an execution of the release machine may take.
    private const int LongestShiftSeconds = 43_200;

    // CloudWatch: 1 to 255 characters.
    private const int LongestAlarmName = 255;

    public static void Check(TrafficRequest traffic, List<RequestError> errors)
    {
        if (traffic is { Strategy: not null, Stages.Count: > 0 })
            errors.Add(new RequestError("/traffic/stages", $"stand beside strategy \"{traffic.Strategy}\"; leave one of the two out"));
        for (var i = 0; i < traffic.Stages.Count; i++)
            CheckStage(traffic.Stages, i, errors);

        if (traffic.Alarms.Count > 0 && traffic.AllStages.All(s => s.BakeSeconds == 0))
            errors.Add(
                new RequestError(
                    "/traffic/alarms",
                    "would never be evaluated, because all traffic shifts at once; choose a strategy, or a stage of 100 percent with bakeSeconds"
                )
            );

        var seconds = traffic.Stages.Sum(s => (long)s.BakeSeconds);
        if (seconds > LongestShiftSeconds)
            errors.Add(new RequestError("/traffic/stages", $"last {seconds} seconds in all; {LongestShiftSeconds} are allowed"));
        for (var i = 0; i < traffic.Alarms.Count; i++)
            CheckAlarm(traffic.Alarms, i, errors);
    }

    private static void CheckStage(IReadOnlyList<TrafficStage> stages, int index, List<RequestError> errors)
    {
        var (stage, path) = (stages[index], $"/traffic/stages/{index}");
        if (index > 0 && stage.Percent <= stages[index - 1].Percent)
            errors.Add(
                new RequestError(
                    $"{path}/percent",
                    $"must be above that of the stage before, {stages[index - 1].Percent}, but is {stage.Percent}"
                )
            );
        if (stage is { Percent: < 100, BakeSeconds: 0 })
            errors.Add(
                new RequestError(
                    $"{path}/bakeSeconds",
                    "must be at least 1, or the stage could not be judged; leave the stage out if it needs no time"
                )
            );
    }

    private static void CheckAlarm(IReadOnlyList<string> alarms, int index, List<RequestError> errors)
    {
        var (name, path) = (alarms[index], $"/traffic/alarms/{index}");
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestAlarmName)
            errors.Add(new RequestError(path, $"must be the name of an alarm, 1 to {LongestAlarmName} characters, but is \"{name}\""));
        else if (alarms.Take(index).Contains(name))
            errors.Add(new RequestError(path, $"\"{name}\" is listed already; name each alarm once"));
    }
}
