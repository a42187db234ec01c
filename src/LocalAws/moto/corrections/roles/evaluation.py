"""Whether policies allow an action: explicit deny, else allow, else nothing.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

import json
import re
from collections.abc import Iterable
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


def decide(documents: Iterable[tuple[str, Any]], question: Question) -> tuple[str, list[str]]:
    """The decision, and the names of the policies that led to it."""
    found: dict[str, list[str]] = {"Allow": [], "Deny": []}
    for name, document in documents:
        for statement in _list(_parsed(document).get("Statement")):
            if _applies(statement, question):
                found[statement.get("Effect", "Deny")].append(name)
    if found["Deny"]:
        return DENIED, found["Deny"]
    return (ALLOWED, found["Allow"]) if found["Allow"] else (NOT_ALLOWED, [])


def _applies(statement: dict[str, Any], question: Question) -> bool:
    action = _named(statement, "Action", lambda pattern: _like(pattern.lower(), question.action.lower()))
    resource = _named(statement, "Resource", lambda pattern: _like(pattern, question.resource))
    return action and resource and _conditions(statement.get("Condition") or {}, question)


def _named(statement: dict[str, Any], element: str, matches: Any) -> bool:
    if "Not" + element in statement:
        return not any(matches(pattern) for pattern in _list(statement["Not" + element]))
    return any(matches(pattern) for pattern in _list(statement.get(element)))


def _conditions(conditions: dict[str, Any], question: Question) -> bool:
    # All of them are looked at, so that all missing keys are told.
    return all([_condition(operator, key, _list(wanted), question) for operator, keys in conditions.items() for key, wanted in keys.items()])


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
        raise ValueError("ValidationException", f"The local AWS cannot evaluate the condition operator {operator}")
    hits = [any(test(str(pattern), value) for pattern in wanted) for value in values]
    if "Not" in base:
        return not any(hits)
    return all(hits) if quantifier == "ForAllValues" else any(hits)


def _like(pattern: str, value: str) -> bool:
    # "*" as the simulated resource stands for every resource, so only a pattern that covers them all matches it.
    expression = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    return re.fullmatch(expression, value, re.DOTALL) is not None


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


def _parsed(document: Any) -> dict[str, Any]:
    if isinstance(document, dict):
        return document
    text = document if document.lstrip().startswith("{") else unquote(document)
    return json.loads(text)


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
