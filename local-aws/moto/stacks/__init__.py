"""CloudFormation: stacks are made of the services' own API calls, so a template cannot get what the API would refuse.

moto's CloudFormation writes into the services' objects: it skips types and properties that it does not know, and keeps
what it made when it fails. Here an unknown type or property is an error, and a failed change is taken back.

    api -> changes (what would change) -> deployment (changing it) -> resources/* (one class per type)
"""

from stacks import api, change_set_api, template_api  # noqa: F401
