using System.Net;
using System.Text;

namespace CodeRipple.Workflow.Client.Reports;

/// <summary>Writes HTML; whatever is not a tag of ours is escaped.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    /// <param name="attributes">As they stand between the angle brackets; nothing that comes from outside.</param>
    public Html Open(string tag, string attributes = "")
    {
        _text.Append('<').Append(tag).Append(attributes.Length > 0 ? " " : "").Append(attributes).Append('>');
        return this;
    }

    public Html Close(string tag)
    {
        _text.Append("</").Append(tag).Append(">\n");
        return this;
    }

    public Html Text(string? text)
    {
        _text.Append(WebUtility.HtmlEncode(text));
        return this;
    }

    /// <param name="text">Ours, every character of it.</param>
    public Html Raw(string text)
    {
        _text.Append(text);
        return this;
    }

    public Html Element(string tag, string? text, string attributes = "") => Open(tag, attributes).Text(text).Close(tag);

    /// <summary>A heading and a list below it; nothing for no items.</summary>
    public Html List(string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return this;
        Element("h2", title).Open("ul");
        foreach (var item in items)
            Element("li", item);
        return Close("ul");
    }

    /// <summary>A heading and a table below it; nothing for no rows.</summary>
    public Html Table(string title, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        if (rows.Count == 0)
            return this;
        Element("h2", title).Open("div", "class=\"wide\"").Open("table").Open("tr");
        foreach (var column in columns)
            Element("th", column);
        Close("tr");
        foreach (var row in rows)
        {
            Open("tr");
            foreach (var cell in row)
                Element("td", cell);
            Close("tr");
        }

        return Close("table").Close("div");
    }

    public override string ToString() => _text.ToString();
}
