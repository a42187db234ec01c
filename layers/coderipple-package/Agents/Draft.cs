using System.Text;
using CodeRipple.Changes;

namespace CodeRipple.Agents;

/// <summary>Writes the Markdown of a proposal, and judges it by how much of it the push could tell.</summary>
internal sealed class Draft(string title)
{
    private readonly StringBuilder _text = new($"# {title}\n");
    private int _evidence;
    private bool _explained;

    public Draft Paragraph(string text)
    {
        _text.Append('\n').Append(text).Append('\n');
        return this;
    }

    public Draft Section(string heading, params IEnumerable<string> items)
    {
        var list = items.ToList();
        if (list.Count == 0)
            return this;

        _text.Append("\n## ").Append(heading).Append("\n\n");
        foreach (var item in list)
            _text.Append("- ").Append(item).Append('\n');
        return this;
    }

    /// <summary>Files that prove what the text says.</summary>
    public Draft Files(string heading, IEnumerable<ChangedFile> files)
    {
        var lines = files.Select(file => $"`{file.Path}` ({file.Kind.ToString().ToLowerInvariant()})").ToList();
        _evidence += lines.Count;
        return Section(heading, lines);
    }

    /// <summary>Commits with what their messages say beyond the first line.</summary>
    public Draft Commits(string heading, IEnumerable<Commit> commits)
    {
        var list = commits.ToList();
        _evidence += list.Count;
        _explained |= list.Any(commit => commit.Message.Trim().Length > commit.Subject.Length);
        return Section(heading, list.Select(commit => $"{commit.Subject} ({commit.Id[..Math.Min(7, commit.Id.Length)]})"));
    }

    public Proposal Propose(string path, ProposalAction action, string reason)
    {
        var quality = 40 + (Math.Min(_evidence, 4) * 10) + (_explained ? 20 : 0);
        return new Proposal(path, action, title, reason, _text.ToString(), quality);
    }
}
