using System.Text;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.LocalAws.Tests.Gateway.Doubles;

internal sealed record ReceivedRequest(string Method, string RawTarget, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? Target => Headers.GetValueOrDefault("X-Amz-Target");
}
