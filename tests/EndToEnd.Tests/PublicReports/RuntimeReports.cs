using System.Text.Json.Nodes;
using CodeRipple.Workflow.Rehearsal.Output;

namespace CodeRipple.Workflow.EndToEnd.Tests.PublicReports;

/// <summary>Reports about what code meets when it runs.</summary>
internal static class RuntimeReports
{
    public static IEnumerable<PublicReport> All { get; } =
    [
        new(
            "an ES module in a sub-folder",
            "https://github.com/juanjoDiaz/serverless-plugin-warmup/issues/255",
            "Succeeded",
            w =>
            {
                w.IsNode(
                    "nodejs22.x",
                    "src/api/hello.handler",
                    "code/src/api/hello.mjs",
                    "const greeting = await Promise.resolve('hello');\nexport const handler = async () => ({ greeting });\n"
                );
                w.Expects("""{ "greeting": "hello" }""");
                return w.ReleaseAsync();
            }
        ),
        new(
            "a callback handler on a runtime that has none",
            "https://github.com/arithmetric/aws-lambda-ses-forwarder/issues/154",
            "RolledBack: Runtime.CallbackHandlerDeprecated",
            w =>
            {
                w.IsNode(
                    "nodejs24.x",
                    "index.handler",
                    "code/index.js",
                    "exports.handler = (event, context, callback) => callback(null, { done: true });"
                );
                return w.ReleaseAsync("Runtime.CallbackHandlerDeprecated");
            }
        ),
        new(
            "the SDK that a runtime brings",
            "https://github.com/aws/aws-cdk/issues/22976",
            "Succeeded",
            w =>
            {
                w.IsNode(
                    "nodejs22.x",
                    "index.handler",
                    "code/index.mjs",
                    "import { S3Client } from '@aws-sdk/client-s3';\nexport const handler = async () => ({ client: typeof S3Client });\n"
                );
                w.Expects("""{ "client": "function" }""");
                return w.ReleaseAsync();
            }
        ),
        new(
            "code for another processor than the machine's",
            "https://github.com/pydantic/pydantic/issues/6557",
            "Succeeded; says that it did not run as declared",
            async w =>
            {
                var other =
                    System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64
                        ? "x86_64"
                        : "arm64";
                w.Described["architecture"] = other;
                w.Write("code/app.py", "def handler(event, context):\n    return {}\n");
                var released = await w.ReleaseAsync();
                var said = RuntimeDifference
                    .Of(w.Running.Host.Runtimes)
                    .Any(d => d.Functions.Contains(w.Function) && d.NotOn == $"python3.13, {other}");
                return $"{released}; {(said ? "says that it did not run as declared" : "says nothing")}";
            }
        ),
        new(
            "a runtime that does not exist",
            "https://github.com/winglang/wing/issues/7115",
            "refused: functions/0/runtime",
            w =>
            {
                w.IsNode("nodejs22", "index.handler", "code/index.js", "exports.handler = async () => ({});");
                return w.ReleaseAsync("functions/0/runtime");
            }
        ),
        new(
            "a runtime whose time is over",
            "https://github.com/pulumi/pulumi-aws/pull/6337",
            "RolledBack: nodejs24.x",
            w =>
            {
                w.IsNode("nodejs12.x", "index.handler", "code/index.js", "exports.handler = async () => ({});");
                return w.ReleaseAsync("nodejs24.x");
            }
        ),
        new(
            "a .NET function of the usual form",
            "https://github.com/localstack/localstack/issues/1012",
            "Succeeded",
            w =>
            {
                w.Described["path"] = Repository.Path("tests/DummyLibrary");
                (w.Described["runtime"], w.Described["handler"]) = (
                    "dotnet10",
                    "DummyLibrary::CodeRipple.Workflow.DummyLibrary.Functions::Static"
                );
                w.Described["smokeTests"]![0]!["event"] = new JsonObject { ["Text"] = "a" };
                w.Expects("""{ "Text": "a" }""");
                return w.ReleaseAsync();
            }
        ),
        new(
            "files outside /tmp",
            "https://github.com/huggingface/datasets/issues/7029",
            "Succeeded",
            w =>
            {
                w.Write(
                    "code/app.py",
                    """
                    import os, pathlib
                    def attempt(path):
                        try:
                            pathlib.Path(path).write_text("x")
                            return "written"
                        except OSError as error:
                            return error.strerror
                    def handler(event, context):
                        places = {"here": "cache.db", "home": os.path.expanduser("~/.cache-of-mine"), "etc": "/etc/mine", "tmp": "/tmp/mine"}
                        return {name: attempt(path) for name, path in places.items()}
                    """
                );
                const string ReadOnly = "Read-only file system";
                w.Expects($$"""{ "here": "{{ReadOnly}}", "home": "{{ReadOnly}}", "etc": "{{ReadOnly}}", "tmp": "written" }""");
                return w.ReleaseAsync();
            }
        ),
    ];
}
