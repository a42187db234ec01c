using System.ComponentModel;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// What the generated <c>Main</c> calls. Not for other code: the official package has no such type. It adds what the official
/// generated Main lacks: a selection that names no function ends with an error that says so (officially: silently, with exit code
/// 0), and so does a function that cannot be constructed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GeneratedMain
{
    /// <param name="known">The names of all functions.</param>
    /// <param name="create">Makes the function of that name, and no other: the rest would only cost start-up time. Null if unknown.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] known, Func<string, LambdaBootstrapBuilder?> create)
    {
        var selected = Environment.GetEnvironmentVariable("ANNOTATIONS_HANDLER") ?? "";
        using var process = FunctionProcess.Start(null, default);
        if (process is null)
            return 1;

        return await process.GuardAsync(async api =>
        {
            var builder = await FunctionProcess.InitializeAsync(() => Task.FromResult(create(selected))) ?? throw Unknown(selected, known);
            using var bootstrap = builder.Build();
            await bootstrap.RunAsync(process, api);
        });
    }

    private static InitializationException Unknown(string selected, string[] known)
    {
        var problem =
            selected.Length == 0
                ? "ANNOTATIONS_HANDLER is not set"
                : $"ANNOTATIONS_HANDLER is '{selected}', which is no function of this program";
        var message = $"{problem}. Known functions: {string.Join(", ", known)}.";
        return new InitializationException(FunctionError.From("Runtime.UnknownHandler", message), message);
    }
}
