"""What a call, or a service of AWS, needs besides its own action: the key of an encrypted topic.

https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#sns-what-permissions-for-sse
"""

from moto.kms.models import kms_backends
from moto.sns.models import sns_backends
from moto.utilities.arns import parse_arn

import settings
from permissions import decisions, services
from permissions.evaluation import Question

PUBLISHER = ("kms:GenerateDataKey", "kms:Decrypt")


def refuse_service(service: str, source_arn: str, topic: str) -> bool:
    """Whether the key of a topic keeps a service of AWS from publishing to it. The policy of AWS's own key keeps all out."""
    if not _key_name(topic):
        return False
    key = _key_of_topic(topic)
    return key is None or any(services.denial_reason(service, source_arn, None, action, key) for action in PUBLISHER)


def needs(asked: Question) -> list[Question]:
    key = _key_of_topic(asked.resource) if asked.action == "sns:Publish" else None
    return [
        decisions.question(action, key, {"kms:ViaService": [f"sns.{settings.REGION}.amazonaws.com"]}) for action in PUBLISHER
    ] if key else []


def _key_of_topic(arn: str) -> str | None:
    """None without a key of the customer's: the policy of AWS's own key allows everyone of the account."""
    if not arn.startswith("arn:"):
        return None
    name, keys = _key_name(arn), kms_backends[settings.ACCOUNT][parse_arn(arn).region]
    alias = name.split(":")[-1]
    if not name or alias.startswith("alias/aws/"):
        return None
    found = keys.keys.get(keys.get_key_id_from_alias(alias) or keys.get_key_id(name))
    return found.arn if found else None


def _key_name(topic: str) -> str:
    """As the topic has it; empty when it is not encrypted."""
    found = sns_backends[settings.ACCOUNT][parse_arn(topic).region].topics.get(topic)
    return (found.kms_master_key_id or "") if found else ""
