using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace CodeRipple.Workflow.Bench.Steps;

/// <summary>
/// One start of a step outside Lambda: how long until it asks for an event, how long until its first answer, and at what price.
/// </summary>
internal sealed record ColdStart(double AskedMs, double AnsweredMs, double CpuMs, double MemoryMb)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <param name="command">Starts the step; it is given where the Runtime API is.</param>
    public static async Task<ColdStart> MeasureAsync(IReadOnlyList<string> command)
    {
        using var api = new RuntimeEndpoint();
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment(api))
            start.Environment[name] = value;
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            var asked = await api.AskedAsync().WaitAsync(Limit);
            var answered = await api.AnsweredAsync().WaitAsync(Limit);
            return new ColdStart(Since(started, asked), Since(started, answered), ReadCpu(process.Id), ReadMemory(process.Id));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static double Since(long started, long then) => Stopwatch.GetElapsedTime(started, then).TotalMilliseconds;

    // StartRelease answers an event that names no request by itself, without a call to AWS.
    private static Dictionary<string, string> Environment(RuntimeEndpoint api) =>
        new()
        {
            ["AWS_LAMBDA_RUNTIME_API"] = api.Address,
            ["AWS_REGION"] = "eu-central-1",
            ["AWS_ACCESS_KEY_ID"] = "none",
            ["AWS_SECRET_ACCESS_KEY"] = "none",
            ["AWS_LAMBDA_FUNCTION_NAME"] = "StartRelease",
            ["ANNOTATIONS_HANDLER"] = "StartRelease",
            ["RELEASE_ENVIRONMENT"] = "bench",
            ["RELEASE_BUCKET"] = "bench",
            ["RELEASE_TABLE"] = "bench",
            ["TARGET_PREFIX"] = "bench-",
            ["RELEASE_STATE_MACHINE"] = "arn:aws:states:eu-central-1:123456789012:stateMachine:bench",
            ["ROLLBACK_STATE_MACHINE"] = "arn:aws:states:eu-central-1:123456789012:stateMachine:bench",
        };

    private static double ReadCpu(int process)
    {
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ');
        // utime and stime in hundredths of a second: proc_pid_stat(5).
        return 10.0 * (int.Parse(fields[11], CultureInfo.InvariantCulture) + int.Parse(fields[12], CultureInfo.InvariantCulture));
    }

    private static double ReadMemory(int process) =>
        File.ReadLines($"/proc/{process}/status")
            .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(line =>
                double.Parse(line.Split(':', StringSplitOptions.TrimEntries)[1].Split(' ')[0], CultureInfo.InvariantCulture) / 1024
            )
            .First();

    /// <summary>The few routes of the Runtime API that a step needs for one event.</summary>
    private sealed class RuntimeEndpoint : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly TaskCompletionSource<long> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<long> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RuntimeEndpoint()
        {
            Address = $"127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
            _listener.Prefixes.Add($"http://{Address}/");
            _listener.Start();
            _ = ServeAsync();
        }

        public string Address { get; }

        public Task<long> AskedAsync() => _asked.Task;

        public Task<long> AnsweredAsync() => _answered.Task;

        public void Dispose() => ((IDisposable)_listener).Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                    await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // The measurement is over.
            }
        }

        private async Task AnswerAsync(HttpListenerContext call)
        {
            if (call.Request.HttpMethod == "GET" && _asked.TrySetResult(Stopwatch.GetTimestamp()))
            {
                call.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "1";
                call.Response.Headers["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset
                    .MaxValue.ToUnixTimeMilliseconds()
                    .ToString(CultureInfo.InvariantCulture);
                call.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] =
                    "arn:aws:lambda:eu-central-1:123456789012:function:StartRelease";
                await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("{}"));
                call.Response.Close();
            }
            else if (call.Request.HttpMethod == "POST")
            {
                _answered.TrySetResult(Stopwatch.GetTimestamp());
                call.Response.StatusCode = 202;
                call.Response.Close();
            }

            // A second question for an event waits for ever, as in Lambda.
        }

        private static int FreePort()
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
