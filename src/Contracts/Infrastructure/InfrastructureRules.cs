namespace CodeRipple.Workflow.Contracts;

/// <summary>The rules of an infrastructure that its members alone do not show: names must be known, schedules readable.</summary>
internal static class InfrastructureRules
{
    public static void Check(ReleaseRequest request, List<RequestError> errors)
    {
        var declared = request.Infrastructure;
        var functions = request.Functions.Select(f => f.Name).ToHashSet();
        Each(declared.Functions, "functions", (f, path) => Known(f.Name, $"{path}/name"));
        Each(declared.Tables, "tables", (t, path) => EachUse(t, path));
        Each(declared.Rules, "rules", (r, path) => CheckRule(r, path));
        Each(declared.CustomEvents, "customEvents", (e, path) => CheckEvent(e, path));
        Unique("functions", declared.Functions.Select(f => f.Name));
        Unique("tables", declared.Tables.Select(t => t.Name));
        Unique("rules", declared.Rules.Select(r => $"{r.Bus}/{r.Name}"));
        Unique("customEvents", declared.CustomEvents.Select(e => e.Name));

        void Each<T>(IReadOnlyList<T> items, string list, Action<T, string> check)
        {
            for (var i = 0; i < items.Count; i++)
                check(items[i], $"/infrastructure/{list}/{i}");
        }

        void Known(string function, string path)
        {
            if (!functions.Contains(function))
                errors.Add(new RequestError(path, $"\"{function}\" is not one of this request's functions"));
        }

        void EachUse(TableExpectation table, string path)
        {
            for (var i = 0; i < table.UsedBy.Count; i++)
                Known(table.UsedBy[i].Function, $"{path}/usedBy/{i}/function");
            if (table.SortKey is not null && table.PartitionKey is null)
                errors.Add(new RequestError($"{path}/partitionKey", "is missing; a sort key alone says nothing"));
        }

        void CheckRule(RuleExpectation rule, string path)
        {
            for (var i = 0; i < rule.Targets.Count; i++)
                Known(rule.Targets[i], $"{path}/targets/{i}");
            var days = rule.Days ?? [];
            for (var i = 0; i < days.Count; i++)
                if (!WeekDays.Names.Contains(days[i]))
                    errors.Add(
                        new RequestError($"{path}/days/{i}", $"must be one of {string.Join(", ", WeekDays.Names)}, but is \"{days[i]}\"")
                    );
            if (rule.Schedule is not null)
                CheckSchedule(rule.Schedule, days, path);
            if (rule.Schedule is not null && rule.Bus != "default")
                errors.Add(new RequestError($"{path}/bus", "must be left out: only rules of the default bus have schedules"));
        }

        void CheckSchedule(string expression, IReadOnlyList<string> days, string path)
        {
            if (!ScheduleExpression.TryParse(expression, out var schedule, out var problem))
                errors.Add(
                    new RequestError($"{path}/schedule", $"\"{expression}\" is not a schedule expression of EventBridge: {problem}")
                );
            else if (days.Count > 0 && schedule.Weekdays is null)
                errors.Add(new RequestError($"{path}/days", $"must be left out: \"{expression}\" does not run on fixed days of the week"));
            else if (days.Count > 0 && days.All(WeekDays.Names.Contains) && !schedule.Weekdays!.SetEquals(WeekDays.Parse(days)))
                errors.Add(
                    new RequestError(
                        $"{path}/days",
                        $"are {WeekDays.Text(WeekDays.Parse(days))}, but \"{expression}\" runs on {WeekDays.Text(schedule.Weekdays)}; correct one of the two, or leave days out"
                    )
                );
        }

        void CheckEvent(CustomEventExpectation sample, string path)
        {
            if ((sample.Item is null) == (sample.Log is null))
                errors.Add(new RequestError(path, "must name the effect to be seen: item or log, one of them"));
            if (sample.Item is { IsOwn: false })
                errors.Add(
                    new RequestError(
                        $"{path}/item/key",
                        $"must hold {SentEvent.IdMark}, the event's own id, in one of its values: the check deletes this item, and no other"
                    )
                );
            if (sample.Log is { } log)
            {
                Known(log.Function, $"{path}/log/function");
                if (!log.IsOwn)
                    errors.Add(
                        new RequestError(
                            $"{path}/log/text",
                            $"must hold {SentEvent.IdMark}, the event's own id: any other call may write another line"
                        )
                    );
            }
        }

        void Unique(string list, IEnumerable<string> names)
        {
            foreach (var twice in names.GroupBy(n => n).Where(g => g.Count() > 1))
                errors.Add(
                    new RequestError($"/infrastructure/{list}", $"\"{twice.Key}\" is listed {twice.Count()} times; names must be unique")
                );
        }
    }
}
