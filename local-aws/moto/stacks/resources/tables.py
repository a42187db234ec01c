"""AWS::DynamoDB::Table."""

from typing import Any

from stacks.resources import Context, given, kind, true


@kind(
    "AWS::DynamoDB::Table",
    "TableName AttributeDefinitions KeySchema BillingMode ProvisionedThroughput GlobalSecondaryIndexes LocalSecondaryIndexes SSESpecification "
    "StreamSpecification PointInTimeRecoverySpecification TimeToLiveSpecification DeletionProtectionEnabled TableClass Tags",
    required="KeySchema AttributeDefinitions",
    replaced_by="TableName KeySchema LocalSecondaryIndexes",
)
class Table:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("TableName") or context.name(255)
        made = context.call(
            "dynamodb",
            "create_table",
            TableName=name,
            Tags=context.tag_list(properties),
            SSESpecification=_encryption(properties),
            StreamSpecification=_stream(properties),
            **given(
                properties, "AttributeDefinitions", "KeySchema", "BillingMode", "ProvisionedThroughput", "DeletionProtectionEnabled",
                "TableClass"
            ),
            **given(properties, "GlobalSecondaryIndexes", "LocalSecondaryIndexes"),
        )["TableDescription"]
        _backups(context, name, properties, {})
        _expiry(context, name, properties, {})
        return name, {"Arn": made["TableArn"], "StreamArn": made.get("LatestStreamArn", "")}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        changed = {
            "BillingMode": properties.get("BillingMode"),
            "ProvisionedThroughput": properties.get("ProvisionedThroughput"),
            "SSESpecification": _encryption(properties),
            "StreamSpecification": _stream(properties) if _stream(properties) != _stream(before) else None,
            "DeletionProtectionEnabled": true(properties.get("DeletionProtectionEnabled", False)),
            "GlobalSecondaryIndexUpdates": _indexes(properties, before) or None,
        }
        attributes = {"AttributeDefinitions": properties["AttributeDefinitions"]} if changed["GlobalSecondaryIndexUpdates"] else {}
        context.call("dynamodb", "update_table", TableName=physical_id, **changed, **attributes)
        _backups(context, physical_id, properties, before)
        _expiry(context, physical_id, properties, before)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("dynamodb", "delete_table", TableName=physical_id)


def _encryption(properties: dict[str, Any]) -> dict[str, Any] | None:
    given_ = properties.get("SSESpecification")
    if not given_ or not true(given_.get("SSEEnabled")):
        return None
    return {"Enabled": True, "SSEType": given_.get("SSEType", "KMS")} | given(given_, "KMSMasterKeyId")


def _stream(properties: dict[str, Any]) -> dict[str, Any] | None:
    view = properties.get("StreamSpecification")
    return {"StreamEnabled": True, "StreamViewType": view["StreamViewType"]} if view else None


def _indexes(properties: dict[str, Any], before: dict[str, Any]) -> list[dict[str, Any]]:
    wanted = {one["IndexName"]: one for one in properties.get("GlobalSecondaryIndexes", [])}
    had = {one["IndexName"]: one for one in before.get("GlobalSecondaryIndexes", [])}
    created = [{"Create": one} for name, one in wanted.items() if name not in had]
    return created + [{"Delete": {"IndexName": name}} for name in had if name not in wanted]


def _backups(context: Context, name: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
    field = "PointInTimeRecoverySpecification"
    if properties.get(field) != before.get(field):
        enabled = true((properties.get(field) or {}).get("PointInTimeRecoveryEnabled", False))
        context.call(
            "dynamodb", "update_continuous_backups", TableName=name,
            PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": enabled}
        )


def _expiry(context: Context, name: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
    wanted, had = properties.get("TimeToLiveSpecification"), before.get("TimeToLiveSpecification")
    if wanted == had:
        return
    specification = wanted if wanted else {"AttributeName": had["AttributeName"], "Enabled": False}
    context.call(
        "dynamodb", "update_time_to_live", TableName=name, TimeToLiveSpecification=given(specification, "AttributeName", "Enabled")
    )
