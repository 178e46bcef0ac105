"""The colours of the studio, as values: warm like paper by lamplight, by day, in high contrast, and from sixteen."""

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

CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#ffd75f",
    secondary="#5fffff",
    accent="#87d7ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    success="#5fff5f",
    warning="#ffff5f",
    error="#ff8787",
    variables={"foreground-muted": "#d7d7d7", "block-cursor-foreground": "#000000", "block-cursor-text-style": "bold"},
)

SIXTEEN = Theme(
    name="sixteen",
    ansi=True,
    dark=True,
    primary="ansi_yellow",
    secondary="ansi_cyan",
    accent="ansi_blue",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    success="ansi_green",
    warning="ansi_bright_yellow",
    error="ansi_red",
    variables={
        "foreground-muted": "ansi_default",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "block-cursor-text-style": "none",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
    },
)
"""The terminal's own colours, as its owner has made them; what is chosen is shown in reverse, not in a shade."""

THEMES = (LAMP, DAY, CONTRAST, SIXTEEN)


def usual_theme(wanted: str = "", *, no_color: bool, colors: str | None) -> Theme:
    """Return the theme to begin with.

    Args:
        wanted: the one of the settings; empty or unknown lets the terminal decide.
        no_color: whether the author wants no colour at all (no-color.org).
        colors: what the terminal can show, as Rich names it: "truecolor", "256", "standard", None.
    """
    for theme in THEMES:
        if theme.name == wanted:
            return theme
    return LAMP if not no_color and colors in ("truecolor", "256") else SIXTEEN
