"""Under which headings the keys of a room are told; help shows the groups in the order in which they come."""

from __future__ import annotations

from textual.binding import Binding

YES = Binding.Group("Saying yes")
WORDS = Binding.Group("The words")
PICTURE = Binding.Group("The picture")
TAKES = Binding.Group("The takes of a page")
PAGES = Binding.Group("The pages")
BOOK = Binding.Group("The book")
CHARACTER = Binding.Group("The character")
WAY = Binding.Group("The stations")
CHECK = Binding.Group("Check")
LOG = Binding.Group("Log")
FILE = Binding.Group("The file")
ROOMS = Binding.Group("Other rooms")
WORK = Binding.Group("Work and undo")
EVERYWHERE = Binding.Group("Everywhere")
