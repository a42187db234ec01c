import json
import os

import greeting


def handler(event, context):
    answer = {"greeting": greeting.hello(event.get("name", "you")), "stage": os.environ["STAGE"]}
    # Through the API the event is an HTTP request, and the answer an HTTP response.
    if "httpMethod" in event:
        return {"statusCode": 200, "body": json.dumps(answer | {"version": context.function_version})}
    return {"statusCode": 200} | answer
