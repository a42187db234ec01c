using System.Globalization;
using CodeRipple.Workflow.Contracts;
using CodeRipple.Workflow.Steps.Aws;

namespace CodeRipple.Workflow.Steps.Checks;

/// <summary>Looks for what an event must have brought about, and takes it away again.</summary>
public sealed class EventEffects(DynamoTables tables, LogGroups logs)
{
    internal async Task<bool> IsSeenAsync(CustomEventExpectation sample, SentEvent sent)
    {
        if (sample.Item is { } item)
            return await tables.HasItemAsync(item.Table, KeyOf(item, sent));
        return await logs.HasLineAsync(LogGroups.NameOf(sample.Log!.Function), Fill(sample.Log.Text, sent), sent.At);
    }

    internal Task CleanAsync(ItemEffect item, SentEvent sent) => tables.DeleteItemAsync(item.Table, KeyOf(item, sent));

    internal static string Describe(CustomEventExpectation sample, SentEvent sent) =>
        sample.Item is { } item
            ? $"no item {string.Join(", ", KeyOf(item, sent).Select(k => $"{k.Key} = {k.Value}"))} in table {item.Table}"
            : $"no line with \"{Fill(sample.Log!.Text, sent)}\" in {LogGroups.NameOf(sample.Log.Function)}";

    private static Dictionary<string, string> KeyOf(ItemEffect item, SentEvent sent) =>
        item.Key.ToDictionary(k => k.Key, k => Fill(k.Value, sent));

    private static string Fill(string text, SentEvent sent) =>
        text.Replace("<id>", sent.Id, StringComparison.Ordinal)
            .Replace("<date>", Format(sent, "yyyy-MM-dd"), StringComparison.Ordinal)
            .Replace("<clock>", Format(sent, "HH:mm:ss"), StringComparison.Ordinal)
            .Replace("<time>", Format(sent, "yyyy-MM-ddTHH:mm:ssZ"), StringComparison.Ordinal);

    private static string Format(SentEvent sent, string format) => sent.At.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
