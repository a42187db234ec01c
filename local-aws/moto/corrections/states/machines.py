"""State machines: what CreateStateMachine and UpdateStateMachine refuse, and several executions of one machine."""

import copy
from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.stepfunctions.models import StateMachine, StepFunctionBackend
from moto.stepfunctions.parser.asl.parse.asl_parser import ASLParserException
from moto.stepfunctions.parser.models import StepFunctionsParserBackend
from moto.stepfunctions.responses import StepFunctionResponse

from corrections.replacing import replaces
from corrections.states import definition as definitions
from corrections.states import managed_rules, programs


@replaces(StateMachine)
def __deepcopy__(_: Any, self: StateMachine, memo: Any) -> StateMachine:
    """A state machine may have many executions: each gets the machine as it is now, without copying the others.

    moto copies the machine with all its executions, whose threads and locks cannot be copied.
    """
    return copy.copy(self)


@replaces(StateMachine)
def update(original: Any, self: StateMachine, **changes: Any) -> None:
    """An update changes the machine as a whole, and gives it a new revision."""
    original(self, **changes)
    self.revision_id = programs.new_id()


def _validate_definition(definition: str) -> None:
    """CreateStateMachine and UpdateStateMachine answer InvalidDefinition with the places that are wrong."""
    problems = definitions.problems(definition)
    if not problems:
        try:
            programs.parse(definition)
        except ASLParserException as error:
            problems = [f"SCHEMA_VALIDATION_FAILED: {text}" for text in error.errors]
        except Exception as error:
            problems = [f"SCHEMA_VALIDATION_FAILED: {error}"]
    if problems:
        raise JsonRESTError("InvalidDefinition", "Invalid State Machine Definition: '" + ", ".join(problems) + "'")


StepFunctionsParserBackend._validate_definition = staticmethod(_validate_definition)  # type: ignore[method-assign]


@replaces(StepFunctionsParserBackend)
def create_state_machine(original: Any, self: StepFunctionsParserBackend, name: str, definition: str, roleArn: str, **rest: Any) -> Any:
    """A name is taken once: the same request again is answered with the machine, another one is refused."""
    if not name:
        raise JsonRESTError("InvalidName", "Invalid Name: ''")
    self._validate_definition(definition)
    managed_rules.check_role(self.region_name, name, definition, roleArn)
    existing = next((machine for machine in self.state_machines if machine.name == name), None)
    if existing and (existing.definition != definition or existing.roleArn != roleArn):
        raise JsonRESTError("StateMachineAlreadyExists", f"State Machine Already Exists: '{existing.arn}'")
    return existing or original(self, name, definition, roleArn, **rest)


@replaces(StepFunctionResponse)
def create_state_machine(original: Any, self: StepFunctionResponse) -> Any:  # noqa: F811
    """EXPRESS is another kind of machine, not a STANDARD one under another name.

    The local AWS runs STANDARD machines only, and says so instead of running something else.
    """
    if self._get_param("type", "STANDARD") != "STANDARD":
        raise JsonRESTError("StateMachineTypeNotSupported", "The local AWS runs STANDARD state machines only.")
    return original(self)


@replaces(StepFunctionResponse)
def _describe_state_machine(original: Any, self: StepFunctionResponse, state_machine_arn: str) -> Any:
    """DescribeStateMachine returns the revision once there was an update."""
    described = original(self, state_machine_arn)
    revision = getattr(self.stepfunction_backend.describe_state_machine(state_machine_arn), "revision_id", None)
    if revision:
        described.result["revisionId"] = revision
    return described


@replaces(StepFunctionBackend)
def delete_state_machine(original: Any, self: StepFunctionBackend, arn: str) -> None:
    """Deleting a machine stops its running executions."""
    machine = next((one for one in self.state_machines if one.arn == arn), None)
    for execution in machine.executions if machine else ():
        if execution.status == "RUNNING":
            execution.abort(error=None, cause=None)
    original(self, arn)
