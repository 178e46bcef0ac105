"""What is pasted is cleaned before it is shown: an escape sequence in it would reach the terminal."""

from __future__ import annotations

from textual import events

from engine.clean import clean


class CleanPaste:
    """Goes before a widget that takes pasted text; its own handler sees the cleaned one."""

    def on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)
