using System.Text.Json;
using System.Text.Json.Serialization;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// Null, written as an empty text. The state machines pass such a member on by its path, so it has to be there always.
/// </summary>
internal sealed class EmptyTextConverter : JsonConverter<string?>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } text ? text : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value ?? "");
}
