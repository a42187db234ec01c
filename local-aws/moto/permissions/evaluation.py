"""Whether policies allow an action: explicit deny, else allow, else nothing.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

import functools
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

ALLOWED, DENIED, NOT_ALLOWED = "allowed", "explicitDeny", "implicitDeny"


@dataclass
class Question:
    action: str
    resource: str
    # Condition keys in lower case, as AWS compares them.
    context: dict[str, list[str]]
    missing: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Match:
    """A statement that applies, and which of its patterns did. A statement without a Sid goes by its number."""

    policy: str
    statement: str
    action: str
    resource: str


class CannotEvaluate(ValueError):
    """A policy uses something that the local AWS cannot evaluate."""


def decide(documents: Iterable[tuple[str, Any]], question: Question) -> tuple[str, list[Match]]:
    """The decision, and what led to it."""
    found: dict[str, list[Match]] = {"Allow": [], "Deny": []}
    for name, document in documents:
        for identity, statement in statements(document):
            if (patterns := _applies(statement, question)) is not None:
                found[statement.get("Effect", "Deny")].append(Match(name, identity, *patterns))
    if found["Deny"]:
        return DENIED, found["Deny"]
    return (ALLOWED, found["Allow"]) if found["Allow"] else (NOT_ALLOWED, [])


def _applies(statement: dict[str, Any], question: Question) -> tuple[str, str] | None:
    action = _named(statement, "Action", lambda pattern: _like(pattern.lower(), question.action.lower()))
    resource = _named(statement, "Resource", lambda pattern: _like(pattern, question.resource)) if action else None
    if action is None or resource is None or not _conditions(statement.get("Condition") or {}, question):
        return None
    return action, resource


def _named(statement: dict[str, Any], element: str, matches: Callable[[str], bool]) -> str | None:
    """The pattern that matches."""
    if "Not" + element in statement:
        excluded = listed(statement["Not" + element])
        return None if any(matches(pattern) for pattern in excluded) else "Not" + element
    return next((pattern for pattern in listed(statement.get(element)) if matches(pattern)), None)


def _conditions(conditions: dict[str, Any], question: Question) -> bool:
    # All of them are looked at, so that all missing keys are reported.
    return all(
        [_condition(operator, key, listed(wanted), question) for operator, keys in conditions.items() for key, wanted in keys.items()]
    )


def _condition(operator: str, key: str, wanted: list[str], question: Question) -> bool:
    quantifier, _, base = operator.rpartition(":")
    base, optional = (base.removesuffix("IfExists"), base.endswith("IfExists"))
    values = question.context.get(key.lower())
    if base == "Null":
        return (values is None) == (str(wanted[0]).lower() == "true")
    if values is None:
        question.missing.add(key)
        return optional or "Not" in base or quantifier == "ForAllValues"
    test = _OPERATORS.get(base.replace("Not", "", 1))
    if test is None:
        raise CannotEvaluate(f"The local AWS cannot evaluate the condition operator {operator}")
    hits = [any(test(str(pattern), value) for pattern in wanted) for value in values]
    if "Not" in base:
        return not any(hits)
    return all(hits) if quantifier == "ForAllValues" else any(hits)


def _like(pattern: str, value: str) -> bool:
    # "*" as the simulated resource stands for every resource, so only a pattern that covers them all matches it.
    return _expression(pattern).fullmatch(value) is not None


@functools.lru_cache(maxsize=16_384)
def _expression(pattern: str) -> re.Pattern[str]:
    if "${" in pattern:
        raise CannotEvaluate(f"The local AWS cannot evaluate policy variables: {pattern}")
    return re.compile(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."), re.DOTALL)


_OPERATORS = {
    "StringEquals": lambda pattern, value: pattern == value,
    "StringEqualsIgnoreCase": lambda pattern, value: pattern.lower() == value.lower(),
    "StringLike": _like,
    "ArnEquals": _like,
    "ArnLike": _like,
    "Bool": lambda pattern, value: pattern.lower() == value.lower(),
    "NumericEquals": lambda pattern, value: float(pattern) == float(value),
    "NumericLessThan": lambda pattern, value: float(value) < float(pattern),
    "NumericLessThanEquals": lambda pattern, value: float(value) <= float(pattern),
    "NumericGreaterThan": lambda pattern, value: float(value) > float(pattern),
    "NumericGreaterThanEquals": lambda pattern, value: float(value) >= float(pattern),
}


def parsed(document: Any) -> dict[str, Any]:
    return document if isinstance(document, dict) else _read(document)


@functools.lru_cache(maxsize=1024)
def _read(document: str) -> dict[str, Any]:
    return json.loads(document if document.lstrip().startswith("{") else unquote(document))


def statements(document: Any) -> list[tuple[str, dict[str, Any]]]:
    """Each with its Sid, or with its number."""
    return [(statement.get("Sid") or str(number), statement) for number, statement in enumerate(listed(parsed(document).get("Statement")))]


def listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
