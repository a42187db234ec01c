"""GetExecutionHistory: what it holds, and how it is read page by page."""

import base64
import datetime
import json
from typing import Any

import moto.stepfunctions.parser.asl.component.state.state as state_module
from moto.core.exceptions import JsonRESTError
from moto.stepfunctions.parser.api import HistoryEventType
from moto.stepfunctions.parser.asl.eval.event.event_manager import EventManager
from moto.stepfunctions.responses import StepFunctionResponse

from corrections.replacing import replaces
from corrections.states import abort_at, lifecycle

LAST = {
    HistoryEventType.ExecutionAborted,
    HistoryEventType.ExecutionFailed,
    HistoryEventType.ExecutionSucceeded,
    HistoryEventType.ExecutionTimedOut,
}
EXECUTION_DATA = {"input", "output", "parameters"}
DEFAULT_PAGE = 100
LARGEST_PAGE = 1000
MOST_EVENTS = 25_000


@replaces(EventManager)
def add_event(original: Any, self: EventManager, context: Any, event_type: Any, *args: Any, **kwargs: Any) -> int:
    """Nothing happens in an execution after its end: a Lambda call that returns late leaves no event.

    A history holds 25,000 events; an execution that needs more fails.
    """
    with self.__dict__.setdefault("_order", lifecycle.threading.RLock()):
        if getattr(self, "closed", False):
            return context.last_published_event_id
        self.closed = event_type in LAST
        event_id = original(self, context, event_type, *args, **kwargs)
    execution = getattr(self, "execution", None)
    if execution and event_id == MOST_EVENTS - 1:
        execution.fail("States.Runtime", f"The execution reached the maximum number of history events ({MOST_EVENTS}).")
    abort_at.entered(self, event_type, kwargs.get("event_details") or {})
    return event_id


def _state_data(EnteredTime: str, Name: str) -> dict[str, Any]:
    entered = datetime.datetime.fromisoformat(EnteredTime)
    return {"EnteredTime": lifecycle.timestamp(entered), "Name": Name, "RetryCount": 0}


# $$.State.EnteredTime has milliseconds and a Z, and $$.State.RetryCount is there in every state.
state_module.StateData = _state_data  # type: ignore[assignment,misc]


@replaces(StepFunctionResponse)
def get_execution_history(_: Any, self: StepFunctionResponse) -> str:
    """maxResults, nextToken, reverseOrder and includeExecutionData are honoured; moto ignores all four."""
    execution = self.stepfunction_backend.describe_execution(self._get_param("executionArn"))
    manager = execution.exec_worker.env.event_manager
    with manager._mutex:
        events = list(manager._history_event_list)
    if self._get_param("reverseOrder"):
        events.reverse()
    first, size = _offset(self._get_param("nextToken")), _page_size(self._get_param("maxResults"))
    left_out = EXECUTION_DATA if self._get_param("includeExecutionData") is False else set()
    answer: dict[str, Any] = {"events": [_plain(event, left_out) for event in events[first : first + size]]}
    if first + size < len(events):
        answer["nextToken"] = base64.b64encode(str(first + size).encode()).decode()
    # Events have the names of the API; moto's serializer would look for each member under every name that it might have.
    return json.dumps(answer, default=_seconds)


def _seconds(moment: datetime.datetime) -> float:
    return round(moment.timestamp(), 3)


def _page_size(wanted: Any) -> int:
    size = int(wanted or DEFAULT_PAGE)
    if size > LARGEST_PAGE:
        raise JsonRESTError(
            "ValidationException",
            f"1 validation error detected: Value '{size}' at 'maxResults' failed to satisfy constraint: "
            f"Member must have value less than or equal to {LARGEST_PAGE}",
        )
    return size


def _offset(token: str | None) -> int:
    try:
        return int(base64.b64decode(token, validate=True)) if token else 0
    except ValueError:
        raise JsonRESTError("InvalidToken", f"Invalid Token: '{token}'") from None


def _plain(value: Any, left_out: set[str]) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: _plain(part, left_out) for key, part in value.items() if key not in left_out and part is not None}
