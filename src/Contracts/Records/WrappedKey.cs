namespace CodeRipple.Workflow.Contracts;

/// <summary>The data key of a release machine, encrypted with the machine's KMS key.</summary>
/// <param name="Ciphertext">Base64.</param>
public sealed record WrappedKey(string Ciphertext);
