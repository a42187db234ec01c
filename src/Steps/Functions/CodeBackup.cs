using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Functions;

/// <summary>
/// Keeps the present code of a function in the release bucket, so that a rollback can restore it. The zip goes by way of the disk: it
/// may be half as large as the memory of a step, and S3 takes a file with its checksum as often as it must.
/// </summary>
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
        await using var zip = TemporaryFile();
        await DownloadAsync(location, zip);
        if (await Sha256.OfAsync(zip) != code.Digest)
            throw new DriftDetectedException($"The code of function {function} was changed outside the release while it was read");
        zip.Position = 0;
        await bucket.UploadArtifactAsync(code.ObjectKey, zip, code.Digest);
    }

    private async Task DownloadAsync(Uri location, FileStream file)
    {
        using var answer = await http.GetAsync(location, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(file);
        file.Position = 0;
    }

    private static FileStream TemporaryFile() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            }
        );
}
