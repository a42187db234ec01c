// The functions of ../Functions.cs for the Node.js runtime; handler `dummy.<name>`.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

class DummyFailed extends Error {
  constructor(message) {
    super(message, { cause: new Error('the cause') });
    this.name = 'DummyFailed';
  }
}

export const echo = async (event) => event;

const fail = async (event) => {
  throw new DummyFailed(event.Message ?? 'asked to fail');
};
export { fail as throw };

export const sleep = (event) => new Promise((done) => setTimeout(() => done('slept'), event.Milliseconds));

export const exit = async (event) => process.exit(event.Code);

export const big = async (event) => 'x'.repeat(event.Bytes);

const filesUnder = (folder) => {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort();
  } catch {
    return [];
  }
};

export const env = async () => ({ Variables: { ...process.env }, OptFiles: filesUnder('/opt'), Folder: process.cwd() });

export const describe = async (_event, context) => ({
  RequestId: context.awsRequestId,
  FunctionName: context.functionName,
  FunctionVersion: context.functionVersion,
  Arn: context.invokedFunctionArn,
  MemoryInMB: Number(context.memoryLimitInMB),
  LogGroup: context.logGroupName,
  RemainingMilliseconds: context.getRemainingTimeInMillis(),
  TraceId: process.env._X_AMZN_TRACE_ID ?? '',
});

export const log = async () => {
  console.log('plain line');
  console.error('error line');
  return 'logged';
};
