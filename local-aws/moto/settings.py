"""What the parent passes to the launcher, read once."""

import os

ACCOUNT = "123456789012"
ID = os.environ.get("LOCAL_AWS_ID", "")
STATE = os.environ.get("LOCAL_AWS_STATE", "")
GATEWAY = os.environ.get("LOCAL_AWS_GATEWAY", "")
REGION = os.environ.get("LOCAL_AWS_REGION", "us-west-2")
PLAIN = os.environ.get("LOCAL_AWS_PLAIN") == "1"

# How long a function stays Pending after its creation, and InProgress after an update.
PENDING_SECONDS = int(os.environ.get("LOCAL_AWS_PENDING_MS", "400")) / 1000
UPDATE_SECONDS = int(os.environ.get("LOCAL_AWS_UPDATE_MS", "300")) / 1000
# How long Lambda does not know a new role, or a new trust policy of one.
ROLE_SECONDS = int(os.environ.get("LOCAL_AWS_ROLE_MS", "1000")) / 1000
# How late CloudWatch shows what AWS services measure.
METRIC_DELAY_SECONDS = float(os.environ.get("LOCAL_AWS_METRIC_DELAY_S", "0"))
# What Wait states of state machines, and the pauses before their retries, are multiplied with.
WAIT_SCALE = float(os.environ.get("LOCAL_AWS_WAIT_SCALE", "1"))
RETRY_SCALE = float(os.environ.get("LOCAL_AWS_RETRY_SCALE", "1"))
