"""The stacks of one account and region, and the exports between them."""

from typing import Any

from moto.cloudformation.models import cloudformation_backends

from stacks.errors import StackError
from stacks.stack import Stack


class Store:
    def __init__(self) -> None:
        self.stacks: dict[str, Stack] = {}

    def living(self) -> list[Stack]:
        return [one for one in self.stacks.values() if one.status != "DELETE_COMPLETE"]

    def find(self, name: str) -> Stack | None:
        """By name (living only) or id (deleted ones too)."""
        return self.stacks.get(name) or next((one for one in self.living() if one.name == name), None)

    def get(self, name: str) -> Stack:
        found = self.find(name or "")
        if found is None:
            raise StackError(f"Stack with id {name} does not exist")
        return found

    def add(self, stack: Stack) -> Stack:
        self.stacks[stack.stack_id] = stack
        return stack

    def exports(self) -> list[dict[str, str]]:
        return [
            {"ExportingStackId": stack.stack_id, "Name": output["ExportName"], "Value": output["OutputValue"]}
            for stack in self.living()
            for output in stack.outputs
            if "ExportName" in output
        ]

    def imported(self, name: str) -> Any:
        for export in self.exports():
            if export["Name"] == name:
                return export["Value"]
        raise StackError(f"No export named {name} found.")


def of(account: str, region: str) -> Store:
    # Kept on moto's backend, so that a reset of moto forgets the stacks, too.
    return cloudformation_backends[account][region].__dict__.setdefault("local_stacks", Store())
