"""What a request to the CloudFormation API says."""

import re
from urllib.parse import unquote, urlsplit

from botocore.exceptions import ClientError
from moto.cloudformation.responses import CloudFormationResponse

from stacks import services
from stacks import store as stores
from stacks.errors import StackError
from stacks.operations import StackSpec
from stacks.stack import Stack

LARGEST_BODY = 51_200


def store(self: CloudFormationResponse) -> stores.Store:
    return stores.of(self.current_account, self.region)


def stack(self: CloudFormationResponse) -> Stack:
    return store(self).get(self._get_param("StackName"))


def text(self: CloudFormationResponse, stack: Stack | None = None) -> str:
    body, url = self._get_param("TemplateBody"), self._get_param("TemplateURL")
    if stack and self._get_bool_param("UsePreviousTemplate", False):
        return stack.original
    if url:
        return _stored(url, self.region)
    if not body:
        raise StackError("Either Template URL or Template Body must be specified.")
    if len(body.encode()) > LARGEST_BODY:
        raise StackError(
            f"1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to {LARGEST_BODY}"
        )
    return body


def spec(self: CloudFormationResponse, stack: Stack | None = None) -> StackSpec:
    tags, kept = self._get_param("Tags"), stack.tags if stack else {}
    return StackSpec(
        original=text(self, stack),
        parameters=self._get_param("Parameters", []),
        tags=kept if tags is None else {one["Key"]: one["Value"] for one in tags},
        capabilities=self._get_param("Capabilities", []),
        notification_arns=self._get_param("NotificationARNs", []),
        role_arn=self._get_param("RoleARN"),
        disable_rollback=self._get_bool_param("DisableRollback", False) or self._get_param("OnFailure") == "DO_NOTHING",
    )


def new_stack(self: CloudFormationResponse) -> Stack:
    name = self._get_param("StackName")
    if not name or len(name) > 128 or not name[0].isalpha() or not all(c.isalnum() or c == "-" for c in name):
        raise StackError(f"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: [a-zA-Z][-a-zA-Z0-9]*")
    return Stack(self.current_account, self.region, name, protected=bool(self._get_bool_param("EnableTerminationProtection", False)))


def _stored(url: str, region: str) -> str:
    """The template at https://bucket.s3.region.amazonaws.com/key, https://s3.region.amazonaws.com/bucket/key or an endpoint of ours."""
    parts = urlsplit(url)
    host, path = parts.hostname or "", unquote(parts.path).lstrip("/")
    virtual = re.match(r"(.+)\.s3[.-]", host)
    bucket, key = (virtual.group(1), path) if virtual else (path.split("/", 1) + [""])[:2]
    try:
        return services.client("s3", region).get_object(Bucket=bucket, Key=key)["Body"].read().decode()
    except ClientError as error:
        raise StackError(f"S3 error: {error.response['Error']['Message']} ({url})") from None
