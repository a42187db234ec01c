using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Amazon.CloudFormation.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using CodeRipple.Workflow.Client.Aws;
using CodeRipple.Workflow.Client.Stacks;

namespace CodeRipple.Workflow.Client.Diagnosis;

/// <summary>Looks at everything that a first installation and a first release need. Changes nothing.</summary>
internal sealed class Doctor(IPrograms programs, string environment)
{
    /// <param name="region">The one on the command line.</param>
    public async Task<IReadOnlyList<Finding>> DiagnoseAsync(string? region, CancellationToken cancellationToken)
    {
        var isLinuxX64 = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && RuntimeInformation.OSArchitecture == Architecture.X64;
        var findings = new List<Finding>(await new MachineDiagnosis(programs, isLinuxX64).LookAsync(cancellationToken));
        region = AwsClients.FindRegion(region);
        findings.Add(
            region is null ? Finding.Obstacle("Region", "none is set", "Set AWS_REGION, or give --region.") : Finding.Fine("Region", region)
        );
        findings.AddRange(await AccountAsync(region, cancellationToken));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> AccountAsync(string? region, CancellationToken cancellationToken)
    {
        try
        {
            // Without a region nothing can be called; whether there are credentials can be said all the same.
            if (region is null)
            {
                AwsCredentials.Find();
                return [];
            }

            using var clients = AwsClients.FromEnvironment(region);
            var caller = await clients.CallerAsync(cancellationToken);
            return [Finding.Fine("Credentials", caller.Arn), .. await AccountAsync(clients, caller, cancellationToken)];
        }
        catch (Exception e) when (CredentialFinding.Of(e) is { } finding)
        {
            return [finding];
        }
    }

    private async Task<IReadOnlyList<Finding>> AccountAsync(
        AwsClients clients,
        GetCallerIdentityResponse caller,
        CancellationToken cancellationToken
    )
    {
        var findings = new List<Finding>();
        var denied = new List<string>();
        var (stack, isKnown) = await TryAsync(
            "cloudformation:DescribeStacks",
            () => clients.CloudFormation.FindStackAsync(ReleaseStack.NameFor(environment), cancellationToken),
            denied
        );
        if (isKnown)
            findings.AddRange(StackDiagnosis.Of(stack, environment, clients.Region));
        var (concurrency, _) = await TryAsync(
            "lambda:GetAccountSettings",
            () => ConcurrencyDiagnosis.LookAsync(clients.Lambda, clients.Region, Need(), cancellationToken)!,
            denied
        );
        if (concurrency is not null)
            findings.Add(concurrency);
        findings.AddRange(await PermissionsAsync(clients, caller, denied, cancellationToken));
        return findings;
    }

    private async Task<IReadOnlyList<Finding>> PermissionsAsync(
        AwsClients clients,
        GetCallerIdentityResponse caller,
        List<string> denied,
        CancellationToken cancellationToken
    )
    {
        var permissions = new CallerPermissions(clients.Iam, caller.Arn, clients.Region, environment);
        var findings = new List<Finding>();
        foreach (var policy in PolicyDocument.Install.Append(PolicyDocument.Release))
            if (await permissions.MissingAsync(policy, cancellationToken) is { } missing)
                findings.Add(PermissionFinding.Of(policy, missing, caller.Arn));
            else
                return [await TriedAsync(clients, caller, denied, cancellationToken)];
        return findings;
    }

    /// <summary>Where IAM simulates nothing, some calls that change nothing are made.</summary>
    private async Task<Finding> TriedAsync(
        AwsClients clients,
        GetCallerIdentityResponse caller,
        List<string> denied,
        CancellationToken cancellationToken
    )
    {
        await TryAsync(
            "iam:GetRole",
            async () =>
            {
                try
                {
                    return await clients.Iam.GetRoleAsync(
                        new GetRoleRequest { RoleName = ReleaseStack.NameFor(environment) },
                        cancellationToken
                    );
                }
                catch (NoSuchEntityException)
                {
                    return null;
                }
            },
            denied
        );
        return PermissionFinding.Tried(denied, caller.Arn);
    }

    /// <returns>The answer, and whether there was one.</returns>
    private static async Task<(T? Answer, bool IsKnown)> TryAsync<T>(string action, Func<Task<T?>> call, List<string> denied)
        where T : class
    {
        try
        {
            return (await call(), true);
        }
        catch (AmazonServiceException e) when (CallerPermissions.IsDenied(e))
        {
            denied.Add(action);
            return (null, false);
        }
    }

    private static int Need() =>
        ConcurrencyDiagnosis.NeedOf(
            Directory
                .EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "src", "StateMachine"), "*.asl.json")
                .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())
        );
}
