"""DynamoDB: what grows with all that a table holds costs here what a request is about."""

import copy
import threading
from collections import defaultdict
from typing import Any

from moto.core.serialize import BaseJSONSerializer
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType
from moto.dynamodb.models.table import Table

_transact = DynamoDBBackend.transact_write_items
_query = Table.query
_serialize = BaseJSONSerializer._serialize_type_structure
_under_way = threading.local()


def apply() -> None:
    DynamoDBBackend.transact_write_items = _transact_write_items  # type: ignore[method-assign]
    Table.__deepcopy__ = _deepcopy  # type: ignore[attr-defined]
    Table.query = _query_partition  # type: ignore[assignment, method-assign]
    BaseJSONSerializer._serialize_type_structure = _serialize_structure  # type: ignore[method-assign]


def _transact_write_items(self: Any, transact_items: list[dict[str, Any]]) -> None:
    """What a transaction keeps to undo itself are its own items, not copies of its tables."""
    _under_way.operations = [operation for item in transact_items for operation in item.values()]
    try:
        _transact(self, transact_items)
    finally:
        _under_way.operations = None


def _deepcopy(self: Any, memo: dict[int, Any]) -> Any:
    copied = copy.copy(self)
    memo[id(self)] = copied
    operations = getattr(_under_way, "operations", None)
    if operations is None:
        copied.__dict__ = copy.deepcopy(self.__dict__, memo)
        return copied

    copied.stream_shard = copy.deepcopy(self.stream_shard, memo)
    copied.items = defaultdict(dict, self.items)
    if self.has_range_key:
        copied.items.update((key, dict(partition)) for key, partition in self.items.items())
    names = [name for name in (self.hash_key_attr, self.range_key_attr) if name]
    for operation in operations:
        key = operation.get("Key") or operation.get("Item") or {}
        if operation.get("TableName") == self.name and all(name in key for name in names):
            _keep(copied, *(DynamoType(key[name]) for name in names))
    return copied


def _keep(table: Any, hash_key: DynamoType, range_key: DynamoType | None = None) -> None:
    item = copy.deepcopy(table.get_item(hash_key, range_key))
    if item is None:
        return
    if range_key is None:
        table.items[hash_key] = item
    else:
        table.items[hash_key][range_key] = item


def _query_partition(
    self: Any,
    hash_key: Any,
    range_comparison: Any,
    range_objs: Any,
    limit: Any,
    start: Any,
    forward: Any,
    projection: Any,
    index_name: str | None = None,
    *rest: Any,
    **named: Any,
) -> Any:
    """A query of the table itself does not look at other partitions."""
    table = self
    if index_name is None:
        table = copy.copy(self)
        table.items = {hash_key: self.items[hash_key]} if hash_key in self.items else {}
    return _query(table, hash_key, range_comparison, range_objs, limit, start, forward, projection, index_name, *rest, **named)


def _serialize_structure(self: Any, serialized: Any, value: Any, shape: Any, key: str) -> None:
    """A value of an item is kept as it is sent; it is not looked through for each of the ten types that it might have."""
    if key and shape.name == "AttributeValue" and isinstance(value, dict) and value.keys() <= {"S", "N", "BOOL", "NULL"}:
        self._default_serialize(serialized, value, shape, key)
    else:
        _serialize(self, serialized, value, shape, key)
