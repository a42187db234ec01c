using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Keeps the present code of a function in the release bucket, so that a rollback can restore it.</summary>
public sealed class CodeBackup(ReleaseBucket bucket, LambdaFunctions functions, HttpClient http)
{
    /// <exception cref="DriftDetectedException">The code is no longer the one that was read.</exception>
    public async Task SaveAsync(string function, CodeIdentity code)
    {
        if (await bucket.FindAsync(code.ObjectKey) is { } kept && kept.Sha256 == code.Digest)
            return;
        var location =
            await functions.FindCodeAsync(function)
            ?? throw new DriftDetectedException($"Function {function} was deleted outside the release");
        var zip = await http.GetByteArrayAsync(location);
        if (Sha256.Of(zip) != code.Digest)
            throw new DriftDetectedException($"The code of function {function} was changed outside the release while it was read");
        await bucket.UploadArtifactAsync(code.ObjectKey, zip);
    }
}
