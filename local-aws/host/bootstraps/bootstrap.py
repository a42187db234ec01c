"""Runs a Python handler over the Lambda Runtime API, as the managed python3.x runtimes do.

Started once per sandbox. _HANDLER is module.function (folders separated by / or .), LAMBDA_TASK_ROOT holds the code. The
arguments are folders with the packages that the managed runtime brings; their Python may be another one than this.
"""
import http.client
import importlib
import importlib.machinery
import json
import logging
import os
import site
import sys
import time
import traceback
from decimal import Decimal
from types import SimpleNamespace

RUNTIME = "/2018-06-01/runtime/"


class HostPackages:
    """Finds what the managed runtime itself brings, and nothing else of this machine's site-packages.

    Otherwise a package that happens to be installed here would hide that a layer lacks it.
    """

    NAMES = {"boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3", "six"}

    def __init__(self, folders):
        installed = {*site.getsitepackages(), site.getusersitepackages()}
        self.folders = folders
        sys.path[:] = [path for path in sys.path if path not in installed]

    def find_spec(self, name, path=None, target=None):
        if path is None and name in self.NAMES:
            return importlib.machinery.PathFinder.find_spec(name, self.folders)
        return None


class Connection:
    """One kept-alive connection; a closed one means that the sandbox is being stopped."""

    def __init__(self):
        self.http = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])

    def call(self, method, path, body=None, headers=None):
        try:
            self.http.request(method, RUNTIME + path, body, headers or {})
            reply = self.http.getresponse()
            return reply.headers, reply.read()
        except (ConnectionError, http.client.HTTPException):
            sys.exit(0)

    def fail(self, path, fault):
        print_fault(fault)
        sys.stdout.flush()
        body = json.dumps(fault).encode()
        self.call("POST", path, body, {"Lambda-Runtime-Function-Error-Type": fault["errorType"]})


class Fault(Exception):
    """An error of the set-up, named as the managed runtime names it."""

    def __init__(self, error_type, message, stack=()):
        super().__init__(message)
        self.error_type = error_type
        self.stack = list(stack)


def describe(error):
    if isinstance(error, Fault):
        return {"errorMessage": str(error), "errorType": error.error_type, "stackTrace": error.stack}
    # The frames of this file are of no use to the reader.
    frames = [frame for frame in traceback.extract_tb(error.__traceback__)
              if frame.filename != __file__ and not frame.filename.startswith("<frozen importlib")]
    return {"errorMessage": str(error), "errorType": type(error).__name__, "stackTrace": traceback.format_list(frames)}


def print_fault(fault):
    lines = f"[ERROR] {fault['errorType']}: {fault['errorMessage']}"
    if fault["stackTrace"]:
        lines += "\nTraceback (most recent call last):\n" + "".join(fault["stackTrace"])
    # Carriage returns keep it one log event, as in CloudWatch Logs.
    print(lines.rstrip("\n").replace("\n", "\r"))


class Context:
    """The object that handlers get as their second argument."""

    function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
    function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
    memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
    log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
    log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
    identity = SimpleNamespace(cognito_identity_id=None, cognito_identity_pool_id=None)

    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self._deadline_ms = int(headers["Lambda-Runtime-Deadline-Ms"])
        self.client_context = self._client(headers.get("Lambda-Runtime-Client-Context"))

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline_ms - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))

    @staticmethod
    def _client(text):
        if not text:
            return None
        given = json.loads(text)
        return SimpleNamespace(custom=given.get("custom"), env=given.get("env"),
                               client=SimpleNamespace(**(given.get("client") or {})))


class RequestLog(logging.Handler):
    """The managed runtime gives the root logger this handler, so that logger.info needs no set-up."""

    request_id = ""

    def emit(self, record):
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = f"[{record.levelname}]\t{moment}.{int(record.msecs):03d}Z\t{self.request_id}\t{self.format(record)}"
        print(line.replace("\n", "\r"))


def load_handler():
    name = os.environ["_HANDLER"]
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        raise Fault("Runtime.MalformedHandlerName", f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)")
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        raise Fault("Runtime.ImportModuleError", f"Unable to import module '{module_name}': {error}") from error
    except SyntaxError as error:
        where = f'  File "{error.filename}" Line {error.lineno}\n    {(error.text or "").strip()}\n'
        raise Fault("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_name}': {error}", [where]) from error
    if not hasattr(module, function_name):
        raise Fault("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'")
    return getattr(module, function_name)


def to_json(result):
    def plain(value):
        if isinstance(value, Decimal):
            return float(value)
        raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")

    try:
        return json.dumps(result, ensure_ascii=False, default=plain).encode()
    except (TypeError, ValueError) as error:
        raise Fault("Runtime.MarshalError", f"Unable to marshal response: {error}") from error


def serve(connection, handler, log):
    while True:
        headers, body = connection.call("GET", "invocation/next")
        context = Context(headers)
        log.request_id = context.aws_request_id
        os.environ["_X_AMZN_TRACE_ID"] = headers.get("Lambda-Runtime-Trace-Id", "")
        call = f"invocation/{context.aws_request_id}/"
        try:
            answer = to_json(handler(json.loads(body), context))
        except Exception as error:
            connection.fail(call + "error", describe(error))
        else:
            sys.stdout.flush()
            connection.call("POST", call + "response", answer)


def main():
    sys.meta_path.append(HostPackages(sys.argv[1:]))
    del sys.argv[1:]
    sys.path[0] = os.environ["LAMBDA_TASK_ROOT"]
    log = RequestLog()
    logging.getLogger().addHandler(log)
    connection = Connection()
    try:
        handler = load_handler()
    except Exception as error:
        connection.fail("init/error", describe(error))
        sys.exit(1)
    serve(connection, handler, log)


if __name__ == "__main__":
    main()
