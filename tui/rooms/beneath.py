"""Screens that stand over each other: each leaves once, and only what changes beneath a dialog is painted."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.geometry import Region
from textual.screen import Screen, ScreenResultType


class Beneath(Screen[ScreenResultType]):
    """A screen that may lie beneath another one, seen around its edges.

    Textual 8.2 marks such a screen as changed each time its changes have been painted: one step of a picture would
    have the same cells painted for ever, fifty times a second.
    """

    @property
    def was_left(self) -> bool:
        """Whether it is being taken down, widget by widget: who still works for it has nothing to show any more."""
        return self not in self.app.screen_stack

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave, once: what was typed ahead asks again, and Textual 8.2 would then close the screen beneath."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def _compositor_refresh(self) -> None:
        if self is self.app.screen or self not in self.app._background_screens:
            super()._compositor_refresh()
            return
        changed = self._compositor._dirty_regions
        seen = [region for region in changed if not self._is_covered(region)]
        changed.clear()
        self._dirty_widgets.clear()
        if seen:
            self.app.screen.refresh(*seen)

    def _is_covered(self, region: Region) -> bool:
        return any(dialog.region.contains_region(region) for dialog in self.app.screen.query(".dialog"))
