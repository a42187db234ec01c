"""Encryption at rest of a table."""

from typing import Any

from moto.dynamodb.models.table import Table
from moto.dynamodb.responses import DynamoHandler
from moto.kms.models import kms_backends

from corrections.replacing import replaces


@replaces(DynamoHandler)
def update_table(original: Any, self: Any) -> Any:
    """UpdateTable changes SSESpecification; DescribeTable shows it."""
    table = self.dynamodb_backend.get_table(self.body["TableName"])
    if (wanted := self.body.get("SSESpecification")) is not None:
        account, region = self.current_account, self.region
        table.sse_specification = {"KMSMasterKeyId": table._get_default_encryption_key(account, region)} | dict(wanted)
    return original(self)


@replaces(Table)
def describe(original: Any, self: Any, base_key: str = "TableDescription") -> dict[str, Any]:
    """SSEDescription names the key by its ARN, also when the table was given the key's id or alias."""
    result = original(self, base_key)
    if encryption := result[base_key].get("SSEDescription"):
        encryption["KMSMasterKeyArn"] = _arn(self, encryption["KMSMasterKeyArn"])
    return result


def _arn(table: Any, key: str) -> str:
    _, _, _, region, account, _ = table.table_arn.split(":", 5)
    backend = kms_backends[account][region]
    key_id = backend.get_key_id_from_alias(key) or key if key.startswith("alias/") else key
    found = backend.keys.get(key_id)
    return found.arn if found else key
