"""When Python looks for garbage: not while modules are read, for they make none, and never among what they hold."""

from __future__ import annotations

import gc

COLLECT_AFTER = 50_000
"""Objects made before the collector looks for circles among them. With Python's own 700 to 2,000 a quarter of the start
is spent in search of garbage that imports do not make."""


def collect_seldom() -> None:
    """Have the collector come seldom, in a process that ends soon."""
    gc.set_threshold(COLLECT_AFTER)


def let_rest() -> None:
    """Keep the collector away until :func:`call_back`: the studio reads a thousand modules before it is ready."""
    gc.disable()


def call_back() -> None:
    """Have garbage collected from now on; what lies in memory now stays for good and is not searched again."""
    gc.freeze()
    gc.enable()
