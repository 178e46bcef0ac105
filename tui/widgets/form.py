"""Rows of a form: what is asked for, and the field beside it."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static


def row(words: str, field: Widget) -> Horizontal:
    """Return a field with its label on the left."""
    return Horizontal(label(words), field, classes="row")


def label(words: str) -> Static:
    return Static(words, markup=False, classes="label")
