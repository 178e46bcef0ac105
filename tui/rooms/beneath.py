"""Paints what changes beneath a dialog, and nothing else."""

from __future__ import annotations

from textual.geometry import Region
from textual.screen import Screen, ScreenResultType


class Beneath(Screen[ScreenResultType]):
    """A screen that may lie beneath another one, seen around its edges.

    Textual 8.2 marks such a screen as changed each time its changes have been painted: one step of a picture would
    have the same cells painted for ever, fifty times a second.
    """

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
