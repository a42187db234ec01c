using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>Who may invoke a function, or one of its aliases: statements of resource policies.</summary>
public sealed class FunctionPolicies(IAmazonLambda lambda)
{
    /// <param name="qualifier">An alias; null = the statements of the function itself, which hold for unqualified calls only.</param>
    public async Task<IReadOnlyList<PermissionStatement>> ListAsync(string function, string? qualifier) =>
        (await ReadStatementsAsync(function, qualifier)).Statements;

    /// <inheritdoc cref="ListAsync" path="/param"/>
    public async Task<FunctionPolicy> ReadStatementsAsync(string function, string? qualifier) =>
        await FindAsync(function, qualifier) is { } policy
            ? new FunctionPolicy(
                [.. JsonNode.Parse(policy)!["Statement"]!.AsArray().Select(s => PermissionStatement.Of(s!.AsObject()))],
                Encoding.UTF8.GetByteCount(policy)
            )
            : FunctionPolicy.None;

    /// <inheritdoc cref="ListAsync" path="/param"/>
    public async Task<PolicyDocument> ReadAsync(string function, string? qualifier) =>
        PolicyDocument.Parse(await FindAsync(function, qualifier));

    public async Task AddAsync(string function, string alias, PermissionStatement statement)
    {
        try
        {
            await lambda.AddPermissionAsync(
                new AddPermissionRequest
                {
                    FunctionName = function,
                    Qualifier = alias,
                    StatementId = statement.Id,
                    Action = statement.Action,
                    Principal = statement.Principal,
                    SourceArn = statement.SourceArn,
                    SourceAccount = statement.SourceAccount,
                }
            );
        }
        catch (ResourceConflictException e)
        {
            // Our own call whose answer was lost, or the function is busy. The next delivery reads it again and knows which.
            throw new ResourceNotStabilizedException($"Alias {function}:{alias} is being changed: {e.Message}");
        }
    }

    public async Task RemoveAsync(string function, string alias, string statement)
    {
        try
        {
            await lambda.RemovePermissionAsync(
                new RemovePermissionRequest
                {
                    FunctionName = function,
                    Qualifier = alias,
                    StatementId = statement,
                }
            );
        }
        catch (ResourceNotFoundException)
        {
            // Gone already, with the alias or alone.
        }
    }

    private async Task<string?> FindAsync(string function, string? qualifier) =>
        (
            await Missing.OrNullAsync<GetPolicyResponse, ResourceNotFoundException>(() =>
                lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = function, Qualifier = qualifier })
            )
        )?.Policy;
}

/// <summary>The resource policy of a function or alias.</summary>
public sealed record FunctionPolicy(IReadOnlyList<PermissionStatement> Statements, int Bytes)
{
    /// <summary>The most that Lambda takes (Lambda developer guide, "Lambda quotas": 20 KB).</summary>
    public const int MostBytes = 20_480;

    /// <summary>What surrounds the statements.</summary>
    public static FunctionPolicy None { get; } = new([], """{"Version":"2012-10-17","Id":"default","Statement":[]}""".Length);
}
