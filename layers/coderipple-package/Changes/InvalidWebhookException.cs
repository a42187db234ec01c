namespace CodeRipple.Changes;

/// <summary>What was received is no push; the message says why.</summary>
public sealed class InvalidWebhookException(string message) : Exception(message);
