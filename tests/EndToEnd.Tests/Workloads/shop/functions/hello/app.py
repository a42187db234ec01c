import os

import greeting


def handler(event, context):
    return {"statusCode": 200, "greeting": greeting.hello(event.get("name", "you")), "stage": os.environ["STAGE"]}
