"""Work that AWS does after it has answered: in order, in one thread, never in the way of the caller."""

import queue
import sys
import threading
from collections.abc import Callable
from typing import Any

from routes import route

DRAIN_SECONDS = 30


class Background:
    all: list["Background"] = []

    def __init__(self, name: str) -> None:
        self._name = name
        Background.all.append(self)
        self._waiting: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def later(self, work: Callable[[], object]) -> None:
        self._waiting.put(work)

    def drain(self) -> bool:
        """Waits until what waits now is done."""
        done = threading.Event()
        self.later(done.set)
        return done.wait(DRAIN_SECONDS)

    def _work(self) -> None:
        while True:
            work = self._waiting.get()
            try:
                work()
            except Exception as error:
                # Nobody waits for it, so nothing else can report it.
                print(f"{self._name}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)


@route("POST", "drain")
def drain(query: dict[str, str], body: Any) -> Any:
    """Answers when all that AWS would have done by now is done and handed over."""
    # Work of one may be more work for another: an execution's end is an event, an event goes to the gateway.
    for _ in Background.all:
        for one in Background.all:
            one.drain()
    return {}
