"""Runtimes end: first no function can be created with one any more, later none that has it can be updated.

https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html, read in autumn 2026. AWS has moved dates before, always back.
"""

import datetime
from typing import Any

import botocore.session

from corrections.functions.errors import invalid

KNOWN: list[str] = botocore.session.get_session().get_service_model("lambda").shape_for("Runtime").enum

# Runtime, day from which on no function can be created, day from which on none can be updated, what to take instead.
_ENDS = """
dotnet6         2027-07-29 2027-08-31 dotnet10
dotnet8         2027-07-29 2027-08-31 dotnet10
dotnetcore1.0   2019-06-30 2019-07-30 dotnet10
dotnetcore2.0   2019-04-30 2019-05-30 dotnet10
dotnetcore2.1   2022-01-05 2022-04-13 dotnet10
dotnetcore3.1   2023-04-03 2023-05-03 dotnet10
go1.x           2024-02-08 2027-03-03 provided.al2023
java11          2027-07-31 2027-08-31 java25
java17          2027-07-31 2027-08-31 java25
java21          2029-07-31 2029-08-31 java25
java8           2024-02-08 2027-03-03 java25
java8.al2       2027-07-31 2027-08-31 java25
nodejs          2016-09-30 2016-10-31 nodejs24.x
nodejs10.x      2021-07-30 2022-02-14 nodejs24.x
nodejs12.x      2023-03-31 2023-04-30 nodejs24.x
nodejs14.x      2024-01-09 2027-03-03 nodejs24.x
nodejs16.x      2027-02-01 2027-03-03 nodejs24.x
nodejs18.x      2027-02-01 2027-03-03 nodejs24.x
nodejs20.x      2027-02-01 2027-03-03 nodejs24.x
nodejs22.x      2027-06-01 2027-07-01 nodejs24.x
nodejs4.3       2020-02-03 2020-03-05 nodejs24.x
nodejs4.3-edge  2019-03-31 2019-04-30 nodejs24.x
nodejs6.10      2019-07-12 2019-08-12 nodejs24.x
nodejs8.10      2020-02-04 2020-03-06 nodejs24.x
provided        2024-02-08 2027-03-03 provided.al2023
provided.al2    2027-02-01 2027-03-03 provided.al2023
python2.7       2021-07-15 2022-05-30 python3.14
python3.10      2027-02-01 2027-03-03 python3.14
python3.11      2027-07-31 2027-08-31 python3.14
python3.12      2028-11-30 2029-01-10 python3.14
python3.13      2029-07-31 2029-08-31 python3.14
python3.6       2022-07-18 2022-08-29 python3.14
python3.7       2024-01-09 2027-03-03 python3.14
python3.8       2027-02-01 2027-03-03 python3.14
python3.9       2027-02-01 2027-03-03 python3.14
ruby2.5         2021-07-30 2022-03-31 ruby4.0
ruby2.7         2024-01-09 2027-03-03 ruby4.0
ruby3.2         2027-02-01 2027-03-03 ruby4.0
ruby3.3         2027-04-30 2027-05-31 ruby4.0
ruby3.4         2028-04-30 2028-05-31 ruby4.0
"""

_TABLE = {runtime: ends for runtime, *ends in (line.split() for line in _ENDS.split("\n") if line)}
_CREATION, _UPDATE, _SUCCESSOR = range(3)


def check_creation(runtime: str | None) -> None:
    _check(runtime, _CREATION)


def check_update(before: str | None, after: str | None) -> None:
    """A function may leave an ended runtime, but not take one that no new function gets."""
    _check(after, _UPDATE if after == before else _CREATION)


def _check(runtime: str | None, end: int) -> None:
    if runtime is None:
        # Of a function that is an image.
        return
    if runtime not in KNOWN:
        offered = [each for each in KNOWN if not _ended(each, _CREATION)]
        raise invalid(
            f"Value {runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: "
            f"[{', '.join(offered)}] or be a valid ARN"
        )
    if _ended(runtime, end):
        raise invalid(
            f"The runtime parameter of {runtime} is no longer supported for creating or updating AWS Lambda functions. "
            f"We recommend you use the new runtime ({_TABLE[runtime][_SUCCESSOR]}) while creating or updating functions."
        )


def _ended(runtime: str, end: int) -> bool:
    ends: Any = _TABLE.get(runtime)
    return ends is not None and datetime.datetime.now(datetime.timezone.utc).date().isoformat() >= ends[end]
