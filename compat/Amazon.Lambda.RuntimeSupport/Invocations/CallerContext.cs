using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Invocations;

/// <summary>What a calling mobile client sends about itself, parsed only when a function asks for it.</summary>
internal static class CallerContext
{
    public static IClientContext? Client(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return null;

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var client = root.TryGetProperty("client", out var found) ? found : default;
        return new ClientContext(
            Texts(root, "env"),
            new ClientApplication(
                Text(client, "app_package_name"),
                Text(client, "app_title"),
                Text(client, "app_version_code"),
                Text(client, "app_version_name"),
                Text(client, "installation_id")
            ),
            Texts(root, "custom")
        );
    }

    public static ICognitoIdentity? Identity(string? json)
    {
        if (string.IsNullOrEmpty(json))
            return null;

        using var document = JsonDocument.Parse(json);
        return new CognitoIdentity(Text(document.RootElement, "cognitoIdentityId"), Text(document.RootElement, "cognitoIdentityPoolId"));
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static Dictionary<string, string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var group) && group.ValueKind == JsonValueKind.Object
            ? group.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString())
            : [];

    private sealed record ClientContext(
        IDictionary<string, string> Environment,
        IClientApplication Client,
        IDictionary<string, string> Custom
    ) : IClientContext;

    private sealed record ClientApplication(
        string AppPackageName,
        string AppTitle,
        string AppVersionCode,
        string AppVersionName,
        string InstallationId
    ) : IClientApplication;

    private sealed record CognitoIdentity(string IdentityId, string IdentityPoolId) : ICognitoIdentity;
}
