"""Tell pages: each from its line in the outline, as the author settled it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from random import Random

from engine.box.storyteller.brief import Brief, PlanLine
from engine.box.storyteller.company import Company, company_of
from engine.box.storyteller.cues import Book, Cue, cue
from engine.box.storyteller.feelings import known_feeling, shown
from engine.box.storyteller.figures import Figure
from engine.box.storyteller.frames import Stage, told
from engine.box.storyteller.idea import by_heart, read_idea
from engine.box.storyteller.phrases import Phrase
from engine.box.storyteller.places import located, place_noun, senses
from engine.box.storyteller.script import Beat, Line
from engine.box.storyteller.sentences import count_sentences, count_words, sentences
from engine.box.storyteller.statements import moves, statement, talk


def tell_pages(brief: Brief, seed: int) -> list[tuple[int, str]]:
    """Return the asked pages with their texts, in the order asked."""
    premise = read_idea(brief.idea or " ".join(line.what for _, line in brief.plan[:1]))
    book = Book(brief, company_of(brief, premise))
    for _, text in brief.so_far:
        book.told_before.update(sentences(text))
    plan = dict(brief.plan)
    texts: list[tuple[int, str]] = []
    for page in brief.asked or tuple(plan) or (1,):
        line = plan.get(page, PlanLine((), "", "", ""))
        text = _page(cue(book, page, line), book, by_heart(f"{seed}/{page}/{line.what}"))
        book.told_before.update(sentences(text))
        texts.append((page, text))
    return texts


def _page(scene: Cue, book: Book, rng: Random) -> str:
    parts = _from_beat(scene, scene.beat, book, rng) if scene.beat else _from_line(scene, book, rng)
    parts = _with_place(parts, scene)
    parts = _with_everybody(parts, scene, rng)
    parts = _with_feeling(parts, scene, book)
    if book.brief.plan and scene.page == min(page for page, _ in book.brief.plan):
        parts = [introduction(book.company, scene.stage, rng), *parts]
    parts = _filled(parts, scene, book, rng)
    return _named_once(" ".join(dict.fromkeys(parts)), book.company, scene, book.brief.longest)


def _from_beat(scene: Cue, beat: Beat, book: Book, rng: Random) -> list[str]:
    """Tell a page of a script: its lines up to the level of reading, the thing and the helper brought on properly."""
    frames = [_first_or_again(frame, scene, book) for frame in _chosen(beat, scene, book, rng)]
    for place, frame in enumerate(frames):
        if "{O" in frame:
            frames[place] = _PRONOUN_OF_THING.sub(lambda match: _FULL[match[1]], frame, count=1)
            break
    parts = [told(frame, scene.stage) for frame in frames]
    if scene.partner and not book.knows(scene.partner, scene.page):
        meets = (place for place, frame in enumerate(frames) if _CALLS_PARTNER.search(frame))
        entrance = next(meets, len(frames)) if beat.role == "meet" else 0
        parts.insert(entrance, arrival(scene.partner, scene.stage, book.brief.longest))
    return parts


_PRONOUN_OF_THING = re.compile(r"\{O\.(er|ihn|ihm)\}")
_FULL = {"er": "{O.n}", "ihn": "{O.a}", "ihm": "{O.d}"}
_CALLS_PARTNER = re.compile(r"\{A\b|:A>|\{lautA|\{traitA|\{bitte")
_AGAIN = re.compile(r"‹([^|›]*)\|([^|›]*)›([^.!?|]*)")


def _chosen(beat: Beat, scene: Cue, book: Book, rng: Random) -> list[str]:
    """Choose a way of telling for each line that the level bears, the last lines first to go when the page is full."""
    brief = book.brief
    lines = [(line, _way(line, scene, brief.longest, rng)) for line in beat.lines if line.level <= brief.level]
    kept = [(line.level, way) for line, way in lines if way]
    room = brief.most - _newcomers(scene, book)
    while (highest := max(level for level, _ in kept)) and _sentences(kept, scene) > room:
        fewer = [(level, way) for level, way in kept if level < highest]
        if _sentences(fewer, scene) <= brief.fewest:
            last = max(place for place, (level, _) in enumerate(kept) if level == highest)
            fewer = kept[:last] + kept[last + 1 :]
        kept = fewer
    return [way for _, way in kept]


def _sentences(lines: Sequence[tuple[int, str]], scene: Cue) -> int:
    return count_sentences(" ".join(told(_plain(way), scene.stage) for _, way in lines))


def _newcomers(scene: Cue, book: Book) -> int:
    """Count the sentences by which somebody is brought on: the hero on the first page, a helper on its first."""
    first = scene.page == min((page for page, _ in book.brief.plan), default=0)
    return first + bool(scene.partner and not book.knows(scene.partner, scene.page))


def _way(line: Line, scene: Cue, longest: int, rng: Random) -> str:
    """Choose one of the ways of a line that keeps the bound; a line of the first level is told in any case."""
    ways = [
        way for way in line.ways if _short(_shortened(told(_plain(way), scene.stage), scene.stage.hero.name), longest)
    ]
    return rng.choice(ways or (line.ways if not line.level else ("",)))


def _plain(frame: str) -> str:
    return _AGAIN.sub(r"\1\3", frame)


def _first_or_again(frame: str, scene: Cue, book: Book) -> str:
    """Choose "eine" or "die" by whether an earlier line of the outline brought this creature on stage."""
    earlier = " ".join(line.what for line in book.earlier(scene.page)).lower()

    def choose(match: re.Match[str]) -> str:
        noun = next(iter(re.findall(r"[A-ZÄÖÜ]\w+", told(match[3], scene.stage))), "").lower()
        return (match[2] if noun and noun in earlier else match[1]) + match[3]

    return _AGAIN.sub(choose, frame)


def _short(text: str, longest: int) -> bool:
    return all(count_words(sentence) <= longest for sentence in sentences(text))


def arrival(figure: Figure, stage: Stage, longest: int) -> str:
    """Return the sentence in which a helper appears for the first time, of at most `longest` words."""
    verb, _, particle = (figure.arrival or "kommen dazu").partition(" ")
    on_stage = Stage({**stage.phrases, "A": figure.phrase}, stage.words, stage.past)
    if not figure.phrase.name:
        return told(f"Da <{verb}:A> {{A.en}} {particle}.", on_stage)
    full = told(f"Da <{verb}:A> {{A}} {particle}, {{A.en}}.", on_stage)
    said_already = figure.phrase.name == figure.noun  # *Opa* is name enough
    plain = told(f"Da <{verb}:A> {{A}} {particle}.", on_stage)
    return full if not said_already and _short(full, longest) else plain


def introduction(company: Company, stage: Stage, rng: Random) -> str:
    """Return the sentence that says who the hero is."""
    hero = company.figures[0].phrase
    if company.heroes > 1:
        first, last = company.hero_names[:-1], company.hero_names[-1]
        return told(f"{', '.join(first)} und {last} <sein> {{H.en}}.", stage)
    if not hero.name or hero.name.split()[0] == hero.noun:
        return told("Das <sein:1> {H}.", stage)
    ways = ("{H} <sein> {H.en}.",) if stage.past else ("{H} <sein> {H.en}.", "Das <sein:1> {H}, {H.en}.")
    return told(rng.choice(ways), stage)


def _from_line(scene: Cue, book: Book, rng: Random) -> list[str]:
    """Tell a line that the author wrote: the line itself, and what is said to it."""
    brief = book.brief
    parts: list[str] = []
    if scene.partner and scene.partner.arrival and not book.knows(scene.partner, scene.page):
        parts.append(arrival(scene.partner, scene.stage, brief.longest))
    what = scene.line.what
    parts.append(statement(what, scene.stage) if what else told("{H} <gehen> weiter.", scene.stage))
    if brief.level:
        said = talk(scene.stage, scene.partner, scene.line.feeling, rng)[: brief.level]
        parts += [text for text in said if text not in book.told_before and _short(text, brief.longest)]
    return parts


def _with_place(parts: list[str], scene: Cue) -> list[str]:
    """Name the place where the author moved the page, or where nothing else says what it looks like."""
    where = scene.line.where
    if not where:
        return parts
    settled = located(where)
    if scene.beat:
        usual = {told(way, scene.stage).lower() for way in scene.beat.where} | {scene.stage.words["home"].lower()}
        if settled.lower() in usual or where.lower() in usual:
            return parts
    noun = place_noun(where)
    key = noun.word if noun else where.split()[-1]
    if key.lower() in " ".join(parts).lower():
        return parts
    return [told(f"{{H}} <sein> {settled}.", scene.stage), *parts]


_PRESENT = ("Auch {A} <sein:A> dabei.", "{A} <sehen:A> zu.", "{A} <kommen:A> auch.", "{A} <sein:A> auch da.")


def _with_everybody(parts: list[str], scene: Cue, rng: Random) -> list[str]:
    """Mention everybody whom the author put on the page."""
    for figure in scene.others:
        if not _appears(figure, " ".join(parts)) and not any(part.startswith("Alle ") for part in parts):
            stage = Stage({**scene.stage.phrases, "A": figure.phrase}, scene.stage.words, scene.stage.past)
            parts = [*parts, told(rng.choice(_PRESENT), stage)]
    return parts


def _appears(figure: Figure, text: str) -> bool:
    forms = {figure.phrase.form(form) for form in ("n", "a", "d")}
    nouns = {figure.noun} if not figure.phrase.name else set()
    return any(re.search(rf"\b{re.escape(form)}\b", text, re.IGNORECASE) for form in forms | nouns)


def _with_feeling(parts: list[str], scene: Cue, book: Book) -> list[str]:
    """Show the feeling where the author changed it, or where the page has room for it."""
    feeling = scene.line.feeling
    known = known_feeling(feeling) or feeling
    changed = scene.beat is None or known != scene.beat.feeling
    room = count_sentences(" ".join(parts)) < book.brief.fewest
    frames = shown(feeling) if feeling and (changed or room) else ()
    if scene.others:
        frames = tuple(frame for frame in frames if "{H}" in frame) or frames
    if not frames:
        return parts
    before = sum(1 for line in book.earlier(scene.page) if (known_feeling(line.feeling) or line.feeling) == known)
    start = before + by_heart(book.brief.idea).randrange(len(frames))
    rotated = [told(frames[(start + step) % len(frames)], scene.stage) for step in range(len(frames))]
    fresh = [text for text in rotated if text not in book.told_before and text not in parts]
    return [*parts, (fresh or rotated)[0]]


def _filled(parts: list[str], scene: Cue, book: Book, rng: Random) -> list[str]:
    """Bring a page to the length of its level: where it is too short, one sees and hears the place."""
    brief = book.brief
    frames = list(senses(scene.line.where))
    start = by_heart(f"{brief.idea}/{scene.page}").randrange(len(frames)) if frames else 0
    around = [told(frame, scene.stage) for frame in (*frames[start:], *frames[:start])]
    for place, text in [(1, text) for text in around] + [(len(parts) + 1, text) for text in moves(scene.stage, rng)]:
        if count_sentences(" ".join(parts)) >= brief.fewest:
            break
        if text not in book.told_before and text not in parts and _short(text, brief.longest):
            parts = [*parts[:place], text, *parts[place:]]
    return parts


_SEVERAL = re.compile(r"[Dd]ie (zwei|drei|vier|fünf|sechs|sieben) [A-ZÄÖÜ]\w+|[Dd]en (zwei|drei|vier) [A-ZÄÖÜ]\w+")


def _named_once(text: str, company: Company, scene: Cue, longest: int) -> str:
    """Say "er" where the sentence before began with the hero too, and "die drei" after "die drei Mäuse"."""
    parts = sentences(text)
    if company.heroes > 1:
        return " ".join(_named_in_full_once(parts, longest, company.hero.name))
    hero = company.hero
    others = [figure.name for figure in (*company.figures[1:], *scene.others)]
    for place in range(1, len(parts)):
        before, part = parts[place - 1], parts[place]
        both = before.startswith(f"{hero.form('n')} ") and part.startswith(f"{hero.form('n')} ")
        if both and not any(name in before for name in others):
            parts[place] = hero.form("er").capitalize() + part.removeprefix(hero.form("n"))
    helpers = [figure.phrase for figure in scene.others if figure.phrase.name]
    return " ".join(_not_named_twice(parts, helpers, {hero.form("n"), *others}))


def _not_named_twice(parts: list[str], helpers: Sequence[Phrase], names: Collection[str]) -> list[str]:
    """Say "sie" where the sentence before brought a helper on, or ended with who said it, and spoke of nobody else."""
    for place in range(1, len(parts)):
        before, part = parts[place - 1], parts[place]
        for helper in helpers:
            name = re.escape(helper.name)
            spoke = re.search(rf"^Da [a-zäöüß]+ {name}\b|“, [a-zäöüß]+ {name}\.$", before)
            alone = not any(other in before for other in names if other != helper.name)
            if spoke and alone and re.match(rf"{name} [a-zäöüß]", part):
                parts[place] = helper.form("er").capitalize() + part.removeprefix(helper.name)
    return parts


_COUNTED = re.compile(r"\b(?:sind|waren) (?:zwei|drei|vier|fünf) [A-ZÄÖÜ]")
"""*Bolle und Emil sind zwei Brüder.*"""


def _named_in_full_once(parts: Sequence[str], longest: int, name: str) -> list[str]:
    """Shorten "die drei Mäuse" to "die drei" where it was said before, or where the sentence would be too long."""
    named = False
    shortened: list[str] = []
    for part in parts:
        short = _shortened(part, name)
        kept = part if not named and count_words(part) <= longest else short
        named = named or kept != short or bool(_COUNTED.search(part))
        shortened.append(kept)
    return shortened


def _shortened(sentence: str, name: str) -> str:
    """Say "die zwei" for "die zwei Kinder", and for the names of two where they begin the sentence as its subject."""
    short = _SEVERAL.sub(_bare, sentence)
    rest = short.removeprefix(f"{name} ")
    return f"Die zwei {rest}" if " und " in name and rest != short and rest[:1].islower() else short


def _bare(match: re.Match[str]) -> str:
    return match[0].rsplit(" ", 1)[0]
