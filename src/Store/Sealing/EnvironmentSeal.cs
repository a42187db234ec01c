using System.Text.Json.Nodes;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Store;

/// <summary>
/// Seals the values of environment variables before they are written anywhere, and opens them for Lambda. A release machine has one data
/// key, which its KMS key wraps; a process has it unwrapped once, when the first value asks for it.
/// </summary>
public sealed class EnvironmentSeal(IAmazonKeyManagementService kms, LedgerTable table, StoreSettings settings)
{
    /// <summary>Name of the encryption context, which policies can ask for; its value is the name of the stack.</summary>
    private const string Stack = "stack";

    private readonly Lock _gate = new();
    private WrappedKey? _wrapped;
    private Task<ValueCipher>? _cipher;

    /// <summary>Makes the data key, unless there is one.</summary>
    public async Task EnsureKeyAsync(CancellationToken cancellationToken = default)
    {
        if (await FindKeyAsync(cancellationToken) is not null)
            return;
        var made = await kms.GenerateDataKeyWithoutPlaintextAsync(
            new GenerateDataKeyWithoutPlaintextRequest
            {
                KeyId = settings.SealingKey,
                KeySpec = DataKeySpec.AES_256,
                EncryptionContext = Context(),
            },
            cancellationToken
        );
        // Of two that make one at the same time the first counts.
        _wrapped = await table.WriteIfAbsentAsync(
            LedgerKeys.SealingKey,
            LedgerKeys.SealingKey,
            new WrappedKey(Convert.ToBase64String(made.CiphertextBlob.ToArray())),
            ContractsJson.Default.WrappedKey
        );
    }

    /// <summary>Seals every value, whatever it looks like.</summary>
    public async Task<SortedDictionary<string, string>> SealAsync(
        IReadOnlyDictionary<string, string> variables,
        CancellationToken cancellationToken = default
    )
    {
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in variables)
            result.Add(name, (await CipherAsync(cancellationToken)).Seal(name, value));
        return result;
    }

    /// <summary>Opens what <see cref="SealAsync(IReadOnlyDictionary{string, string}, CancellationToken)"/> sealed.</summary>
    public async Task<SortedDictionary<string, string>> OpenAsync(IReadOnlyDictionary<string, string> variables)
    {
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in variables)
            result.Add(
                name,
                (await CipherAsync(CancellationToken.None)).Open(name, text)
                    ?? throw new InvalidOperationException($"The value of {name} was not sealed with the data key of {settings.Table}.")
            );
        return result;
    }

    /// <summary>A request whose values are sealed. What looks sealed stays as it is; whoever opens it finds out whether it is.</summary>
    /// <param name="request">Valid or not: what is no environment with texts is left alone.</param>
    public async Task<JsonNode?> SealAsync(JsonNode? request, CancellationToken cancellationToken = default)
    {
        var result = request?.DeepClone();
        foreach (var variable in await FindAsync(result, isSealed: false, cancellationToken))
            variable.Environment[variable.Name] = (await CipherAsync(cancellationToken)).Seal(variable.Name, variable.Value);
        return result;
    }

    /// <summary>A request with the values themselves.</summary>
    /// <param name="request">Valid or not: what is no environment with texts is left alone.</param>
    /// <exception cref="InvalidReleaseRequestException">Values were sealed elsewhere.</exception>
    public async Task<JsonNode?> OpenAsync(JsonNode? request)
    {
        var result = request?.DeepClone();
        var errors = new List<RequestError>();
        foreach (var variable in await FindAsync(result, isSealed: true, CancellationToken.None))
            if ((await CipherAsync(CancellationToken.None)).Open(variable.Name, variable.Value) is { } value)
                variable.Environment[variable.Name] = value;
            else
                errors.Add(
                    new RequestError(
                        variable.Path,
                        $"begins with {ValueCipher.Prefix} and was not sealed by {settings.Table} for this variable; give the value itself"
                    )
                );
        return errors.Count == 0 ? result : throw new InvalidReleaseRequestException(errors);
    }

    /// <summary>The variables that are sealed, or those that are not; where there are any, there is a key then.</summary>
    private async Task<List<(JsonObject Environment, string Name, string Value, string Path)>> FindAsync(
        JsonNode? request,
        bool isSealed,
        CancellationToken cancellationToken
    )
    {
        var found = VariablesOf(request).Where(v => ValueCipher.IsSealed(v.Value) == isSealed).ToList();
        if (found.Count > 0)
            await EnsureKeyAsync(cancellationToken);
        return found;
    }

    private static IEnumerable<(JsonObject Environment, string Name, string Value, string Path)> VariablesOf(JsonNode? request) =>
        from function in ((request as JsonObject)?["functions"] as JsonArray ?? []).Index()
        let environment = (function.Item as JsonObject)?["environment"] as JsonObject
        where environment is not null
        from variable in environment
        where variable.Value is JsonValue value && value.TryGetValue<string>(out _)
        select (environment, variable.Key, (string)variable.Value!, $"/functions/{function.Index}/environment/{variable.Key}");

    private Task<ValueCipher> CipherAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _cipher is null or { IsFaulted: true } or { IsCanceled: true } ? _cipher = UnwrapAsync(cancellationToken) : _cipher;
    }

    private async Task<ValueCipher> UnwrapAsync(CancellationToken cancellationToken)
    {
        var key =
            await FindKeyAsync(cancellationToken)
            ?? throw new InvalidOperationException($"Table {settings.Table} has no data key; the first release makes it.");
        var answer = await kms.DecryptAsync(
            new DecryptRequest
            {
                KeyId = settings.SealingKey,
                CiphertextBlob = new MemoryStream(Convert.FromBase64String(key.Ciphertext)),
                EncryptionContext = Context(),
            },
            cancellationToken
        );
        return new ValueCipher(answer.Plaintext.ToArray());
    }

    private async Task<WrappedKey?> FindKeyAsync(CancellationToken cancellationToken) =>
        _wrapped ??= await table.FindAsync(
            LedgerKeys.SealingKey,
            LedgerKeys.SealingKey,
            ContractsJson.Default.WrappedKey,
            cancellationToken
        );

    private Dictionary<string, string> Context() => new() { [Stack] = settings.Table };
}
