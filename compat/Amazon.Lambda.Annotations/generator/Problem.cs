using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>A diagnostic that can be compared, as everything in an incremental pipeline must be.</summary>
internal sealed record Problem(DiagnosticDescriptor Rule, Place Place, string Argument0, string Argument1 = "", string Argument2 = "")
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Place.ToLocation(), Argument0, Argument1, Argument2);
}

internal sealed record Place(string File, TextSpan Span, LinePositionSpan Lines)
{
    public static readonly Place None = new("", default, default);

    public static Place Of(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree } found
            ? new Place(tree.FilePath, found.SourceSpan, found.GetLineSpan().Span)
            : None;

    public Location ToLocation() => this == None ? Location.None : Location.Create(File, Span, Lines);
}
