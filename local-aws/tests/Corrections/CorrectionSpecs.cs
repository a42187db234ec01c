using System.Reflection;
using Xunit.Abstractions;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

/// <summary>Every correction is there, and is needed.</summary>
[Collection(SharedMoto.Name)]
public sealed class CorrectionSpecs(CorrectedMoto corrected, PlainMoto plain, ITestOutputHelper output)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static readonly Dictionary<string, MethodInfo> Specs = typeof(CorrectionSpecs)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
        .Where(method => method.GetCustomAttribute<CorrectionAttribute>() is not null)
        .ToDictionary(method => method.GetCustomAttribute<CorrectionAttribute>()!.Rule);

    public static TheoryData<string> Rules => [.. Specs.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Rules))]
    public Task Holds_on_the_local_AWS(string rule) => RunAsync(rule, corrected);

    // A correction whose spec passes without it is not needed any more, or its spec does not look.
    [Theory, MemberData(nameof(Rules))]
    public async Task Is_missing_in_plain_moto(string rule)
    {
        var missing = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(rule, plain));
        output.WriteLine(missing.ToString());
    }

    private static async Task RunAsync(string rule, MotoFixture moto)
    {
        using var aws = new AwsClients(moto.Address);
        var run = (Task)Specs[rule].Invoke(null, [aws])!;
        await run.WaitAsync(Deadline, TimeProvider.System);
    }
}
