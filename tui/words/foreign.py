"""Sentences of the engine in the reader's language: error messages, notices, findings of the preflight."""

from __future__ import annotations

import re
from functools import cache

from engine.errors import REGISTRY
from tui.words import say

SENTENCES = (
    "The writer found no better words for page {a}.",
    "The writer planned {a} pages in place of {b}: look through the outline.",
    "Nothing usable came for page {a}.",
    "{a}: a quotation is never closed.",
    "{a}: it is empty.",
    "{a}: it holds pieces of JSON.",
    "{a} pages came in place of {b}.",
    "page {a} came in place of {b}.",
    "It has {a} pages; a book may have {b}.",
    "The page “{a}…” is {b} characters long.",
    "{a} is larger than {b} MB.",
    "{a} is no text file.",
    "{a} is not UTF-8: line {b}, byte {c}.",
    "{a} mixes encodings: line {b} is not UTF-8 as others are.",
    "{a} is no encoding.",
    "{a} is not {b}: line {c}.",
    "The guard model could not be asked: {a} What it has not read is not checked.",
    "The guard model calls the text unsafe: {a}.",
    "{a} stands for a real name that this machine does not know.",
    "The picture has {a} pixels per inch; below {b} it looks soft on paper.",
    "The picture has {a} pixels per inch; {b} and more look sharp on paper.",
    "The page shows {a} of the picture; the rest is cut off.",
    "The picture is the same as on page {a}.",
    "The last line holds nothing but “{a}”.",
    "The book has {a} pages; {b} binds {c} at most.",
    "The book has {a} pages; {b} binds books from {c} pages on.",
    "The book has {a} pages; it was planned for {b}.",
    "The book has {a} pages; {b} are wanted, and so many empty ones would look like a mistake.",
    "The book has {a} pages, which is no multiple of {b}.",
    "The book ends with {a} empty pages.",
    "The booklet is {a} sheets of paper; more than {b} can hardly be folded and stapled.",
    "Words are set in {a} points; {b} are the least.",
    "The picture's description has {a} characters; a voice should be done with {b}.",
    "The file has {a} MB; {b} takes {c} at most.",
    "The file cannot be read: {a}.",
    "The file holds {a}, which {b} does not take.",
    "The page has no {a}.",
    "The page's {a} is not that of the format.",
    "A picture is not in the colours the service takes ({a}).",
    "“{a}” looks forgotten.",
    "The picture looks like that of page {a}.",
    "{a} prints a code on the last page, where something stands already.",
    "{a} prints in four inks: bright greens, blues and pinks come out duller.",
    "The spine of {a} mm is an estimate; {b} has a calculator of its own.",
    "Whether pictures by {a} may be sold, its licence says; nobody here has read it.",
    "The file has {a} MB; the national library takes {b} at most.",
    "Words or areas are not in the colours the service takes ({a}).",
    "A picture is pressed below quality {a}; squares show in it.",
    "A picture needs more than {a} percent of ink; the paper does not dry.",
    "A picture in the file cannot be read: {a}.",
    "The typeface's file {a} is not there.",
    "{a} is no font that can be used: {b}.",
    "{a} is no TrueType font; printers stumble over others.",
    "The licence of {a} does not let it stand in a file.",
    "The licence of {a} lets it be printed only; an e-book is set in Andika.",
    "The font {a} is not in the file.",
    "The font {a} is in the file as a whole.",
    "{a} is no ISBN: its check digit is wrong, or its length.",
    "The book's typeface has no {a}.",
    "The longest text sets the book in {a} in place of {b} points.",
    "Paint the page again, or restore {a}.",
    "The text is long and is set in {a} in place of {b} points.",
    "{a} jobs were left from last time. The list is paused: resume it when you like.",
    "{a} × {b} wants {c} at its peak, the card has {d} for it.",
    "{a} × {b} fits.",
    "A workflow that decodes in tiles (VAEDecodeTiled) paints the size asked for.",
    "{a} MiB are needed, {b} of {c} MiB are free.",
    "It is held by: {a}.",
    "{a} is busy; the next try follows in {b} s.",
    "{a} is being fetched: {b} %.",
    "{a} is here.",
    "{a} runs on the processor alone: it writes slowly, and the pictures keep the card.",
    "Only {a} % of {b} has room on the card, so it writes slowly.",
    "Somebody else changed book.yaml meanwhile; that version is kept as {a}.",
    "Pictures named by the book are not on disk: {a}.",
    "One model at a time: both want {a} of {b}.",
    "One model at a time: both want {a} of {b}; kept warm until flushed.",
    "Both models fit: {a} of {b}.",
    "Both models fit: {a} of {b}; kept warm until flushed.",
    "{a}; kept warm until flushed.",
    "{a}: no key has this name.",
    "{a}: there is no key {b}.",
    "{a}: {b} is taken by {c}: {w}.",
    "{a}: no more of it came for {b} minutes.",
    "Damaged lines in the journal were skipped: {a}.",
    "--profile {a} makes a {b}, not {c}.",
    "Taken back: {w}.",
    "Taken back, page {a}: {w}.",
    "In place again: {w}.",
    "In place again, page {a}: {w}.",
)
"""Sentences that carry something within; `{a}`, `{b}`, `{c}` and `{d}` are taken over as they are, `{w}` is words of
our own with ` · ` between them."""

_END = re.compile(r"(?<=\.) ")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what each sentence is known by; made when the first is told, not on the way to the first paint."""
    from tui.words.de_details import DETAIL_WORDS

    return tuple(
        (re.compile(re.sub(r"\\\{([abcdw])\\\}", r"(?P<\1>.+?)", re.escape(sentence))), sentence)
        for sentence in (*SENTENCES, *DETAIL_WORDS)
    )


HINTS = {
    "idea_empty": "Say in one sentence what the book is about.",
    "page_unknown": "It was deleted meanwhile; {book.undo} brings it back.",
    "server_unreachable": "Is it running? Check its address in the settings; {book.pause} goes on.",
    "preset_unknown": "{review.presets} shows those there are.",
    "book_missing": "{library.new} in the library begins one.",
    "book_exists": "Choose another folder.",
    "consent_missing": "Agree, or name a writer on this machine in the settings.",
    "editor_failed": "Name one that is installed in EDITOR, or press {review.edit_text} to write here.",
    "export_incomplete": "{publish.force} exports all the same.",
}
"""What to do next where one sits at the screen; the registry's own hint speaks of the command line."""


def hint_words(hint: str, code: str = "") -> str:
    """Return what to do next, in the language spoken."""
    return say(HINTS.get(code, hint))


def engine_words(text: str, code: str = "") -> str:
    """Return what the engine says in the language spoken; what it quotes stays as it is."""
    meaning = REGISTRY[code].meaning if code in REGISTRY else ""
    if meaning and text.startswith(meaning):
        details = text.removeprefix(meaning).strip()
        return " ".join([say(meaning), *(_sentence(part) for part in _END.split(details) if part)])
    return _sentence(text)


def _sentence(text: str) -> str:
    for pattern, sentence in _patterns():
        if match := pattern.fullmatch(text):
            within = match.groupdict()
            if own := within.get("w"):
                within["w"] = " · ".join(say(words) for words in own.split(" · "))
            return say(sentence).format(**within)
    return say(text)
