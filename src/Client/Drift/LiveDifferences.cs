using Amazon.APIGateway;
using Amazon.CloudWatch;
using Amazon.Lambda;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Client.Drift;

/// <summary>What is live compared with the release that should be.</summary>
internal sealed class LiveDifferences(IAmazonLambda lambda, IAmazonAPIGateway apis, IAmazonCloudWatch alarms, EnvironmentSeal seal)
{
    /// <summary>Every difference, for people; empty when all is as the release left it.</summary>
    /// <param name="manifest">Of the release that is current.</param>
    /// <param name="request">What that release was asked for.</param>
    public async Task<IReadOnlyList<string>> FindAsync(Manifest manifest, ReleaseRequest request, CancellationToken cancellationToken) =>
        [
            .. await new FunctionDifferences(lambda, seal).FindAsync(manifest, request, cancellationToken),
            .. await new RouteDifferences(apis).FindAsync(manifest, cancellationToken),
            .. await new AlarmDifferences(alarms).FindAsync(manifest, cancellationToken),
        ];
}
