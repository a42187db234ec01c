"""MaxItems and Marker."""

from collections.abc import Iterable
from typing import Any


def page(response: Any, items: Iterable[Any], limit: int = 50) -> tuple[list[Any], dict[str, str]]:
    """The items of the page that the request asks for, and the reply's NextMarker when there are more."""
    everything = list(items)
    start = int(_parameter(response, "Marker") or 0)
    end = start + min(int(_parameter(response, "MaxItems") or limit), limit)
    return everything[start:end], {"NextMarker": str(end)} if end < len(everything) else {}


def _parameter(response: Any, name: str) -> str | None:
    return response.querystring.get(name, [None])[0]
