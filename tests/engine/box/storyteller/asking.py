"""Ask the storyteller as the writer asks it: labelled lines and a prepared schema."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from engine.box.storyteller import Message, tell

TEXT = {"type": "string", "minLength": 1, "maxLength": 2000}
PHRASE = {"type": "string", "minLength": 1, "maxLength": 300}
NUMBER = {"type": "integer", "minimum": 1, "maximum": 999}


def record(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def listed(items: dict[str, Any], count: int) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": count, "maxItems": count}


@dataclass
class Story:
    """A book as the writer would hold it between two calls; an author may change every part."""

    idea: str
    age: str = "3-5"
    pages: int = 8
    seed: int = 1
    title: str = ""
    cast: list[dict[str, str]] = field(default_factory=list)
    plan: list[dict[str, str]] = field(default_factory=list)

    def outlined(self) -> Story:
        line = record(feeling=PHRASE, what=PHRASE, where=PHRASE, who=PHRASE)
        cast = {"type": "array", "items": record(look_en=PHRASE, name=PHRASE), "minItems": 1, "maxItems": 4}
        schema = record(cast=cast, pages=listed(line, self.pages), title=PHRASE)
        answer = self.ask([f"Plane genau {self.pages} Seiten."], schema)
        self.title, self.cast, self.plan = answer["title"], answer["cast"], answer["pages"]
        return self

    def texts(self, *pages: int, so_far: dict[int, str] | None = None) -> list[str]:
        asked = pages or tuple(range(1, self.pages + 1))
        before = [f"Seite {page}: {text}" for page, text in (so_far or {}).items()]
        lines = [*(["Bisher:", *before] if before else []), f"Schreibe die Seiten: {', '.join(map(str, asked))}"]
        answer = self.ask(lines, record(scenes=listed(record(page=NUMBER, text_de=TEXT), len(asked))))
        assert [scene["page"] for scene in answer["scenes"]] == list(asked)
        return [scene["text_de"] for scene in answer["scenes"]]

    def pictures(self, texts: dict[int, str]) -> list[dict[str, str]]:
        given = [f"Seite {page}: {text}" for page, text in texts.items()]
        item = record(page=NUMBER, scene_en=PHRASE, shot_en=PHRASE, summary_de=PHRASE)
        lines = ["Text:", *given, f"Beschreibe die Seiten: {', '.join(map(str, texts))}"]
        answer = self.ask(lines, record(pictures=listed(item, len(texts))))
        assert [picture["page"] for picture in answer["pictures"]] == list(texts)
        return answer["pictures"]

    def rewritten(self, text: str, wish: str, page: int = 1) -> str:
        lines = ["Text:", f"Seite {page}: {text}", f"Wunsch: {wish}"]
        return self.ask(lines, record(text_de=TEXT))["text_de"]

    def ask(self, lines: list[str], schema: dict[str, Any]) -> dict[str, Any]:
        told = tell(
            [Message("system", "Du bist Kinderbuchautor."), Message("user", self.brief(lines))], schema, self.seed
        )
        answer = json.loads(told)
        assert isinstance(answer, dict)
        return answer

    def brief(self, lines: list[str]) -> str:
        head = [f"Titel: {self.title}"] if self.title else []
        head += [f"Idee: {self.idea}", f"Alter: {self.age}", f"Seiten: {self.pages}"]
        cast = ["Figuren:", *(f"- {figure['name']}: {figure['look_en']}" for figure in self.cast)]
        plan = ["Plan:", *(self._line(number, line) for number, line in enumerate(self.plan, 1))]
        return "\n".join([*head, *(cast if self.cast else []), *(plan if self.plan else []), *lines])

    @staticmethod
    def _line(number: int, line: dict[str, str]) -> str:
        parts = (("Wer", "who"), ("Wo", "where"), ("Was", "what"), ("Gefühl", "feeling"))
        return f"Seite {number}: " + " | ".join(f"{label}: {line[key]}" for label, key in parts)


IDEAS = (
    "Ein kleiner Igel findet einen Stern",
    "Ein Mädchen baut ein Floß",
    "Der Bär kann nicht schlafen",
    "Oma verliert ihre Brille",
    "Drei Mäuse wollen zum Mond",
    "Ein Roboter lernt backen",
    "Lina hat Angst vor dem Gewitter",
    "Ein Fuchs hilft einem traurigen Hasen",
    "Die Ente reist ans Meer",
    "Ein Junge findet ein Ei",
    "Der Hase wünscht sich einen roten Ballon",
    "Opa sucht seine Schlüssel",
    "Tom und Ida bauen ein Baumhaus",
    "Ein Wuschel sucht seinen Hut",
    "A little hedgehog finds a star",
    "Der kleine Drache Fauch traut sich nicht zu fliegen",
    "Zwei Freunde im Regen",
    "asdf",
    "Die kleine Wolke will nicht regnen",
    "Mia und Jonas entdecken eine geheime Höhle",
    "Zwei Mäuse wollen nicht baden",
    "Ein Mädchen findet ein verletztes Reh",
)
