using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]

namespace CodeRipple.Workflow.DummyLibrary;

/// <param name="Text">Of the caller.</param>
public sealed record Note(string Text);

/// <summary>Handlers of every shape that Lambda takes of a class library, and some that it refuses.</summary>
public class Functions
{
    private int _calls;

    public static Note Static(Note note) => note;

    public Note Instance(Note note, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(context);
        context.Logger.LogInformation("logged {Text} in time", note.Text);
        return new Note($"{note.Text} {context.FunctionName} {context.MemoryLimitInMB} {context.RemainingTime > TimeSpan.Zero} {++_calls}");
    }

    public async Task<string> Asynchronous(string text)
    {
        await Task.Yield();
        return text + $" {++_calls}";
    }

    public async Task Nothing(Note note)
    {
        await Task.Yield();
        _calls += note?.Text.Length ?? 0;
    }

    public static Stream Streamed(Stream json)
    {
        using var reader = new StreamReader(json);
        return new MemoryStream(Encoding.UTF8.GetBytes("[" + reader.ReadToEnd() + "]"));
    }

    public static Dictionary<string, List<Note>> Generic(Dictionary<string, List<Note>> notes) => notes;

    [LambdaSerializer(typeof(Shouting))]
    public static string Method(string text) => text;

    public static void Throws(Note note) => throw new NoteLostException(note?.Text ?? "", new InvalidOperationException("the cause"));

    public async void Careless() => await Task.Yield();
}

public sealed class NoteLostException(string message, Exception cause) : Exception(message, cause);

/// <summary>A serializer that shows that it was used.</summary>
public sealed class Shouting : ILambdaSerializer
{
    private readonly DefaultLambdaJsonSerializer _inner = new();

    public T Deserialize<T>(Stream requestStream) => _inner.Deserialize<T>(requestStream);

    public void Serialize<T>(T response, Stream responseStream) =>
        _inner.Serialize(response?.ToString()?.ToUpperInvariant(), responseStream);
}

/// <summary>Lambda cannot know of what.</summary>
public class Shelf<T>
{
    public T Take(T item) => item;
}
