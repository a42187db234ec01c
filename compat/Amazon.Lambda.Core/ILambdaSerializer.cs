namespace Amazon.Lambda.Core;

/// <summary>Turns the event's bytes into the handler's input and the handler's output into bytes.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
