namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>Nobody answers at the Runtime API, or what answers has given this process up. There is nothing left to wait for.</summary>
internal sealed class RuntimeApiUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
