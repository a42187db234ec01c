"""Static validation of a definition: the flow between states, as CreateStateMachine checks it."""

import json
from collections.abc import Iterator
from typing import Any

TERMINAL = {"Succeed", "Fail"}
TYPES = {"Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"}
RETRYABLE = {"Task", "Parallel", "Map"}
MAX_STATE_NAME = 80
MAX_BYTES = 1024 * 1024


def problems(definition: str) -> list[str]:
    """What is wrong, in AWS's words: code, message, place. Empty when the flow is sound."""
    if len(definition.encode()) > MAX_BYTES:
        return ["DEFINITION_SIZE: The definition is larger than 1 MB"]
    try:
        machine = json.loads(definition)
    except ValueError as error:
        return [f"INVALID_JSON_DESCRIPTION: {error}"]
    if not isinstance(machine, dict):
        return ["INVALID_JSON_DESCRIPTION: The definition is no JSON object"]
    names: dict[str, str] = {}
    return list(_flow(machine, "", names))


def _flow(flow: dict[str, Any], place: str, names: dict[str, str]) -> Iterator[str]:
    states, start = flow.get("States"), flow.get("StartAt")
    if not isinstance(states, dict) or not states:
        yield f"SCHEMA_VALIDATION_FAILED: The field 'States' is required and not empty at {place or '/'}"
        return
    if not isinstance(start, str):
        yield f"SCHEMA_VALIDATION_FAILED: The field 'StartAt' is required at {place or '/'}"
    elif start not in states:
        yield f"MISSING_TRANSITION_TARGET: Missing 'StartAt' target: {start} at {place}/StartAt"
    for name, state in states.items():
        at = f"{place}/States/{name}"
        if not isinstance(state, dict):
            yield f"SCHEMA_VALIDATION_FAILED: A state is an object at {at}"
            continue
        if len(name) > MAX_STATE_NAME:
            yield f"SCHEMA_VALIDATION_FAILED: State name is longer than {MAX_STATE_NAME} characters at {at}"
        if name in names:
            yield f"DUPLICATE_STATE_NAME: Duplicate State name: {name} at {at}"
        names[name] = at
        yield from _state(state, at, set(states), names)
    yield from _unreachable(states, start, place)


def _state(state: dict[str, Any], at: str, known: set[str], names: dict[str, str]) -> Iterator[str]:
    kind = state.get("Type")
    if kind not in TYPES:
        yield f"SCHEMA_VALIDATION_FAILED: Unknown 'Type': {kind} at {at}/Type"
        return
    for field, target in _targets(state):
        if target not in known:
            yield f"MISSING_TRANSITION_TARGET: Missing '{field.split('/')[-1]}' target: {target} at {at}/{field}"
    yield from _ending(state, kind, at)
    yield from _handlers(state, kind, at)
    for index, branch in enumerate(state.get("Branches", [])):
        yield from _flow(branch, f"{at}/Branches[{index}]", names)
    for field in ("ItemProcessor", "Iterator"):
        if field in state:
            yield from _flow(state[field], f"{at}/{field}", names)


def _ending(state: dict[str, Any], kind: str, at: str) -> Iterator[str]:
    has_next, has_end = "Next" in state, state.get("End") is True
    if kind == "Choice":
        if not state.get("Choices"):
            yield f"SCHEMA_VALIDATION_FAILED: A Choice state needs 'Choices' at {at}"
        if has_next or "End" in state:
            yield f"SCHEMA_VALIDATION_FAILED: A Choice state has neither 'Next' nor 'End' at {at}"
        for index, rule in enumerate(state.get("Choices", [])):
            if "Next" not in rule:
                yield f"SCHEMA_VALIDATION_FAILED: A choice rule needs 'Next' at {at}/Choices[{index}]"
    elif kind in TERMINAL:
        if has_next or "End" in state:
            yield f"SCHEMA_VALIDATION_FAILED: A {kind} state has neither 'Next' nor 'End' at {at}"
    elif has_next == has_end:
        yield f"MISSING_END_OR_NEXT: A {kind} state has either 'Next' or 'End: true' at {at}"


def _handlers(state: dict[str, Any], kind: str, at: str) -> Iterator[str]:
    for field in ("Retry", "Catch"):
        handlers = state.get(field, [])
        if handlers and kind not in RETRYABLE:
            yield f"SCHEMA_VALIDATION_FAILED: A {kind} state has no '{field}' at {at}/{field}"
        for index, handler in enumerate(handlers):
            errors = handler.get("ErrorEquals", [])
            place = f"{at}/{field}[{index}]/ErrorEquals"
            if not errors:
                yield f"SCHEMA_VALIDATION_FAILED: 'ErrorEquals' is required and not empty at {place}"
            if "States.ALL" in errors and (len(errors) > 1 or index < len(handlers) - 1):
                yield f"SCHEMA_VALIDATION_FAILED: States.ALL must appear alone and in the last {field} at {place}"


def _targets(state: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field in ("Next", "Default"):
        if field in state:
            yield field, state[field]
    for field in ("Choices", "Catch"):
        for index, branch in enumerate(state.get(field, [])):
            if isinstance(branch, dict) and "Next" in branch:
                yield f"{field}[{index}]/Next", branch["Next"]


def _unreachable(states: dict[str, Any], start: Any, place: str) -> Iterator[str]:
    reached: set[str] = set()
    waiting = [start] if start in states else []
    while waiting:
        name = waiting.pop()
        if name not in reached and isinstance(states.get(name), dict):
            reached.add(name)
            waiting += [target for _, target in _targets(states[name]) if target in states]
    for name in states:
        if start in states and name not in reached:
            yield f'MISSING_TRANSITION_TARGET: State "{name}" is not reachable. at {place}/States/{name}'
