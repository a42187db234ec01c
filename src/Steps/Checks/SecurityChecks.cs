using System.Text.RegularExpressions;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>
/// Security: no role with more than a function can need, no function open to everybody, no secret in plain sight, topics and buckets
/// encrypted.
/// </summary>
public sealed class SecurityChecks(
    LambdaFunctions functions,
    FunctionPolicies policies,
    IamRoles roles,
    EncryptedStores stores,
    StepSettings settings
) : ICheckSuite
{
    private const int AtOnce = 4;

    public string Kind => CheckSubjects.Security;

    public async Task RunAsync(CheckScope scope, CheckLog log)
    {
        var batch = CheckBatches
            .Slice(Kind, scope.Number, scope.Request.Functions)
            .Where(f => !scope.PendingFunctions.Contains(f.Name))
            .ToList();
        var byRole = new System.Collections.Concurrent.ConcurrentDictionary<string, AsyncLazy<IReadOnlyList<NamedPolicy>?>>();
        await Concurrently.ForEachAsync(
            batch,
            AtOnce,
            async function =>
            {
                var component = $"function:{function.Name}";
                var found = new AsyncLazy<FunctionConfiguration?>(() => FindAsync(function.Name));
                await log.CheckAsync(
                    CheckCatalog.SecurityRole,
                    component,
                    () =>
                        WithAsync(found, f => RoleAsync(byRole.GetOrAdd(f.Role, role => new(() => roles.FindPoliciesAsync(role))), f.Role))
                );
                await log.CheckAsync(
                    CheckCatalog.SecurityPolicy,
                    component,
                    () => WithAsync(found, f => PolicyAsync(f.FunctionName, scope.Alias))
                );
                await log.CheckAsync(
                    CheckCatalog.SecuritySecrets,
                    component,
                    () => WithAsync(found, f => Task.FromResult(Secrets(f, scope.Declared.Security)))
                );
            }
        );
        if (scope.Number == 1)
            await CheckStoresAsync(scope, log);
    }

    private async Task<FunctionConfiguration?> FindAsync(string function)
    {
        return await functions.FindAsync(function);
    }

    private static async Task<Finding> WithAsync(
        AsyncLazy<FunctionConfiguration?> function,
        Func<FunctionConfiguration, Task<Finding>> look
    ) => await function.Value is { } found ? await look(found) : Finding.Skipped("there is no such function");

    private static async Task<Finding> RoleAsync(AsyncLazy<IReadOnlyList<NamedPolicy>?> policies, string role)
    {
        if (await policies.Value is not { } found)
            return Finding.Skipped($"role {IamRoles.NameOf(role)} does not exist");
        var broad = found
            .SelectMany(p => p.Document.Statements.Select(s => (Policy: p.Name, Statement: s.Name, Breadth: PolicyBreadth.Of(s))))
            .Where(s => s.Breadth is not null)
            .Select(s => $"policy {s.Policy}, statement {s.Statement}: {s.Breadth}")
            .ToList();
        return Finding.Of(
            broad.Count == 0,
            broad.Count == 0
                ? $"role {IamRoles.NameOf(role)} has no statement that is too broad"
                : $"role {IamRoles.NameOf(role)} may do more than a function needs: {string.Join("; ", broad)}",
            $"{broad.Count} statements",
            "0"
        );
    }

    private async Task<Finding> PolicyAsync(string function, string alias)
    {
        var open = new List<string>();
        foreach (var qualifier in new[] { null, alias })
            open.AddRange(
                (await policies.ReadAsync(function, qualifier))
                    .Statements.Where(s => s.IsPublic)
                    .Select(s => $"statement {s.Name}{(qualifier is null ? "" : $" of alias {qualifier}")}")
            );
        return Finding.Of(
            open.Count == 0,
            open.Count == 0 ? "no public access" : $"publicly invokable: {string.Join("; ", open)}",
            $"{open.Count} statements",
            "0"
        );
    }

    private static Finding Secrets(FunctionConfiguration function, SecurityExpectation security)
    {
        var found = (function.Environment?.Variables ?? [])
            .Where(v => !security.KnownVariables.Contains(v.Key) && SecretHeuristics.IsSecret(v.Key, v.Value))
            .Select(v => v.Key)
            .ToList();
        return Finding.Of(
            found.Count == 0,
            found.Count == 0 ? "no environment variable looks like a secret" : $"in plain text: {string.Join(", ", found)}",
            $"{found.Count} variables",
            "0"
        );
    }

    private async Task CheckStoresAsync(CheckScope scope, CheckLog log)
    {
        string?[] own = [settings.NotificationTopic, settings.AlarmTopic];
        foreach (var topic in scope.Declared.Security.Topics.Concat(own.OfType<string>()).Distinct())
            await log.CheckAsync(
                CheckCatalog.SecurityTopic,
                $"topic:{topic.Split(':')[^1]}",
                async () =>
                    await stores.KeyOfTopicAsync(topic) is { } key
                        ? Finding.Passed($"encrypted with {key}")
                        : Finding.Failed("the topic is not encrypted", "no key", "a KMS key")
            );
        foreach (var bucket in scope.Declared.Security.Buckets.Append(settings.Bucket).Distinct())
            await log.CheckAsync(
                CheckCatalog.SecurityBucket,
                $"bucket:{bucket}",
                async () =>
                    await stores.AlgorithmOfBucketAsync(bucket) is { } algorithm
                        ? Finding.Passed($"encrypted with {algorithm}", algorithm)
                        : Finding.Failed("the bucket is not encrypted", "none", "AES256 or aws:kms")
            );
    }
}

/// <summary>Names and values that look like secrets.</summary>
internal static partial class SecretHeuristics
{
    /// <summary>
    /// A name that says so, with a value that is no pointer to where the secret is; or a value in the form of a known key.
    /// </summary>
    public static bool IsSecret(string name, string value) =>
        value.Length > 0
        && (KnownKey().IsMatch(value) || SecretName().IsMatch(name) && !PointerName().IsMatch(name) && !Pointer().IsMatch(value));

    [GeneratedRegex(
        "(PASSWORD|PASSWD|SECRET|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY|AUTH_?TOKEN|ACCESS_?TOKEN|CREDENTIAL|CONNECTION_?STRING)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SecretName();

    [GeneratedRegex(
        @"^(AKIA|ASIA)[A-Z0-9]{16}$|^gh[pousr]_[A-Za-z0-9]{36,}|^xox[abprs]-|^sk-[A-Za-z0-9_-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY-----"
    )]
    private static partial Regex KnownKey();

    [GeneratedRegex("_(ARN|NAME|ID|PATH|URL|TABLE)$", RegexOptions.IgnoreCase)]
    private static partial Regex PointerName();

    // ARNs, paths of parameters, addresses, and switches.
    [GeneratedRegex(@"^(arn:|/|\{\{resolve:|https?://|true$|false$|\d{1,4}$)", RegexOptions.IgnoreCase)]
    private static partial Regex Pointer();
}
