"""Work that AWS does after it has answered: in order, in one thread, never in the way of the caller."""

import queue
import sys
import threading
from collections.abc import Callable


class Background:
    def __init__(self, name: str) -> None:
        self._name = name
        self._waiting: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def later(self, work: Callable[[], object]) -> None:
        self._waiting.put(work)

    def _work(self) -> None:
        while True:
            work = self._waiting.get()
            try:
                work()
            except Exception as error:
                # Nobody waits for it, so nobody else can tell.
                print(f"{self._name}: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
