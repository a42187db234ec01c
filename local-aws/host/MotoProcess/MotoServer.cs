using System.Diagnostics;
using System.Text.Json;
using CodeRipple.Workflow.LocalAws.Python;

namespace CodeRipple.Workflow.LocalAws.MotoProcess;

/// <param name="Id">Mark of this local AWS; every child carries it as LOCAL_AWS_ID.</param>
/// <param name="StateFolder">Named <c>local-aws-…</c>; the launcher removes it when it ends.</param>
/// <param name="Gateway">Endpoint for the calls that moto's interpreter makes; null: moto itself.</param>
internal sealed record MotoServerOptions(PythonEnvironment Python, string Id, string StateFolder, Uri? Gateway, string Region)
{
    /// <summary>moto without corrections.</summary>
    public bool Plain { get; init; }

    /// <summary>A busy machine with a cold disk cache takes its time.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(60);

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}

/// <summary>The launcher (moto) as a child process. It ends when its standard input closes, so it never outlives this process.</summary>
internal sealed class MotoServer : IAsyncDisposable
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly ErrorTail _errors;

    private MotoServer(Process process, ErrorTail errors)
    {
        _process = process;
        _errors = errors;
        Exited = process.WaitForExitAsync();
    }

    public Uri Address { get; private set; } = null!;

    public int ProcessId => _process.Id;

    /// <summary>Ends when the process does.</summary>
    public Task Exited { get; }

    /// <summary>The last lines of what it wrote to standard error.</summary>
    public string ErrorTail => _errors.Text;

    /// <exception cref="MotoStartException">It ended, or said nothing, before the deadline.</exception>
    public static async Task<MotoServer> StartAsync(MotoServerOptions options, CancellationToken cancellationToken = default)
    {
        var process = new Process { StartInfo = StartInfo(options) };
        process.Start();
        var server = new MotoServer(process, new ErrorTail(process.StandardError));
        try
        {
            server.Address = await server.ReadAddressAsync(options.StartDeadline, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(StopDeadline);
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task<Uri> ReadAddressAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(deadline);
        try
        {
            var line = await _process.StandardOutput.ReadLineAsync(timer.Token);
            if (line is null)
                throw new MotoStartException("moto ended before it could be used", await _errors.CompletedAsync(StopDeadline));
            using var message = JsonDocument.Parse(line);
            return new Uri($"http://127.0.0.1:{message.RootElement.GetProperty("port").GetInt32()}/");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MotoStartException($"moto was not ready within {deadline.TotalSeconds:0} s", _errors.Text);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException)
        {
            throw new MotoStartException("moto's first line names no port", _errors.Text);
        }
    }

    private static ProcessStartInfo StartInfo(MotoServerOptions options)
    {
        var start = new ProcessStartInfo(options.Python.Interpreter, ["-u", Path.Combine(AppContext.BaseDirectory, "moto", "main.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in options.Environment)
            start.Environment[name] = value;
        start.Environment["LOCAL_AWS_ID"] = options.Id;
        start.Environment["LOCAL_AWS_STATE"] = options.StateFolder;
        start.Environment["LOCAL_AWS_GATEWAY"] = options.Gateway?.GetLeftPart(UriPartial.Authority) ?? "";
        start.Environment["LOCAL_AWS_REGION"] = options.Region;
        start.Environment["LOCAL_AWS_PLAIN"] = options.Plain ? "1" : "";
        return start;
    }
}
