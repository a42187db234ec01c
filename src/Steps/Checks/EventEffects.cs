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

    /// <summary>Whether only the event can bring the effect about: a plan of an older request may name what others write, too.</summary>
    internal static bool IsOwn(CustomEventExpectation sample) => sample.Item?.IsOwn ?? sample.Log!.IsOwn;

    /// <summary>Deletes the item that the event has made, and looks again.</summary>
    internal async Task<Finding> CleanAsync(ItemEffect item, SentEvent sent)
    {
        var key = KeyOf(item, sent);
        if (!await tables.TryDeleteItemAsync(item.Table, key))
            return Finding.Passed("there was nothing to delete");
        return await tables.HasItemAsync(item.Table, key)
            ? Finding.Failed($"item {Describe(key)} of table {item.Table} is there again after it was deleted")
            : Finding.Passed("its item is deleted");
    }

    internal static string Describe(CustomEventExpectation sample, SentEvent sent) =>
        sample.Item is { } item
            ? $"no item {Describe(KeyOf(item, sent))} in table {item.Table}"
            : $"no line with \"{Fill(sample.Log!.Text, sent)}\" in {LogGroups.NameOf(sample.Log.Function)}";

    private static string Describe(Dictionary<string, string> key) => string.Join(", ", key.Select(k => $"{k.Key} = {k.Value}"));

    private static Dictionary<string, string> KeyOf(ItemEffect item, SentEvent sent) =>
        item.Key.ToDictionary(k => k.Key, k => Fill(k.Value, sent));

    private static string Fill(string text, SentEvent sent) =>
        text.Replace(SentEvent.IdMark, sent.Id, StringComparison.Ordinal)
            .Replace("<date>", Format(sent, "yyyy-MM-dd"), StringComparison.Ordinal)
            .Replace("<clock>", Format(sent, "HH:mm:ss"), StringComparison.Ordinal)
            .Replace("<time>", Format(sent, "yyyy-MM-ddTHH:mm:ssZ"), StringComparison.Ordinal);

    private static string Format(SentEvent sent, string format) => sent.At.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
