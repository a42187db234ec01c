"""The life of an execution: RUNNING, then exactly one end, which nothing changes afterwards.

moto lets the interpreter's threads decide when an execution has ended, so a stop has to wait for a Lambda call or a
retry's pause, and late threads overwrite the end. Here the end is decided once, at once, under a lock.
"""

import datetime
import threading
from typing import Any

from moto.stepfunctions.parser.api import (
    ExecutionAbortedEventDetails,
    ExecutionFailedEventDetails,
    ExecutionStatus,
    ExecutionTimedOutEventDetails,
    HistoryEventType,
)
from moto.stepfunctions.parser.asl.eval.environment import Environment
from moto.stepfunctions.parser.asl.eval.event.event_detail import EventDetails
from moto.stepfunctions.parser.asl.eval.program_state import ProgramEnded, ProgramError, ProgramRunning
from moto.stepfunctions.parser.backend.execution import BaseExecutionWorkerCommunication, Execution
from moto.stepfunctions.parser.backend.execution_worker import ExecutionWorker

from corrections.replacing import replaces
from corrections.states import observing, programs

NAMES = {
    ExecutionStatus.SUCCEEDED: "SUCCEEDED",
    ExecutionStatus.FAILED: "FAILED",
    ExecutionStatus.ABORTED: "ABORTED",
    ExecutionStatus.TIMED_OUT: "TIMED_OUT",
}


def now() -> datetime.datetime:
    return datetime.datetime.now(tz=datetime.timezone.utc)


def timestamp(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@replaces(Execution)
def __init__(original: Any, self: Execution, *args: Any, **kwargs: Any) -> None:
    """An execution has one end."""
    original(self, *args, **kwargs)
    self.ended = threading.Event()
    self._ending = threading.Lock()


@replaces(Execution)
def start(_: Any, self: Execution) -> None:
    """StartExecution answers when the execution is RUNNING: it can be stopped, described and read from that moment on.

    moto prepares it in a thread, and until that got going every other call on the execution answers 500.
    """
    worker = self.exec_worker = self._get_start_execution_worker()
    program = programs.parse(self.state_machine.definition)
    env = worker.env = worker._get_evaluation_environment()
    env.event_manager.execution = self
    env.next_state_name = program.start_at.start_at_name
    self.exec_status = ExecutionStatus.RUNNING
    observing.started(self)
    worker.add_started_event()
    threading.Thread(target=_run, args=(self, program), name=self.name, daemon=True).start()


def _run(self: Execution, program: Any) -> None:
    try:
        program.eval(self.exec_worker.env)
    except RuntimeError:
        # Stopped before the first state: the interpreter cannot enter it any more.
        if self.exec_worker.env.is_running():
            raise
    self._get_start_execution_worker_comm().terminated()


def add_started_event(self: ExecutionWorker) -> None:
    from moto.stepfunctions.parser.api import ExecutionStartedEventDetails, HistoryEventExecutionDataDetails
    from moto.stepfunctions.parser.asl.utils.encoding import to_json_str

    details = ExecutionStartedEventDetails(
        input=to_json_str(self._evaluation_details.execution_details.inpt),
        inputDetails=HistoryEventExecutionDataDetails(truncated=False),
        roleArn=self._evaluation_details.aws_execution_details.role_arn,
    )
    self.env.event_manager.add_event(
        context=self.env.event_history_context,
        event_type=HistoryEventType.ExecutionStarted,
        event_details=EventDetails(executionStartedEventDetails=details),
        update_source_event_id=False,
    )


ExecutionWorker.add_started_event = add_started_event  # type: ignore[attr-defined]


def end(self: Execution, status: ExecutionStatus, output: Any = None, error: str | None = None, cause: str | None = None) -> bool:
    """False when it had ended before."""
    with self._ending:
        if self.ended.is_set():
            return False
        self.output, self.error, self.cause = output, error, cause
        self.stop_date = now()
        self.exec_status = status
        self.ended.set()
    observing.ended(self)
    return True


@replaces(BaseExecutionWorkerCommunication)
def _reflect_execution_status(_: Any, self: BaseExecutionWorkerCommunication) -> None:
    """The end of an execution is final: threads that come late do not change it."""
    env = self.execution.exec_worker.env
    state = env.program_state()
    if isinstance(state, ProgramEnded):
        end(self.execution, ExecutionStatus.SUCCEEDED, output=env.states.get_input())
    elif isinstance(state, ProgramError):
        details = state.error or {}
        end(self.execution, ExecutionStatus.FAILED, error=details.get("error"), cause=details.get("cause"))


def abort(self: Execution, error: str | None, cause: str | None) -> None:
    """StopExecution: ABORTED at once, with error and cause, whatever the execution is waiting for."""
    env = self.exec_worker.env
    env.set_stop(stop_date=now(), cause=cause, error=error)
    if isinstance(env.program_state(), (ProgramEnded, ProgramError)):
        # It reached its own end first; its thread is about to say which.
        self.ended.wait(timeout=5)
        return
    details = ExecutionAbortedEventDetails()
    if error is not None:
        details["error"] = error
    if cause is not None:
        details["cause"] = cause
    _close_history(self, HistoryEventType.ExecutionAborted, EventDetails(executionAbortedEventDetails=details))
    end(self, ExecutionStatus.ABORTED, error=error, cause=cause)


def fail(self: Execution, error: str, cause: str) -> None:
    """The service itself ends it, whatever its states are doing."""
    env, details = self.exec_worker.env, ExecutionFailedEventDetails(error=error, cause=cause)
    env.set_error(details)
    _close_history(self, HistoryEventType.ExecutionFailed, EventDetails(executionFailedEventDetails=details))
    end(self, ExecutionStatus.FAILED, error=error, cause=cause)


def time_out(self: Execution) -> None:
    """TimeoutSeconds of the machine: TIMED_OUT with a stopDate, whatever the execution is waiting for."""
    self.exec_worker.env.set_timed_out()


Execution.abort = abort  # type: ignore[attr-defined]
Execution.fail = fail  # type: ignore[attr-defined]
Execution.time_out = time_out  # type: ignore[attr-defined]


def _close_history(self: Execution, event_type: HistoryEventType, details: EventDetails) -> None:
    env = self.exec_worker.env
    env.event_history_context.source_event_id = 0
    env.event_manager.add_event(context=env.event_history_context, event_type=event_type, event_details=details)


@replaces(Environment)
def set_timed_out(original: Any, self: Environment) -> None:
    """An execution that timed out has ended, although a Lambda call of it may still be under way."""
    with self._state_mutex:
        if not isinstance(self._program_state, ProgramRunning):
            return
        original(self)
    execution = getattr(self.event_manager, "execution", None)
    if execution and not self.is_frame():
        details = EventDetails(executionTimedOutEventDetails=ExecutionTimedOutEventDetails())
        _close_history(execution, HistoryEventType.ExecutionTimedOut, details)
        end(execution, ExecutionStatus.TIMED_OUT)


@replaces(Environment)
def set_error(original: Any, self: Environment, error: Any) -> None:
    """An execution that was stopped or timed out does not fail afterwards."""
    with self._state_mutex:
        if self._program_state is None or isinstance(self._program_state, ProgramRunning):
            original(self, error)
