using CodeRipple.Workflow.Client.Diagnosis;

namespace CodeRipple.Workflow.Cli.Tests.Diagnosis;

/// <summary>A machine with these programs and no others, and what each says of its version.</summary>
internal sealed class FakePrograms(params (string Program, string Says)[] programs) : IPrograms
{
    public bool Has(string program) => programs.Any(p => p.Program == program);

    public Task<string?> OutputAsync(string program, string argument, CancellationToken cancellationToken) =>
        Task.FromResult(programs.Where(p => p.Program == program).Select(p => p.Says).FirstOrDefault());
}
