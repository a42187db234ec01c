"""A service model as botocore ships it, seen with the .NET SDK's names and types."""

import gzip
import json
import re
from pathlib import Path

import botocore

SCALARS = {
    "string": "string", "character": "string", "boolean": "bool?", "integer": "int?", "long": "long?",
    "float": "float?", "double": "double?", "timestamp": "DateTime?", "blob": "MemoryStream",
}
ITEMS = {
    "string": "Text", "character": "Text", "integer": "Int", "long": "Long", "double": "Double",
    "boolean": "Bool", "timestamp": "Date", "blob": "Blob",
}


def upper_first(name):
    return name[0].upper() + name[1:]


class Model:
    def __init__(self, service):
        path = Path(botocore.__file__).parent / "data" / service.model / "service-2.json.gz"
        data = json.loads(gzip.decompress(path.read_bytes()))
        self.service, self.metadata, self.shapes, self.operations = service, data["metadata"], data["shapes"], data["operations"]

    @property
    def protocol(self):
        offered = self.metadata.get("protocols", [self.metadata["protocol"]])
        return next(p for p in ("rest-json", "json", "query") if p in offered)

    def class_name(self, shape):
        if self.shapes[shape].get("exception"):
            return upper_first(shape).removesuffix("Exception").removesuffix("Fault") + "Exception"
        return self.service.renamed_shapes.get(shape) or upper_first(shape)

    def is_enum(self, shape):
        return self.shapes[shape]["type"] == "string" and "enum" in self.shapes[shape]

    def members(self, shape):
        """(wire name, member description, property name), in the order of the official classes."""
        renamed = self.service.renamed_members.get(shape, {})
        found = [(name, member, renamed.get(name) or upper_first(name)) for name, member in self.shapes[shape]["members"].items()]
        return sorted(found, key=lambda m: m[2])

    def wire_name(self, name, member):
        return member.get("locationName", name)

    def is_milliseconds(self, owner, name):
        return name in self.service.milliseconds.get(owner, [])

    def type_of(self, shape, element=False):
        """The C# type of a member; elements of lists and maps are never nullable and never constants."""
        described = self.shapes[shape]
        kind = described["type"]
        if kind == "structure":
            return self.class_name(shape)
        if kind == "list":
            return f"List<{self.type_of(described['member']['shape'], True)}>"
        if kind == "map":
            return f"Dictionary<string, {self.type_of(described['value']['shape'], True)}>"
        if self.is_enum(shape) and not element:
            return self.class_name(shape)
        return SCALARS[kind].rstrip("?") if element else SCALARS[kind]

    def item_of(self, shape):
        described = self.shapes[shape]
        kind = described["type"]
        if kind == "structure":
            return "Each.Shape"
        if kind == "list" and self.shapes[described["member"]["shape"]]["type"] == "string":
            return "Each.TextList"
        if kind == "map" and self.shapes[described["value"]["shape"]]["type"] == "structure":
            return "Each.ShapeMap"
        if kind == "map" and self.shapes[described["value"]["shape"]]["type"] == "string":
            return "Each.TextMap"
        return "Each." + ITEMS[kind]

    def reachable(self, shape, seen=None):
        """All structures and enums a shape leads to, itself included."""
        seen = set() if seen is None else seen
        if shape in seen:
            return seen
        seen.add(shape)
        described = self.shapes[shape]
        for part in [*described.get("members", {}).values(), *(described[k] for k in ("member", "key", "value") if k in described)]:
            self.reachable(part["shape"], seen)
        return seen

    def enum_as_constant(self, shapes):
        """Enums that are the type of a member somewhere; those that only occur in lists are plain strings in .NET,
        but their constants exist too."""
        return sorted(s for s in shapes if self.is_enum(s))

    def constant_name(self, value):
        """python3.12 -> Python312, Bytes/Second -> BytesSecond, ecs-task -> EcsTask."""
        name = "".join(upper_first(token) for token in re.split(r"[^A-Za-z0-9_]+", value) if token)
        return "_" + name if name[0].isdigit() else name
