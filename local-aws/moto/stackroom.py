"""Room for deep calls.

Since 3.11 CPython keeps the frames of a thread in chunks of 16 KB and gives a chunk back as soon as its first frame is left
(push_chunk in https://github.com/python/cpython/blob/v3.11.7/Python/pystate.c). A loop whose calls go over the end of a chunk gets
memory from the kernel and returns it each time. A stack is made by requests within a request, a hundred frames deep, where the parser
of state machines did that: the release machine's stack took 2.2 s of processor time instead of 1.3 s. Shallow requests hardly notice.
A frame that is larger than a chunk gets one of its own size, and the calls below it stay there.
"""

import threading
from collections.abc import Callable
from types import FunctionType
from typing import Any

# With this, a chunk is 1 MB, of which only those pages take memory that are used. Half of it is left for the frames below.
WORDS = 65_000


def roomy(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, with room for all that it calls."""
    assert isinstance(function, FunctionType)
    function.__code__ = function.__code__.replace(co_stacksize=WORDS)
    return function


def for_all_threads() -> None:
    """Those that are started from now on."""
    roomy(threading.Thread._bootstrap)  # type: ignore[attr-defined]
