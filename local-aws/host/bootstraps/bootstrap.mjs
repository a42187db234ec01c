// Runs a Node handler over the Lambda Runtime API, as the managed nodejs*.x runtimes do.
// Started once per sandbox. _HANDLER is file.export (in folders if it likes), LAMBDA_TASK_ROOT holds the code. An argument says why
// the AWS SDK, which the managed runtimes bring, is missing on this machine.
import fs from 'node:fs';
import http from 'node:http';
import module, { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const env = process.env;
const [host, port] = env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
let requestId = '';

function call(method, route, body, headers = {}) {
  return new Promise((resolve) => {
    const options = { host, port, agent, method, path: '/2018-06-01/runtime/' + route, headers };
    if (body !== undefined) headers['Content-Length'] = Buffer.byteLength(body);
    const request = http.request(options, (reply) => {
      const chunks = [];
      reply.on('data', (chunk) => chunks.push(chunk));
      reply.on('end', () => resolve({ headers: reply.headers, body: Buffer.concat(chunks).toString() }));
    });
    // A closed connection means that the sandbox is being stopped.
    request.on('error', () => process.exit(0));
    request.end(body);
  });
}

class Fault extends Error {
  constructor(name, message, cause) {
    super(message);
    this.name = name;
    if (cause?.stack) this.stack = cause.stack;
  }
}

function describe(error) {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

function fail(route, title, error) {
  const fault = describe(error);
  line('ERROR', `${title} \t${JSON.stringify({ ...fault, trace: undefined, stack: fault.trace })}`);
  return call('POST', route, JSON.stringify(fault), { 'Lambda-Runtime-Function-Error-Type': fault.errorType });
}

function line(level, text) {
  // Carriage returns keep it one log event, as in CloudWatch Logs.
  fs.writeSync(1, `${new Date().toISOString()}\t${requestId}\t${level}\t${text.replaceAll('\n', '\r')}\n`);
}

function patchConsole() {
  const levels = { log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR', debug: 'DEBUG', trace: 'TRACE' };
  for (const [name, level] of Object.entries(levels)) console[name] = (...values) => line(level, format(...values));
}

// Node's ES module loader ignores NODE_PATH; Lambda's runtimes (18 and later) look there too, or no layer would do for modules.
function lookInLayersToo() {
  const source = `
    const parents = ${JSON.stringify((env.NODE_PATH ?? '').split(':').filter((dir) => dir.endsWith('/node_modules')))}
      .map((dir) => 'file://' + dir.slice(0, -'node_modules'.length) + '_');
    export async function resolve(specifier, context, next) {
      try { return await next(specifier, context); } catch (error) {
        if (error.code !== 'ERR_MODULE_NOT_FOUND' || /^[./]|^[a-z]+:/i.test(specifier)) throw error;
        for (const parentURL of parents) try { return await next(specifier, { ...context, parentURL }); } catch {}
        throw error;
      }
    }`;
  module.register?.('data:text/javascript,' + encodeURIComponent(source));
}

function isModule(file) {
  if (!file.endsWith('.js')) return file.endsWith('.mjs');
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) return JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
  }
  return false;
}

function hint(error) {
  const [, , missing] = process.argv;
  return missing && /@(aws-sdk|smithy)\//.test(error.message) ? '\n' + missing : '';
}

async function load(name, base) {
  const file = ['.js', '.mjs', '.cjs'].map((extension) => base + extension).find((candidate) => fs.existsSync(candidate));
  if (!file) throw new Fault('Runtime.ImportModuleError', `Error: Cannot find module '${name}'`);
  try {
    if (!isModule(file)) return createRequire(file)(file);
    lookInLayersToo();
    return await import(pathToFileURL(file));
  } catch (error) {
    if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND')
      throw new Fault('Runtime.ImportModuleError', String(error) + hint(error), error);
    if (error instanceof SyntaxError) throw new Fault('Runtime.UserCodeSyntaxError', String(error), error);
    throw error;
  }
}

async function loadHandler(handler) {
  const { dir, base } = path.posix.parse(handler);
  const [, file, member] = base.match(/^([^.]*)\.(.+)$/) ?? [];
  if (!member) throw new Fault('Runtime.MalformedHandlerName', `Bad handler '${handler}'`);
  const loaded = await load(path.join(dir, file), path.resolve(env.LAMBDA_TASK_ROOT, dir, file));
  const found = member.split('.').reduce((value, key) => value?.[key], loaded) ?? loaded.default?.[member];
  if (typeof found !== 'function') throw new Fault('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  return found;
}

function context(headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const client = headers['lambda-runtime-client-context'];
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    awsRequestId: requestId,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    clientContext: client ? JSON.parse(client) : undefined,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

// https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html: since nodejs24.x, whatever declares a third parameter is refused.
function refuseCallbacks(handler) {
  const version = Number(env.AWS_EXECUTION_ENV.match(/nodejs(\d+)/)[1]);
  if (version >= 24 && handler.length >= 3)
    throw new Fault(
      'Runtime.CallbackHandlerDeprecated',
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this ' +
        'function to use a supported handler signature to use Node.js 24 or later. For more information see ' +
        'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
    );
}

// A promise settles it; a callback does, once the event loop is empty unless the handler renounces that; an empty loop ends it anyway.
function run(handler, event, about) {
  return new Promise((resolve, reject) => {
    let answer = [null, null];
    const settle = () => (answer[0] ? reject(answer[0]) : resolve(answer[1]));
    const callback = (error, value) => {
      answer = [error, value];
      if (!about.callbackWaitsForEmptyEventLoop) settle();
    };
    process.removeAllListeners('beforeExit').once('beforeExit', settle);
    handler(event, about, callback)?.then?.(resolve, reject);
  });
}

function dieOf(title, name, status) {
  return (error) =>
    fail(`invocation/${requestId}/error`, title, new Fault(name ?? error?.name, String(error), error))
      .then(() => process.exit(status));
}

async function main() {
  patchConsole();
  let handler;
  try {
    handler = await loadHandler(env._HANDLER);
    refuseCallbacks(handler);
  } catch (error) {
    await fail('init/error', 'Uncaught Exception', error);
    process.exit(1);
  }
  process.on('uncaughtException', dieOf('Uncaught Exception', null, 129));
  process.on('unhandledRejection', dieOf('Unhandled Promise Rejection', 'Runtime.UnhandledPromiseRejection', 128));
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next');
    requestId = headers['lambda-runtime-aws-request-id'];
    env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'] ?? '';
    try {
      const result = await run(handler, JSON.parse(body), context(headers));
      await call('POST', `invocation/${requestId}/response`, JSON.stringify(result ?? null));
    } catch (error) {
      await fail(`invocation/${requestId}/error`, 'Invoke Error', error);
    }
  }
}

await main();
