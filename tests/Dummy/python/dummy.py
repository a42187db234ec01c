"""The functions of ../Functions.cs for the Python runtime; handler `dummy.<name>`."""

import os
import sys
import time


class DummyFailed(Exception):
    pass


def echo(event, context):
    return event


def throw(event, context):
    raise DummyFailed(event.get("Message") or "asked to fail") from ValueError("the cause")


def sleep(event, context):
    time.sleep(event["Milliseconds"] / 1000)
    return "slept"


def exit(event, context):  # noqa: A001 - the name of the function is its purpose
    os._exit(event["Code"])


def big(event, context):
    return "x" * event["Bytes"]


def env(event, context):
    files = [os.path.join(folder, name) for folder, _, names in os.walk("/opt") for name in names]
    return {"Variables": dict(os.environ), "OptFiles": sorted(files), "Folder": os.getcwd()}


def describe(event, context):
    return {
        "RequestId": context.aws_request_id,
        "FunctionName": context.function_name,
        "FunctionVersion": context.function_version,
        "Arn": context.invoked_function_arn,
        "MemoryInMB": int(context.memory_limit_in_mb),
        "LogGroup": context.log_group_name,
        "RemainingMilliseconds": context.get_remaining_time_in_millis(),
        "TraceId": os.environ.get("_X_AMZN_TRACE_ID", ""),
    }


def log(event, context):
    print("plain line")
    print("error line", file=sys.stderr)
    return "logged"
