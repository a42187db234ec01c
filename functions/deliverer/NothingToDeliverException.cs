namespace CodeRipple.Functions.Deliverer;

public sealed class NothingToDeliverException(string message) : Exception(message);
