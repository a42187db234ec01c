using System.Text.Json.Nodes;

namespace CodeRipple.Workflow.EndToEnd.Tests.PublicReports;

/// <summary>Reports about what is packed, and how large it is.</summary>
internal static class PackageReports
{
    private const string Answers = "def handler(event, context):\n    return {\"ok\": True}\n";

    public static IEnumerable<PublicReport> All { get; } =
    [
        new(
            "code that becomes a layer fits although old code and layer together do not",
            "https://github.com/aws/serverless-application-model/issues/2124",
            "Succeeded, Succeeded, back: RolledBack",
            FromCodeToLayerAsync
        ),
        new(
            "a zip whose files others may not read",
            "https://github.com/hashicorp/terraform-provider-archive/issues/17",
            "RolledBack: Permission denied: '/var/task/app.py'",
            w =>
            {
                w.Described["path"] = "code.zip";
                w.WriteZip("code.zip", Convert.ToInt32("600", 8), ("app.py", Answers));
                return w.ReleaseAsync("Permission denied: '/var/task/app.py'");
            }
        ),
        new(
            "a zip with backslashes in its names",
            "https://github.com/serverless/serverless-python-requirements/issues/263",
            "RolledBack: No module named 'tools'",
            w =>
            {
                w.Described["path"] = "code.zip";
                w.WriteZip(
                    "code.zip",
                    Convert.ToInt32("644", 8),
                    ("app.py", "from tools import greet\n" + Answers),
                    ("tools\\greet.py", "")
                );
                return w.ReleaseAsync("No module named 'tools'");
            }
        ),
        new(
            "symbolic links as pnpm makes them",
            "https://github.com/microsoft/rushstack/issues/2045",
            "Succeeded",
            w =>
            {
                const string Packages = "code/node_modules/.pnpm";
                w.Write($"{Packages}/inner@1.0.0/node_modules/inner/index.js", "module.exports = 'inner';");
                w.Write($"{Packages}/outer@1.0.0/node_modules/outer/index.js", "module.exports = 'outer of ' + require('inner');");
                w.Link($"{Packages}/outer@1.0.0/node_modules/inner", "../../inner@1.0.0/node_modules/inner");
                w.Link("code/node_modules/outer", ".pnpm/outer@1.0.0/node_modules/outer");
                w.IsNode("nodejs22.x", "index.handler", "code/index.js", "exports.handler = async () => ({ text: require('outer') });");
                w.Expects("""{ "text": "outer of inner" }""");
                return w.ReleaseAsync();
            }
        ),
        new(
            "a symbolic link into a layer, which leads nowhere on this machine",
            "https://github.com/aws/aws-sam-cli/issues/4364",
            "Succeeded",
            w =>
            {
                w.Link("code/node_modules", "/opt/nodejs/node_modules");
                w.IsNode("nodejs22.x", "index.handler", "code/index.js", "exports.handler = async () => ({ ok: true });");
                return w.ReleaseAsync();
            }
        ),
        new(
            "a symbolic link to a folder that contains it",
            "https://github.com/microsoft/rushstack/issues/2045",
            "Succeeded",
            w =>
            {
                w.Link("code/node_modules/self", "..");
                w.IsNode("nodejs22.x", "index.handler", "code/index.js", "exports.handler = async () => ({ ok: true });");
                return w.ReleaseAsync();
            }
        ),
        new(
            "names outside ASCII",
            "https://github.com/ansible/ansible/issues/49408",
            "Succeeded",
            w =>
            {
                w.Write("code/données/größe 漢字+1.json", """{ "ok": "größe" }""");
                w.Write(
                    "code/app.py",
                    """
                    import json, pathlib
                    def handler(event, context):
                        here = pathlib.Path(__file__).parent / "données"
                        return {"files": [p.name for p in here.iterdir()], "text": json.loads((here / "größe 漢字+1.json").read_text("utf-8"))}
                    """
                );
                w.Expects("""{ "files": ["größe 漢字+1.json"], "text": { "ok": "größe" } }""");
                return w.ReleaseAsync();
            }
        ),
        new(
            "a folder with a file of secrets and a cache",
            "https://github.com/motdotla/node-lambda/issues/32",
            "Succeeded; left out: .env, __pycache__",
            async w =>
            {
                w.Write("code/.env", "PASSWORD=hunter2");
                w.Write("code/__pycache__/app.cpython-313.pyc", "old");
                w.Write(
                    "code/app.py",
                    "import os\ndef handler(event, context):\n    return {\"files\": sorted(os.listdir(\"/var/task\"))}\n"
                );
                w.Expects("""{ "files": ["app.py"] }""");
                var released = await w.ReleaseAsync();
                return $"{released}; left out: {string.Join(", ", new[] { ".env", "__pycache__" }.Where(w.Said.Contains))}";
            }
        ),
        new(
            "a folder without any file",
            "https://github.com/motdotla/node-lambda/issues/32",
            "refused: has no files",
            w =>
            {
                Directory.CreateDirectory(w.PathOf("code"));
                return w.ReleaseAsync("has no files");
            }
        ),
    ];

    private static async Task<string> FromCodeToLayerAsync(ReportedWorkload workload)
    {
        const long Heavy = 180_000_000;
        workload.Write("code/app.py", "def handler(event, context):\n    return {\"generation\": \"before\"}\n");
        workload.WriteZeros("code/data.bin", Heavy);
        workload.Expects("""{ "generation": "before" }""");
        var before = await workload.ReleaseAsync();

        workload.Write("after/app.py", "import heavy\ndef handler(event, context):\n    return {\"generation\": \"after\"}\n");
        workload.Write("layer/python/heavy/__init__.py", "");
        workload.WriteZeros("layer/python/heavy/data.bin", Heavy);
        var layer = $"{workload.Function}-heavy";
        workload.Workload["layers"] = new JsonArray(
            new JsonObject
            {
                ["name"] = layer,
                ["path"] = "layer",
                ["compatibleRuntimes"] = new JsonArray("python3.13"),
                ["probe"] = new JsonObject { ["imports"] = new JsonArray("heavy") },
            }
        );
        workload.Described["path"] = "after";
        workload.Described["layers"] = new JsonArray(layer);
        workload.Expects("""{ "generation": "after" }""");
        var after = await workload.ReleaseAsync();
        return $"{before}, {after}, back: {await workload.RollBackAsync()}";
    }
}
