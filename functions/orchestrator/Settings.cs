using System.Globalization;

namespace CodeRipple.Functions.Orchestrator;

/// <summary>What the environment variables of the function say.</summary>
/// <param name="EnabledAgents">Names with commas between them; null means all.</param>
/// <param name="LeastQuality">0 to 100; proposals below it are left out.</param>
/// <param name="AnalysesTable">Where analyses are kept; null means nowhere.</param>
public sealed record Settings(string? EnabledAgents, int LeastQuality, string? AnalysesTable)
{
    private const int DefaultLeastQuality = 50;

    /// <exception cref="InvalidSettingException">A value is not usable.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var quality = variable("CODERIPPLE_MIN_QUALITY_SCORE");
        return new Settings(
            variable("CODERIPPLE_ENABLED_AGENTS"),
            string.IsNullOrEmpty(quality) ? DefaultLeastQuality : ParseQuality(quality),
            variable("CODERIPPLE_ANALYSES_TABLE") is { Length: > 0 } table ? table : null
        );
    }

    private static int ParseQuality(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var quality) && quality <= 100
            ? quality
            : throw new InvalidSettingException($"CODERIPPLE_MIN_QUALITY_SCORE is '{text}'; it must be a number from 0 to 100.");
}

public sealed class InvalidSettingException(string message) : Exception(message);
