"""Ends an execution when it enters a given state: how a test sees what a death at that place leaves behind."""

import threading
from dataclasses import dataclass, field
from typing import Any

from routes import BadRequest, route

END_WITH = {"ABORTED", "TIMED_OUT"}


@dataclass
class Order:
    machine: str
    state: str
    status: str
    entry: int
    times: int
    concerning: str
    entries: dict[str, int] = field(default_factory=dict)


_orders: list[Order] = []
_lock = threading.Lock()


@route("POST", "abort-at")
def add(query: dict[str, str], body: Any) -> Any:
    """{"StateMachine", "State", "Status"?: ABORTED, "Entry"?: 1, "Times"?: 1, "Concerning"?}: the next Times executions of the
    machine that enter the state for the Entry-th time end there; Concerning: only those with this text in ARN or input."""
    order = Order(
        body["StateMachine"].split(":")[-1],
        body["State"],
        body.get("Status", "ABORTED"),
        int(body.get("Entry", 1)),
        int(body.get("Times", 1)),
        body.get("Concerning") or "",
    )
    if order.status not in END_WITH:
        raise BadRequest(f"Status is one of {sorted(END_WITH)}")
    with _lock:
        _orders.append(order)
    return {"Orders": len(_orders)}


@route("DELETE", "abort-at")
def clear(query: dict[str, str], body: Any) -> Any:
    with _lock:
        _orders.clear()
    return {"Orders": 0}


def entered(manager: Any, event_type: Any, details: dict[str, Any]) -> None:
    """Called for every history event. Map iterations and branches share the manager of their execution."""
    execution = getattr(manager, "execution", None)
    if not _orders or execution is None or not str(getattr(event_type, "value", event_type)).endswith("StateEntered"):
        return
    order = _due(execution, details.get("stateEnteredEventDetails", {}).get("name"))
    if order and order.status == "TIMED_OUT":
        execution.time_out()
    elif order:
        execution.abort(error=None, cause=None)


def _due(execution: Any, state: str | None) -> Order | None:
    with _lock:
        for order in _orders:
            if order.times == 0 or (order.machine, order.state) != (execution.state_machine.name, state):
                continue
            if order.concerning not in execution.exec_arn and order.concerning not in str(execution.execution_input):
                continue
            count = order.entries[execution.exec_arn] = order.entries.get(execution.exec_arn, 0) + 1
            if count == order.entry:
                order.times -= 1
                return order
    return None
