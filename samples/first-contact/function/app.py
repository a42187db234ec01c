import json
import os

import greeting


def handler(event, context):
    edition = os.environ["EDITION"]
    # The broken edition passes every test of its release; only users meet its fault.
    if edition == "broken" and "test" not in event:
        raise RuntimeError("This edition is broken on purpose.")
    answer = {"greeting": greeting.hello(event.get("name", "you")), "edition": edition}
    if "httpMethod" in event:
        return {"statusCode": 200, "body": json.dumps(answer | {"version": context.function_version})}
    return answer
