"""The colours of the studio, as values: warm like paper by lamplight, and by day."""

from __future__ import annotations

from textual.theme import Theme

LAMP = Theme(
    name="lamp",
    dark=True,
    primary="#e0a458",
    secondary="#7fb3a8",
    accent="#8db4e2",
    foreground="#e9e2d6",
    background="#1b1916",
    surface="#211f1b",
    panel="#2d2a25",
    success="#93c47d",
    warning="#e8c35a",
    error="#ec7f6c",
    variables={"foreground-muted": "#968d80", "block-cursor-foreground": "#1b1916", "block-cursor-text-style": "none"},
)

DAY = Theme(
    name="day",
    dark=False,
    primary="#a4561b",
    secondary="#2f7569",
    accent="#2c5fa8",
    foreground="#2a2620",
    background="#faf6ee",
    surface="#f3ecdf",
    panel="#e6dccb",
    success="#2e7d32",
    warning="#8a6100",
    error="#b3261e",
    variables={"foreground-muted": "#70685b", "block-cursor-foreground": "#faf6ee", "block-cursor-text-style": "none"},
)
