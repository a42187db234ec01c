namespace CodeRipple.Workflow.LocalAws.Lambda;

/// <summary>What a function ran on here.</summary>
/// <param name="Runtime">The declared one, for instance <c>python3.13</c>.</param>
/// <param name="Architecture">The declared one, as Lambda names it.</param>
/// <param name="Interpreter">For instance <c>python 3.11.7</c>; null for a program of its own (<c>provided</c>).</param>
/// <param name="Machine">The architecture of this machine, as Lambda names it.</param>
/// <param name="AsDeclared">Interpreter and machine are the declared ones.</param>
public sealed record RuntimeUsed(
    string FunctionName,
    string Version,
    string? Runtime,
    string Architecture,
    string? Interpreter,
    string Machine,
    bool AsDeclared
);
