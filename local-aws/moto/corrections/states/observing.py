"""What the world sees of an execution: status change events, AWS/States metrics, execution logs."""

import json
import uuid
from datetime import datetime
from typing import Any

from moto.cloudwatch.models import cloudwatch_backends
from moto.logs.models import logs_backends
from moto.stepfunctions.parser.asl.eval.event.logging import CloudWatchLoggingConfiguration, is_logging_enabled_for
from moto.stepfunctions.parser.asl.utils.encoding import to_json_str
from moto.stepfunctions.parser.backend.execution import Execution

from corrections.background import Background
from corrections.events import bus
from corrections.replacing import replaces

# Above this, AWS leaves input and output out of the event.
MAX_EVENT_DATA = 248 * 1024
METRICS = {
    "SUCCEEDED": "ExecutionsSucceeded", "FAILED": "ExecutionsFailed", "ABORTED": "ExecutionsAborted", "TIMED_OUT": "ExecutionsTimedOut"
}

# Best effort, as on AWS: the execution does not depend on who hears of it.
_outbox = Background("states")


def started(execution: Execution) -> None:
    _tell(execution, [("ExecutionsStarted", 1, "Count")])


def ended(execution: Execution) -> None:
    took = (execution.stop_date - execution.start_date).total_seconds() * 1000
    _tell(execution, [(METRICS[execution.status], 1, "Count"), ("ExecutionTime", took, "Milliseconds")])


def _tell(execution: Execution, metrics: list[tuple[str, float, str]]) -> None:
    detail = status_detail(execution)
    _outbox.later(
        lambda: bus.publish(
            execution.account_id,
            execution.region_name,
            source="aws.states",
            detail_type="Step Functions Execution Status Change",
            detail=detail,
            resources=[execution.exec_arn],
        )
    )
    _outbox.later(lambda: _count(execution, metrics))


def status_detail(execution: Execution) -> dict[str, Any]:
    """Times are epoch milliseconds; input and output are JSON texts."""
    output = to_json_str(execution.output, separators=(",", ":")) if execution.status == "SUCCEEDED" else None
    return {
        "executionArn": execution.exec_arn,
        "stateMachineArn": execution.state_machine_arn,
        "name": execution.name,
        "status": execution.status,
        "startDate": _milliseconds(execution.start_date),
        "stopDate": _milliseconds(execution.stop_date),
        "input": _if_small(execution.execution_input),
        "output": _if_small(output),
        "stateMachineVersionArn": None,
        "stateMachineAliasArn": None,
        "redriveCount": 0,
        "redriveDate": None,
        "redriveStatus": "NOT_REDRIVABLE",
        "redriveStatusReason": "Execution is RUNNING and cannot be redriven" if execution.status == "RUNNING" else None,
        "inputDetails": {"included": _if_small(execution.execution_input) is not None},
        "outputDetails": None if output is None else {"included": _if_small(output) is not None},
        "error": execution.error,
        "cause": execution.cause,
    }


def _milliseconds(moment: Any) -> int | None:
    return int(moment.timestamp() * 1000) if moment else None


def _if_small(text: str | None) -> str | None:
    return text if text is not None and len(text.encode()) <= MAX_EVENT_DATA else None


def _count(execution: Execution, metrics: list[tuple[str, float, str]]) -> None:
    dimensions = [{"Name": "StateMachineArn", "Value": execution.state_machine_arn}]
    data = [
        {
            "MetricName": name, "Value": value, "Unit": unit, "Dimensions": dimensions,
            "Timestamp": execution.stop_date or execution.start_date
        }
        for name, value, unit in metrics
    ]
    cloudwatch_backends[execution.account_id][execution.region_name].put_metric_data("AWS/States", data)


class ExecutionLog:
    """Writes the history events of one execution to the log group of its state machine."""

    def __init__(self, execution: Execution, configuration: CloudWatchLoggingConfiguration) -> None:
        self.execution_arn = execution.exec_arn
        self.configuration = configuration
        self._level = configuration.log_level
        self._stream = f"states/{execution.state_machine.name}/{execution.start_date:%Y-%m-%d-%H-%M}/{uuid.uuid4().hex[:8]}"
        self._logs = logs_backends[configuration.log_account_id][configuration.log_region]
        self._open = configuration.log_group_name in self._logs.groups
        if self._open:
            self._logs.create_log_stream(configuration.log_group_name, self._stream)

    def log_level_filter(self, history_event_type: Any) -> bool:
        return self._open and is_logging_enabled_for(self._level, history_event_type)

    def publish_history_log(self, history_log: dict[str, Any]) -> None:
        happened = int(datetime.fromisoformat(history_log["event_timestamp"].replace("Z", "+00:00")).timestamp() * 1000)
        message = history_log | {"event_timestamp": str(happened), "redrive_count": "0"}
        if not self.configuration.include_execution_data:
            message["details"] = {key: value for key, value in history_log.get("details", {}).items() if key != "parameters"}
        event = {"timestamp": happened, "message": json.dumps(message, default=str)}
        try:
            self._logs.put_log_events(self.configuration.log_group_name, self._stream, [event])
        except Exception:
            # The group was deleted while the execution ran.
            self._open = False


@replaces(Execution)
def _get_start_execution_worker(original: Any, self: Execution) -> Any:
    """loggingConfiguration writes the execution's events to its log group; moto stores it and writes nothing."""
    configuration = CloudWatchLoggingConfiguration.from_logging_configuration(
        self.state_machine.arn, {"includeExecutionData": False} | self.state_machine.loggingConfiguration
    )
    if configuration:
        self._cloud_watch_logging_session = ExecutionLog(self, configuration)
    return original(self)
