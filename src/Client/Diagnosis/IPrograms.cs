namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>The programs of this machine.</summary>
internal interface IPrograms
{
    bool Has(string program);

    /// <returns>What the program prints; null when it is not there or fails.</returns>
    Task<string?> OutputAsync(string program, string argument, CancellationToken cancellationToken);
}
