"""Where moto is laxer than AWS, AWS's rule is restored.

One module per subject, one function per rule; its docstring says which rule. A correction replaces a method of moto:

    @replaces(LambdaBackend)
    def delete_function(original, self, function_name, qualifier): ...

Importing a module applies its corrections, so the order below is the order of application.
"""

import importlib

SUBJECTS: tuple[str, ...] = (
    "roles.propagation",
    "functions.locking",
    "functions.names",
    "functions.code",
    "functions.configuration",
    "functions.revisions",
    "functions.versions",
    "functions.aliases",
    "functions.policies",
    "functions.layers",
    "functions.concurrency",
    "functions.provisioned",
    "functions.tags",
    "functions.invoke_configs",
    "functions.event_sources",
    "functions.function_urls",
    # Last: it answers with the state that all of the above have led to.
    "functions.lifecycle",
    "tables.atomicity",
    "tables.encryption",
    "buckets.checksums",
    "buckets.encryption",
    "buckets.policies",
    "roles.atomicity",
    "roles.simulation",
    "apis.integrations",
    "apis.exports",
    "apis.deployments",
    "apis.stages",
    "apis.http_apis",
    "protocols",
    "policies",
    "events",
    "cloudwatch",
    "topics",
    "keys",
    "logs",
    "states",
)


def apply_all() -> None:
    for subject in SUBJECTS:
        importlib.import_module(f"corrections.{subject}")
