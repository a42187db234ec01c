"""What a call needs besides its own action: the key of an encrypted topic.

https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#sns-what-permissions-for-sse
"""

from moto.kms.models import kms_backends
from moto.sns.models import sns_backends
from moto.utilities.arns import parse_arn

import settings
from permissions import decisions
from permissions.evaluation import Question

PUBLISHER = ("kms:GenerateDataKey", "kms:Decrypt")


def needs(asked: Question) -> list[Question]:
    key = _key_of_topic(asked.resource) if asked.action == "sns:Publish" else None
    return [
        decisions.question(action, key, {"kms:ViaService": [f"sns.{settings.REGION}.amazonaws.com"]}) for action in PUBLISHER
    ] if key else []


def _key_of_topic(arn: str) -> str | None:
    """None without a key of the customer's: the policy of AWS's own key allows everyone of the account."""
    if not arn.startswith("arn:"):
        return None
    region = parse_arn(arn).region
    topic = sns_backends[settings.ACCOUNT][region].topics.get(arn)
    name = topic.kms_master_key_id if topic else ""
    keys = kms_backends[settings.ACCOUNT][region]
    alias = name.split(":")[-1]
    if not name or alias.startswith("alias/aws/"):
        return None
    found = keys.keys.get(keys.get_key_id_from_alias(alias) or keys.get_key_id(name))
    return found.arn if found else None
