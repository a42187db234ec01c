namespace CodeRipple.Workflow.Contracts;

// Expected failures. The .NET runtime reports the short class name as the error type, and the state machines catch it by that
// name; a test keeps the two lists equal.

/// <summary>The request cannot be released as it stands. The message lists everything that is wrong with it.</summary>
public sealed class InvalidReleaseRequestException(IReadOnlyList<RequestError> errors)
    : Exception(
        $"The release request has {errors.Count} error{(errors.Count == 1 ? "" : "s")}:\n" + string.Join("\n", errors.Select(e => "- " + e))
    )
{
    public IReadOnlyList<RequestError> Errors => errors;
}

/// <summary>
/// The request to go back cannot be fulfilled: the release is not one of those that were live before, or did not succeed.
/// </summary>
public sealed class InvalidRollbackRequestException(string message) : Exception(message);

/// <summary>Another release of the same application holds the lock of this environment.</summary>
public sealed class ReleaseLockedException(string message) : Exception(message);

/// <summary>The lock went to another release; nothing more may be changed in this release's name.</summary>
public sealed class LockLostException(string message) : Exception(message);

/// <summary>A function or version is still being created or updated. Not a failure: ask again.</summary>
public sealed class ResourceNotStabilizedException(string message) : Exception(message);

/// <summary>
/// Lambda does not accept the role of a function. It may be seconds old, so ask again for a minute; after that it is a failure.
/// </summary>
public sealed class RoleNotReadyException(string message) : Exception(message);

/// <summary>
/// A change was made and callers do not see it yet: an alias that moved, a permission, a deployment. Ask again for a minute; after that
/// it is a failure.
/// </summary>
public sealed class ChangeNotVisibleException(string message) : Exception(message);

/// <summary>CloudWatch has no numbers of a new version yet. Not a failure: ask again.</summary>
public sealed class MetricsPendingException(string message) : Exception(message);

/// <summary>Lambda could not create or update a function; the message has Lambda's reason.</summary>
public sealed class FunctionFailedException(string message) : Exception(message);

/// <summary>The code and the layers of a function together, or a layer alone, are larger unzipped than Lambda takes.</summary>
public sealed class PackageTooLargeException(string message) : Exception(message);

/// <summary>A layer version does not exist any more, or its owner does not share it.</summary>
public sealed class LayerUnavailableException(string message) : Exception(message);

/// <summary>A layer could not be loaded by running code.</summary>
public sealed class ProbeFailedException(string message) : Exception(message);

/// <summary>
/// A function is switched off: its reserved concurrency is 0, so nothing can invoke it until somebody changes that. Asking again does not
/// help.
/// </summary>
public sealed class FunctionSwitchedOffException(string function)
    : Exception(
        $"Function {function} is switched off: its reserved concurrency is 0, so nothing can invoke it. "
            + $"To switch it on: aws lambda delete-function-concurrency --function-name {function}"
    );

/// <summary>A new version did not answer as expected.</summary>
public sealed class SmokeTestFailedException(string message) : Exception(message);

/// <summary>New versions did worse than the old ones under real traffic, or an alarm fired. The message has the numbers.</summary>
public sealed class CanaryUnhealthyException(string message) : Exception(message);

/// <summary>
/// A stage of the traffic shift ended without enough to judge the new versions by, and the request does not promote such a release.
/// </summary>
public sealed class CanaryInconclusiveException(string message) : Exception(message);

/// <summary>The system as a whole did not answer as expected.</summary>
public sealed class EndToEndTestFailedException(string message) : Exception(message);

/// <summary>
/// Something invokes a function past the alias, so that it would get unproven code. The message has each, with its remedy.
/// </summary>
public sealed class TriggersBypassAliasException(string message) : Exception(message);

/// <summary>The release may do harm that its request does not accept. The message has each risk, with its name and its remedy.</summary>
public sealed class RisksNotAcceptedException(IReadOnlyList<PlannedRisk> risks)
    : Exception(
        $"The release may do harm. Do what is said below, or accept by name: --accept, or \"accept\" in the request.\n"
            + string.Join("\n", risks.Select(r => "- " + r))
    )
{
    public IReadOnlyList<PlannedRisk> Risks => risks;
}

/// <summary>A check found something wrong; the message has the measured values and their limits.</summary>
public sealed class CheckFailedException(string message) : Exception(message);

/// <summary>A sample event was sent and its effect is not to be seen yet. Not a failure: ask again.</summary>
public sealed class EffectPendingException(string message) : Exception(message);

/// <summary>A resource was changed outside the release while it was running.</summary>
public sealed class DriftDetectedException(string message) : Exception(message);

/// <summary>What is live at the end is not what the release wanted.</summary>
public sealed class ReleaseNotLiveException(string message) : Exception(message);

/// <summary>Something could not be restored, or did not pass its tests afterwards. Manual intervention is required.</summary>
public sealed class RollbackIncompleteException(string message) : Exception(message);

/// <summary>An AWS service throttled, failed or did not answer, also after the SDK's own retries. Worth asking again later.</summary>
public sealed class AwsUnavailableException(string message, Exception inner) : Exception(message, inner);
