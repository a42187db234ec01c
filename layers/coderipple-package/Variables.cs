namespace CodeRipple;

/// <summary>Environment variables that a function cannot do without.</summary>
public static class Variables
{
    /// <exception cref="MissingVariableException">It is not set.</exception>
    public static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new MissingVariableException(name);
}

public sealed class MissingVariableException(string name) : Exception($"The environment variable {name} is not set.");
