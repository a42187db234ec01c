// Proves layers by loading what is asked for. A finding is an answer, never an exception.
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";

// Layers are found through NODE_PATH; `import` looks there in Lambda only.
const require = createRequire(import.meta.url);
// What `require` says of a module that only `import` can load.
const onlyForImport = new Set(["ERR_REQUIRE_ESM", "ERR_REQUIRE_ASYNC_MODULE", "ERR_PACKAGE_PATH_NOT_EXPORTED"]);
// The folder of the layers.
const root = process.env.PROBE_ROOT;

export async function handler(event) {
  const loaded = [];
  const failed = [];
  const entries = [...(event.modules ?? []).map((name) => [name, load]), ...(event.files ?? []).map((name) => [name, find])];
  for (const [name, prove] of entries) {
    // If the process dies now, the log says of what.
    console.log(`Loading ${name}`);
    try {
      loaded.push({ name, ...(await prove(name)) });
    } catch (error) {
      failed.push({ name, error: error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]}` : String(error) });
    }
  }
  return { loaded, failed, interpreter: `node ${process.versions.node}`, machine: process.arch === "x64" ? "x86_64" : process.arch };
}

async function load(name) {
  const path = locate(name);
  if (!existsSync(path) || !realpathSync(path).startsWith(realpathSync(root) + sep)) {
    throw new Error(`${name} is part of the runtime (${path}), it does not come from a layer`);
  }
  try {
    require(name);
  } catch (error) {
    if (!onlyForImport.has(error?.code)) throw error;
    await import(statSync(path).isDirectory() ? name : pathToFileURL(path));
  }
  return { version: versionOf(path), path };
}

function locate(name) {
  try {
    return require.resolve(name);
  } catch (error) {
    const folder = require.resolve.paths(name)?.map((parent) => join(parent, name)).find(existsSync);
    if (error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED" && folder) return folder;
    throw error;
  }
}

// The nearest package.json that has a version: some packages put others, without one, into their folders.
function versionOf(path) {
  for (let folder = path; folder.startsWith(root); folder = dirname(folder)) {
    const file = join(folder, "package.json");
    const version = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : undefined;
    if (version) return version;
  }
  return null;
}

function find(entry) {
  const path = join(root, entry);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new Error(`there is no ${path}`);
  if (found.size === 0) throw new Error(`${path} is empty`);
  return { version: null, path };
}
