using System.Text.RegularExpressions;

namespace CodeRipple.Workflow.Contracts;

/// <summary>
/// Forms of names, each with the sentence that an error message says. Sources: the API models of Lambda and Step Functions.
/// </summary>
public static class Patterns
{
    // An execution name has 80 characters at most; rollbacks add a suffix to the release id.
    public const string ReleaseId = "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$";
    public const string ReleaseIdRule = "must be 1 to 64 letters, digits, hyphens or underscores, beginning with a letter or digit";

    public const string Application = "^[a-z][a-z0-9-]{0,29}$";
    public const string ApplicationRule = "must be 1 to 30 lower-case letters, digits or hyphens, beginning with a letter";

    public const string Environment = "^[a-z][a-z0-9-]{0,19}$";
    public const string EnvironmentRule = "must be 1 to 20 lower-case letters, digits or hyphens, beginning with a letter";

    public const string Alias = @"^(?!\d+$)[A-Za-z0-9_-]{1,128}$";
    public const string AliasRule = "must be 1 to 128 letters, digits, hyphens or underscores, and not a number";

    public const string LayerName = "^[A-Za-z0-9_-]{1,64}$";
    public const string LayerNameRule = "must be 1 to 64 letters, digits, hyphens or underscores";

    public const string LayerVersionArn = @"^arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:\d{12}:layer:[A-Za-z0-9_-]+:\d+$";

    public const string FunctionName = "^[A-Za-z0-9_-]{1,64}$";
    public const string FunctionNameRule = "must be 1 to 64 letters, digits, hyphens or underscores";

    // Families with their way of numbering, not the list: Lambda adds runtimes, and says itself which ones have ended.
    public const string Runtime = @"^(dotnet\d+|python\d+\.\d+|nodejs\d+\.x|java\d+|ruby\d+\.\d+|provided)(\.al\d+)?$";
    public const string RuntimeRule = "must be a Lambda runtime identifier such as dotnet10, python3.13 or nodejs22.x";

    public const string EnvironmentVariable = "^[A-Za-z][A-Za-z0-9_]+$";
    public const string EnvironmentVariableRule =
        "must have two characters or more, begin with a letter, and have letters, digits and underscores only";

    public const string Table = "^[a-zA-Z0-9_.-]{3,255}$";
    public const string TableRule = "must be 3 to 255 letters, digits, dots, hyphens or underscores";

    // RFC 9110, 5.6.2 and 5.5; what is not ASCII means something else to every server.
    public const string HeaderName = "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$";
    public const string HeaderNameRule = "must be letters, digits and !#$%&'*+-.^_`|~ only";
    public const string HeaderValue = @"^[\t\x20-\x7E]*$";
    public const string HeaderValueRule = "must be printable ASCII characters";

    public const string TestName = "^[A-Za-z0-9][A-Za-z0-9 ._-]{0,63}$";
    public const string TestNameRule = "must be 1 to 64 letters, digits, spaces, dots, hyphens or underscores";

    /// <summary>Whether the whole text has this form; a plain match would let a line break at its end pass.</summary>
    public static bool Fits(string text, string pattern) =>
        Regex.Match(text, pattern) is { Success: true } match && match.Length == text.Length;
}
