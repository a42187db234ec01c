using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>
/// <c>"{count} of {total:N0}"</c> and its arguments: the text with the arguments in place, and the named values that the JSON
/// format adds to the line. Without arguments braces are just braces.
/// </summary>
internal sealed class MessageTemplate
{
    private readonly string _text;

    public MessageTemplate(string template, object[] arguments)
    {
        if (arguments.Length == 0)
        {
            _text = template;
            return;
        }

        var text = new StringBuilder();
        var position = 0;
        var used = 0;
        while (NextHole(template, position) is var (open, close))
        {
            var hole = template[(open + 1)..close].TrimStart('@').Split(':', 2);
            var index = int.TryParse(hole[0], NumberStyles.None, CultureInfo.InvariantCulture, out var positional) ? positional : used++;
            text.Append(template, position, open - position);
            if (index < arguments.Length && arguments[index] is { } value)
            {
                text.Append(Format(value, hole.ElementAtOrDefault(1)));
                Values.Add((hole[0], value));
            }
            else
                text.Append(template, open, close - open + 1);

            position = close + 1;
        }

        _text = text.Append(template, position, template.Length - position).ToString();
    }

    public List<(string Name, object Value)> Values { get; } = [];

    public override string ToString() => _text;

    private static (int Open, int Close)? NextHole(string template, int from)
    {
        var open = template.IndexOf('{', from);
        var close = open < 0 ? -1 : template.IndexOf('}', open);
        return close < 0 ? null : (open, close);
    }

    private static string? Format(object value, string? format) =>
        value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value.ToString();
}
