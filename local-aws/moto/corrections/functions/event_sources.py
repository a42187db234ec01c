"""Event source mappings: which function, version or alias they invoke."""

from typing import Any

from moto.awslambda.models import LambdaBackend

from corrections.functions.names import FunctionId
from corrections.replacing import replaces


@replaces(LambdaBackend)
def create_event_source_mapping(original: Any, self: LambdaBackend, spec: dict[str, Any]) -> Any:
    """A mapping invokes what it names: an alias or version stays an alias or version."""
    return _named(original(self, spec), spec)


@replaces(LambdaBackend)
def update_event_source_mapping(original: Any, self: LambdaBackend, uuid: str, spec: dict[str, Any]) -> Any:
    """An update that names an alias turns the mapping to the alias, not to the version behind it."""
    return _named(original(self, uuid, spec), spec)


def _named(mapping: Any, spec: dict[str, Any]) -> Any:
    if mapping is not None and spec.get("FunctionName"):
        name, qualifier = FunctionId.parse(spec["FunctionName"])
        prefix = mapping.function_arn.split(":function:")[0]
        mapping.function_arn = f"{prefix}:function:{name}" + (f":{qualifier}" if qualifier else "")
    return mapping
