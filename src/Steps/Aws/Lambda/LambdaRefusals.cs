using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Contracts;

namespace CodeRipple.Workflow.Steps.Aws;

/// <summary>
/// Refusals of Lambda that a release can answer. Lambda has no error code of its own for them, so they are known by their words.
/// </summary>
internal static class LambdaRefusals
{
    /// <param name="what">What was to be changed, for people.</param>
    /// <returns>The same with a name; null when it is another refusal.</returns>
    public static Exception? Find(AmazonLambdaException refusal, string what) =>
        refusal switch
        {
            InvalidParameterValueException e when IsSize(e.Message) => new PackageTooLargeException($"{what}: {e.Message}"),
            InvalidParameterValueException e when IsMissingLayer(e.Message) => new LayerUnavailableException($"{what}: {e.Message}"),
            { ErrorCode: "AccessDeniedException" } e when e.Message.Contains("lambda:GetLayerVersion", StringComparison.Ordinal) =>
                new LayerUnavailableException($"{what}: {e.Message}"),
            _ => null,
        };

    // "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is …": in many reports,
    // such as https://github.com/aws/aws-sam-cli/issues/3784
    private static bool IsSize(string message) =>
        message.Contains("exceeds the maximum allowed size", StringComparison.Ordinal)
        || message.Contains("Unzipped size must be smaller", StringComparison.Ordinal);

    // https://github.com/aws-amplify/amplify-cli/issues/4929
    private static bool IsMissingLayer(string message) =>
        message.Contains("Layer version ", StringComparison.Ordinal) && message.Contains("does not exist", StringComparison.Ordinal);
}
