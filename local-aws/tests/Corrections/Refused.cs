using Amazon.Runtime;

namespace CodeRipple.Workflow.LocalAws.Tests.Corrections;

internal static class Refused
{
    /// <summary>The service must refuse the call with this error and status.</summary>
    public static async Task ByAsync(string error, int status, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(call);
        Assert.Equal((error, status), (refusal.ErrorCode, (int)refusal.StatusCode));
    }
}
