"""Parameters of a stack: given, default or previous values, and their constraints."""

import re
from typing import Any

from stacks import services
from stacks.errors import StackError


def resolve(template: dict[str, Any], given: list[dict[str, Any]], previous: dict[str, str]) -> dict[str, str]:
    """The text value of each parameter."""
    declared = template.get("Parameters") or {}
    wanted = {one["ParameterKey"]: _value(one, previous) for one in given}
    unknown = sorted(set(wanted) - set(declared))
    if unknown:
        raise StackError(f"Parameters: [{', '.join(unknown)}] do not exist in the template")
    values = {name: wanted.get(name, _default(rules)) for name, rules in declared.items()}
    missing = [name for name, value in values.items() if value is None]
    if missing:
        raise StackError(f"Parameters: [{', '.join(missing)}] must have values")
    for name, rules in declared.items():
        _check(name, rules, str(values[name]))
    return {name: str(value) for name, value in values.items()}


def _value(one: dict[str, Any], previous: dict[str, str]) -> str | None:
    if str(one.get("UsePreviousValue", "false")).lower() == "true":
        return previous.get(one["ParameterKey"])
    return one.get("ParameterValue")


def _default(rules: dict[str, Any]) -> str | None:
    default = rules.get("Default")
    if isinstance(default, bool):
        return str(default).lower()
    return None if default is None else str(default)


def _check(name: str, rules: dict[str, Any], value: str) -> None:
    described = f"failed to satisfy constraint: {rules['ConstraintDescription']}" if rules.get("ConstraintDescription") else None
    kind = rules.get("Type", "String")
    items = [part.strip() for part in value.split(",")] if "List" in kind else [value]
    allowed = [str(one).lower() if isinstance(one, bool) else str(one) for one in rules.get("AllowedValues", [])]
    for item in items:
        if "Number" in kind and not _is_number(item):
            raise StackError(
                f"Parameter validation failed: parameter value {item} for parameter name {name} does not exist or is no number"
            )
        if allowed and item not in allowed:
            raise StackError(f"Parameter '{name}' {described or 'must be one of AllowedValues'}")
        if "AllowedPattern" in rules and not re.fullmatch(rules["AllowedPattern"], item):
            raise StackError(f"Parameter {name} {described or 'must match pattern ' + rules['AllowedPattern']}")
        _check_range(name, rules, item, described, kind)


def _check_range(name: str, rules: dict[str, Any], item: str, described: str | None, kind: str) -> None:
    size, least, most = (float(item), "MinValue", "MaxValue") if "Number" in kind else (len(item), "MinLength", "MaxLength")
    if least in rules and size < float(rules[least]):
        raise StackError(f"Parameter '{name}' {described or f'must be at least {rules[least]}'}")
    if most in rules and size > float(rules[most]):
        raise StackError(f"Parameter '{name}' {described or f'must be at most {rules[most]}'}")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def referred(template: dict[str, Any], values: dict[str, str], region: str) -> dict[str, Any]:
    """What Ref gives for each parameter: lists for list types, the stored value for SSM types."""
    referred: dict[str, Any] = {}
    for name, rules in (template.get("Parameters") or {}).items():
        kind, value = rules.get("Type", "String"), values[name]
        if kind.startswith("AWS::SSM::Parameter::Value"):
            value = services.client("ssm", region).get_parameter(Name=value, WithDecryption=False)["Parameter"]["Value"]
        referred[name] = [part.strip() for part in value.split(",")] if "List" in kind else value
    return referred


def shown(template: dict[str, Any], values: dict[str, str]) -> list[dict[str, str]]:
    """For DescribeStacks: NoEcho values are hidden."""
    declared = template.get("Parameters") or {}
    return [
        {"ParameterKey": name, "ParameterValue": "****" if str(declared.get(name, {}).get("NoEcho", "")).lower() == "true" else value}
        for name, value in values.items()
    ]
