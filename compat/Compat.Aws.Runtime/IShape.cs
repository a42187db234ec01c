namespace Compat.Aws;

/// <summary>A structure of a service's model. Its one member list serves both directions.</summary>
public interface IShape
{
    /// <summary>Passes each member through the wire: a writer sends the value and returns it, a reader returns what arrived.</summary>
    void Members(Wire wire);
}
