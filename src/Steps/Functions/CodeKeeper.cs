using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>Keeps the present code of a function in the release bucket, so that a rollback can put it back.</summary>
public sealed class CodeKeeper(ReleaseBucket bucket, LambdaFunctions functions, HttpClient http)
{
    /// <exception cref="DriftDetectedException">The code is no longer the one that was read.</exception>
    public async Task KeepAsync(string function, CodeIdentity code)
    {
        if (await bucket.FindAsync(code.ObjectKey) is { } kept && kept.Sha256 == code.Digest)
            return;
        var location = await functions.FindCodeAsync(function) ?? throw new DriftDetectedException($"Function {function} was deleted by somebody else");
        var zip = await http.GetByteArrayAsync(location);
        if (Sha256.Of(zip) != code.Digest)
            throw new DriftDetectedException($"The code of function {function} was changed by somebody else while it was read");
        await bucket.KeepArtifactAsync(code.ObjectKey, zip);
    }
}
