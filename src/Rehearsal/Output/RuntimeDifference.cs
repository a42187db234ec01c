using CodeRipple.Workflow.LocalAws.Lambda;

namespace CodeRipple.Workflow.Rehearsal.Output;

/// <summary>Functions that were rehearsed on another interpreter or processor than they have on AWS.</summary>
/// <param name="RehearsedOn">For instance <c>python 3.11.7, x86_64</c>.</param>
/// <param name="NotOn">What they declare, for instance <c>python3.13, arm64</c>.</param>
internal sealed record RuntimeDifference(string RehearsedOn, string NotOn, IReadOnlyList<string> Functions)
{
    public static IReadOnlyList<RuntimeDifference> Of(IEnumerable<RuntimeUsed> runtimes) =>
        [
            .. from used in runtimes
            where !used.AsDeclared
            group used.FunctionName by (
                On: string.Join(", ", new[] { used.Interpreter, used.Machine }.OfType<string>()),
                Not: $"{used.Runtime}, {used.Architecture}"
            ) into same
            select new RuntimeDifference(same.Key.On, same.Key.Not, [.. same.Distinct()]),
        ];

    public override string ToString() => $"rehearsed on {RehearsedOn}, not on {NotOn}: {string.Join(", ", Functions)}";
}
