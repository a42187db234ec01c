"""Work of moto that a caller cannot see is done once, or not at all.

Nothing that a caller can see changes; that is why these are no corrections.
"""

from performance import instances, keys, models, objects, paths, requests, tables


def apply() -> None:
    """Before the corrections, which take what they replace as it is then."""
    for subject in (instances, keys, models, objects, paths, requests, tables):
        subject.apply()
