using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.Client.FirstContact;

/// <summary>Somebody who asks for a page of an API the whole time.</summary>
internal sealed class StageUsers(HttpClient http, Uri page, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly ConcurrentQueue<StageAnswer> _answers = new();

    public IReadOnlyList<StageAnswer> Answers => [.. _answers];

    /// <summary>Asks until it is cancelled.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var asked = time.GetUtcNow();
            try
            {
                using var answer = await http.GetAsync(page, cancellationToken);
                _answers.Enqueue(
                    new StageAnswer(asked, (int)answer.StatusCode, EditionIn(await answer.Content.ReadAsStringAsync(cancellationToken)))
                );
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (HttpRequestException)
            {
                _answers.Enqueue(new StageAnswer(asked, null, null));
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static string? EditionIn(string body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject answer ? (string?)answer["edition"] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Status">Of HTTP; null when nothing answered.</param>
/// <param name="Edition">Of the function that answered; null when no function did.</param>
internal sealed record StageAnswer(DateTimeOffset Asked, int? Status, string? Edition);
