"""AWS::S3::Bucket and its policy."""

from typing import Any

from stacks.resources import Context, given, kind, true
from stacks.resources.roles import document


@kind(
    "AWS::S3::Bucket",
    "BucketName VersioningConfiguration BucketEncryption PublicAccessBlockConfiguration NotificationConfiguration LifecycleConfiguration "
    "OwnershipControls Tags",
    replaced_by="BucketName",
)
class Bucket:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        name = properties.get("BucketName") or context.name(63).lower()
        place = {} if context.region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": context.region}}
        context.call("s3", "create_bucket", Bucket=name, **place)
        _configure(context, name, properties, {})
        return name, {
            "Arn": f"arn:aws:s3:::{name}",
            "DomainName": f"{name}.s3.amazonaws.com",
            "DualStackDomainName": f"{name}.s3.dualstack.{context.region}.amazonaws.com",
            "RegionalDomainName": f"{name}.s3.{context.region}.amazonaws.com",
            "WebsiteURL": f"http://{name}.s3-website-{context.region}.amazonaws.com",
        }

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        _configure(context, physical_id, properties, before)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("s3", "delete_bucket", Bucket=physical_id)


def _configure(context: Context, name: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
    def changed(field: str) -> bool:
        return properties.get(field) != before.get(field)

    if changed("VersioningConfiguration"):
        status = (properties.get("VersioningConfiguration") or {}).get("Status", "Suspended")
        context.call("s3", "put_bucket_versioning", Bucket=name, VersioningConfiguration={"Status": status})
    if changed("BucketEncryption") and "BucketEncryption" in properties:
        rules = [_encryption_rule(rule) for rule in properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]]
        context.call("s3", "put_bucket_encryption", Bucket=name, ServerSideEncryptionConfiguration={"Rules": rules})
    if changed("PublicAccessBlockConfiguration"):
        if "PublicAccessBlockConfiguration" in properties:
            block = properties["PublicAccessBlockConfiguration"]
            context.call("s3", "put_public_access_block", Bucket=name, PublicAccessBlockConfiguration=block)
        else:
            context.call("s3", "delete_public_access_block", Bucket=name)
    if changed("NotificationConfiguration"):
        wanted = _notifications(properties.get("NotificationConfiguration") or {})
        context.call("s3", "put_bucket_notification_configuration", Bucket=name, NotificationConfiguration=wanted)
    if changed("LifecycleConfiguration"):
        _lifecycle(context, name, properties.get("LifecycleConfiguration"))
    if changed("OwnershipControls") and "OwnershipControls" in properties:
        context.call("s3", "put_bucket_ownership_controls", Bucket=name, OwnershipControls=properties["OwnershipControls"])
    if changed("Tags") or not before:
        tags = [tag for tag in context.tag_list(properties) if not tag["Key"].startswith("aws:")]
        if tags or before:
            context.call("s3", "put_bucket_tagging", Bucket=name, Tagging={"TagSet": tags})


def _encryption_rule(rule: dict[str, Any]) -> dict[str, Any]:
    default = rule["ServerSideEncryptionByDefault"]
    return {"ApplyServerSideEncryptionByDefault": given(default, "SSEAlgorithm", "KMSMasterKeyID")} | given(rule, "BucketKeyEnabled")


def _notifications(given_: dict[str, Any]) -> dict[str, Any]:
    wanted: dict[str, Any] = {}
    if "EventBridgeConfiguration" in given_ and true(given_["EventBridgeConfiguration"].get("EventBridgeEnabled", True)):
        wanted["EventBridgeConfiguration"] = {}
    for field, target, ours, theirs in (
        ("LambdaConfigurations", "LambdaFunctionConfigurations", "Function", "LambdaFunctionArn"),
        ("QueueConfigurations", "QueueConfigurations", "Queue", "QueueArn"),
        ("TopicConfigurations", "TopicConfigurations", "Topic", "TopicArn"),
    ):
        if given_.get(field):
            wanted[target] = [{theirs: one[ours], "Events": [one["Event"]]} | _filter(one) for one in given_[field]]
    return wanted


def _filter(one: dict[str, Any]) -> dict[str, Any]:
    rules = one.get("Filter", {}).get("S3Key", {}).get("Rules")
    return {"Filter": {"Key": {"FilterRules": rules}}} if rules else {}


def _lifecycle(context: Context, name: str, wanted: dict[str, Any] | None) -> None:
    if not wanted:
        context.call("s3", "delete_bucket_lifecycle", Bucket=name)
        return
    rules = [_lifecycle_rule(rule) for rule in wanted["Rules"]]
    context.call("s3", "put_bucket_lifecycle_configuration", Bucket=name, LifecycleConfiguration={"Rules": rules})


def _lifecycle_rule(rule: dict[str, Any]) -> dict[str, Any]:
    made = {"Status": rule["Status"], "Filter": {"Prefix": rule.get("Prefix", "")}}
    if "Id" in rule:
        made["ID"] = rule["Id"]
    if "ExpirationInDays" in rule:
        made["Expiration"] = {"Days": rule["ExpirationInDays"]}
    elif true(rule.get("ExpiredObjectDeleteMarker", False)):
        made["Expiration"] = {"ExpiredObjectDeleteMarker": True}
    if "NoncurrentVersionExpirationInDays" in rule:
        made["NoncurrentVersionExpiration"] = {"NoncurrentDays": rule["NoncurrentVersionExpirationInDays"]}
    return made | given(rule, "NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload", "Transitions")


@kind("AWS::S3::BucketPolicy", "Bucket PolicyDocument", required="Bucket PolicyDocument", replaced_by="Bucket")
class BucketPolicy:
    @staticmethod
    def create(context: Context, properties: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        context.call("s3", "put_bucket_policy", Bucket=properties["Bucket"], Policy=document(properties["PolicyDocument"]))
        return properties["Bucket"], {}

    @staticmethod
    def update(context: Context, physical_id: str, properties: dict[str, Any], before: dict[str, Any]) -> None:
        BucketPolicy.create(context, properties)

    @staticmethod
    def delete(context: Context, physical_id: str, properties: dict[str, Any]) -> None:
        context.call("s3", "delete_bucket_policy", Bucket=properties["Bucket"])
