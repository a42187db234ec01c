using System.Diagnostics;
using Amazon.Lambda.Model;
using CodeRipple.Workflow.Client.Stacks;
using CodeRipple.Workflow.EndToEnd.Tests.Running;

namespace CodeRipple.Workflow.EndToEnd.Tests;

[Collection(Machines.Requests)]
public sealed class NativeStepsSpecs(RunningMachine running)
{
    [Fact]
    public async Task Every_step_runs_as_native_code()
    {
        var functions = await running.Clients.Lambda.ListFunctionsAsync(new ListFunctionsRequest { MaxItems = 50 });

        var steps = functions.Functions.Where(f => f.FunctionName.StartsWith("release-machine-", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.Equal(StepRuntime.Native.Name, step.Runtime.Value));
    }

    [Theory]
    [InlineData("GLIBC_2.2.5 GLIBC_2.34", true)]
    [InlineData("GLIBC_2.34 GLIBC_2.38", false)]
    [InlineData("GLIBC_2.40", false)]
    public async Task Native_steps_that_need_a_newer_glibc_than_Lambda_has_do_not_build(string needs, bool builds)
    {
        var folder = Directory.CreateTempSubdirectory("coderipple-glibc-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "bootstrap"), $"\u007fELF {needs} ");

            var (exitCode, output) = await CheckAsync(folder);

            Assert.Equal(builds, exitCode == 0);
            if (!builds)
                Assert.Contains("public.ecr.aws/sam/build-dotnet10", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int ExitCode, string Output)> CheckAsync(string folder)
    {
        string[] arguments =
        [
            "msbuild",
            Repository.Path("src/Steps/Steps.csproj"),
            "-t:CheckGlibc",
            $"-p:PublishDir={folder}/",
            "-nologo",
            "-nodeReuse:false",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Coderipple.Deadline, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output);
    }
}
