"""How a correction takes the place of a method of moto."""

import functools
from collections.abc import Callable
from typing import Any


def replaces(owner: Any, name: str | None = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Puts the decorated function in place of `owner.<name>`; its first argument is the method it replaces.

    `original` is a plain function (call `original(self, ...)`), or None where moto has no such method. `name` is the
    function's own name unless given. The docstring says which AWS rule is restored and is therefore mandatory.
    """

    def replace(correction: Callable[..., Any]) -> Callable[..., Any]:
        target = name or correction.__name__
        if not correction.__doc__:
            raise TypeError(f"{correction.__module__}.{correction.__name__} does not say which AWS rule it restores")
        original = getattr(owner, target, None)

        @functools.wraps(correction)
        def method(*args: Any, **kwargs: Any) -> Any:
            return correction(original, *args, **kwargs)

        setattr(owner, target, method)
        return correction

    return replace
