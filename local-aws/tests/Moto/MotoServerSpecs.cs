using System.Diagnostics;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.LocalAws.MotoProcess;
using CodeRipple.Workflow.LocalAws.Python;
using CodeRipple.Workflow.LocalAws.Tests.Corrections;

namespace CodeRipple.Workflow.LocalAws.Tests.Moto;

public sealed class MotoServerSpecs
{
    // Starts the launcher with a pipe to its input, and a process as a sandbox would be; then waits for its own end.
    private const string Holder = """
        import os, subprocess, sys
        launcher = subprocess.Popen([sys.executable, "-u", sys.argv[1]], stdin=subprocess.PIPE)
        if os.path.isdir("/proc"):
            subprocess.Popen(["sleep", "600"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
        launcher.wait()
        """;

    [Fact]
    public async Task Stopping_leaves_no_process_and_no_folder()
    {
        var id = Launchers.NewId();
        var server = await MotoServer.StartAsync(Launchers.Options(await PythonEnvironment.FindAsync(), id));
        using (var aws = new AwsClients(server.Address))
            Assert.Equal(200, (int)(await aws.LocalAsync(HttpMethod.Get, "health")).Status);
        await server.DisposeAsync();
        Assert.Empty(Launchers.Marked(id));
        Assert.False(Directory.Exists(Launchers.StatePath(id)));
    }

    [Fact]
    public async Task When_the_parent_is_killed_no_process_and_no_folder_are_left()
    {
        var id = Launchers.NewId();
        var state = Launchers.CreateState(id);
        using var holder = StartHolder((await PythonEnvironment.FindAsync()).Interpreter, id, state);
        var line = await holder.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        Assert.Contains("port", line, StringComparison.Ordinal);
        holder.Kill();
        await Eventually.TrueAsync(() => Launchers.Marked(id).Count == 0 && !Directory.Exists(state), "everything is gone");
    }

    [Fact]
    public async Task Functions_become_usable_by_themselves()
    {
        var options = Launchers.Options(await PythonEnvironment.FindAsync(), Launchers.NewId()) with
        {
            Environment = new Dictionary<string, string> { ["LOCAL_AWS_PENDING_MS"] = "50", ["LOCAL_AWS_UPDATE_MS"] = "50" },
        };
        await using var server = await MotoServer.StartAsync(options);
        using var aws = new AwsClients(server.Address);
        var request = await TestFunctions.RequestAsync(aws);
        Assert.Equal(State.Pending, (await aws.Lambda.CreateFunctionAsync(request)).State);
        await Eventually.TrueAsync(async () => (await ReadAsync(aws, request)).State == State.Active, "Active");
        await aws.Lambda.UpdateFunctionConfigurationAsync(
            new UpdateFunctionConfigurationRequest { FunctionName = request.FunctionName, Timeout = 9 }
        );
        await Eventually.TrueAsync(
            async () => (await ReadAsync(aws, request)).LastUpdateStatus == LastUpdateStatus.Successful,
            "Successful"
        );
    }

    [Fact]
    public async Task A_server_that_ends_at_once_says_what_it_wrote()
    {
        using var python = FakePython.Create("echo 'no module named moto' >&2; exit 3");
        var options = Launchers.Options(new PythonEnvironment(python.Path), Launchers.NewId());
        var failure = await Assert.ThrowsAsync<MotoStartException>(() => MotoServer.StartAsync(options));
        Assert.Equal("moto ended before it could be used:\nno module named moto", failure.Message);
        Directory.Delete(options.StateFolder);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        using var python = FakePython.Create("exec sleep 600");
        var options = Launchers.Options(new PythonEnvironment(python.Path), Launchers.NewId()) with
        {
            StartDeadline = TimeSpan.FromMilliseconds(200),
        };
        var failure = await Assert.ThrowsAsync<MotoStartException>(() => MotoServer.StartAsync(options));
        Assert.StartsWith("moto was not ready within", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Launchers.Marked(options.Id));
        Directory.Delete(options.StateFolder);
    }

    private static async Task<FunctionConfiguration> ReadAsync(AwsClients aws, CreateFunctionRequest request) =>
        (await aws.Lambda.GetFunctionAsync(request.FunctionName)).Configuration;

    private static Process StartHolder(string python, string id, string state)
    {
        var start = new ProcessStartInfo(python, ["-c", Holder, Path.Combine(AppContext.BaseDirectory, "moto", "main.py")])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["LOCAL_AWS_ID"] = id;
        start.Environment["LOCAL_AWS_STATE"] = state;
        return Process.Start(start)!;
    }
}
