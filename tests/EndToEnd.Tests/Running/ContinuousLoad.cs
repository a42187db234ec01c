using System.Collections.Concurrent;
using System.Text;
using Amazon.Lambda.Model;

namespace CodeRipple.Workflow.EndToEnd.Tests.Running;

/// <summary>Users who call without a pause, through the alias and through the API's stage, from its start until it is disposed.</summary>
internal sealed class ContinuousLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<string> _errors = [];
    private readonly ConcurrentDictionary<string, int> _answers = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Task _users;
    private int _requests;

    /// <param name="function">Whose alias is called; null = only the API is called.</param>
    public ContinuousLoad(RunningMachine running, BaseStackReader baseStack, string? function) =>
        _users = Task.WhenAll(
            function is null ? Task.CompletedTask : UseAsync("alias", () => InvokeAsync(running, function)),
            UseAsync("api", () => PostAsync(baseStack))
        );

    public int Requests => _requests;

    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>How often each version answered through each way in.</summary>
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>Ends when the users have had so many more answers.</summary>
    public async Task AnsweredAsync(int more)
    {
        var wanted = _requests + more;
        while (_requests < wanted && !_users.IsCompleted)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _users;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task UseAsync(string way, Func<Task<string>> call)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                _answers.AddOrUpdate($"{way} {await call()}", 1, (_, n) => n + 1);
            }
            catch (Exception e)
            {
                _errors.Add($"{way}: {e.Message}");
            }

            Interlocked.Increment(ref _requests);
        }
    }

    private static async Task<string> InvokeAsync(RunningMachine running, string function)
    {
        var answer = await running.Clients.Lambda.InvokeAsync(
            new InvokeRequest
            {
                FunctionName = function,
                Qualifier = "live",
                Payload = "{}",
            }
        );
        var text = Encoding.UTF8.GetString(answer.Payload.ToArray());
        return answer.FunctionError is null && text.Contains("Hello", StringComparison.Ordinal)
            ? answer.ExecutedVersion
            : throw new InvalidOperationException(text);
    }

    private async Task<string> PostAsync(BaseStackReader baseStack)
    {
        using var answer = await baseStack.CallAsync(_http);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && text.Contains("Hello", StringComparison.Ordinal)
            ? (string)System.Text.Json.Nodes.JsonNode.Parse(text)!["version"]!
            : throw new InvalidOperationException($"{(int)answer.StatusCode} {text}");
    }
}
