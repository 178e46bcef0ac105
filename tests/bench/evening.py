"""Evenings of an author, frozen: when which job was wished for. `python -m tests.bench.evening` writes them anew.

The author of the model paints the whole book first (or has it told first), then looks at page after page, twice:
thinks for a while, says yes to most, wishes about a third to be painted again (now and then three at once), has others
told another way and then painted from the new words. Some evenings go to the pictures, some to the words; some authors
are quick. The wishes do not depend on how fast they are met, so that every rule meets the same evening and an exact
optimum exists.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from engine.card.tenant import ModelKind
from engine.jobs.job import Job, JobKind
from engine.jobs.policy import Swaps, prerequisites, worth
from engine.units import Seconds

FILE = Path(__file__).parent / "traces" / "evenings.json"
EVENINGS = 60
AT_LEAST = 16
"""Wishes of an evening; on shorter ones every rule does well."""

WORK: dict[JobKind, Seconds] = {
    JobKind.SCENES: 13.0,  # a page: twelve scenes in 155 s at 20 tokens a second
    JobKind.TRANSLATE: 6.0,  # a page
    JobKind.REWRITE: 8.4,  # 135 tokens and the way there
    JobKind.PAINT: 31.0,  # SD1.5 at 512 x 768, 30 steps on a GTX 1660 Super
}

THINKS: tuple[Seconds, ...] = (12.0, 20.0, 35.0)
"""How long an author looks at a page, at the median; one of these an evening."""

AGAIN = 0.32
RETOLD = (0.10, 0.20, 0.35)
THREE_AT_ONCE = 0.2

DISKS: dict[str, Swaps] = {
    # Whole switches of a GTX 1660 Super between an 8B writer and SD1.5, in seconds, by what the weights come from.
    "NVMe": Swaps(load={ModelKind.TEXT: 5.0, ModelKind.IMAGE: 5.1}),
    "SATA": Swaps(load={ModelKind.TEXT: 11.7, ModelKind.IMAGE: 8.1}),
    "HDD": Swaps(load={ModelKind.TEXT: 37.0, ModelKind.IMAGE: 19.0}),
}


class Wish(BaseModel):
    """One line of an evening: what was wished for when, in seconds from its beginning."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: Seconds
    kind: JobKind
    pages: tuple[str, ...]
    whole: bool = False


class Evening(BaseModel):
    """A frozen evening and the least weighted waiting that is possible on each disk, by exhaustive search."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seed: int
    wishes: tuple[Wish, ...]
    optimum: dict[str, float]


@dataclass(frozen=True, slots=True)
class Errand:
    """A wish as everybody sees it who plans the evening."""

    job: Job
    at: Seconds
    work: Seconds
    weight: float
    after: frozenset[str]


def errands(wishes: tuple[Wish, ...]) -> list[Errand]:
    """Return the jobs of an evening, with what each must wait for."""
    jobs = [
        Job(id=str(UUID(int=number)), kind=wish.kind, pages=wish.pages, whole=wish.whole)
        for number, wish in enumerate(wishes, start=1)
    ]
    needs = prerequisites(jobs)
    return [
        Errand(job, wish.at, WORK[wish.kind] * len(wish.pages), worth(job), frozenset(needs[job.id]))
        for job, wish in zip(jobs, wishes, strict=True)
    ]


def read() -> list[Evening]:
    return [Evening.model_validate(line) for line in json.loads(FILE.read_text("utf-8"))]


def invent(seed: int) -> tuple[Wish, ...]:
    """Make up an evening."""
    random = Random(f"evening {seed}")
    pages = [f"p{number:03d}" for number in range(1, random.randint(8, 12) + 1)]
    wishes = list(_beginning(random, pages))
    thinks, retelling = random.choice(THINKS), random.choice(RETOLD)
    now = random.uniform(20.0, 120.0)
    retold: set[str] = set()
    for page in [*pages, *random.sample(pages, len(pages) // 2)]:
        now += random.lognormvariate(0.0, 0.6) * thinks
        mood = random.random()
        if page in retold:
            continue
        if mood < retelling:
            retold.add(page)
            wishes.append(Wish(at=round(now, 1), kind=JobKind.REWRITE, pages=(page,)))
            now += random.lognormvariate(0.0, 0.6) * thinks
            wishes.append(Wish(at=round(now, 1), kind=JobKind.TRANSLATE, pages=(page,)))
            wishes.append(Wish(at=round(now, 1), kind=JobKind.PAINT, pages=(page,)))
        elif mood < retelling + AGAIN:
            times = 3 if random.random() < THREE_AT_ONCE else 1
            wishes += [Wish(at=round(now, 1), kind=JobKind.PAINT, pages=(page,))] * times
    return tuple(wishes)


def _beginning(random: Random, pages: list[str]) -> Iterator[Wish]:
    """The whole book at once: told and painted, or only painted, or a few pages that still lacked a picture."""
    first = random.choice(("told", "painted", "painted", "some"))
    if first == "told":
        yield Wish(at=0.0, kind=JobKind.SCENES, pages=tuple(pages), whole=True)
        yield Wish(at=0.0, kind=JobKind.TRANSLATE, pages=tuple(pages), whole=True)
    for page in pages if first != "some" else random.sample(pages, 3):
        yield Wish(at=0.0, kind=JobKind.PAINT, pages=(page,), whole=True)


def main() -> None:
    from tests.bench.optimum import least_waiting

    evenings: list[Evening] = []
    for seed in count(1):
        if len(evenings) == EVENINGS:
            break
        if len(wishes := invent(seed)) < AT_LEAST:
            continue
        optimum = {disk: round(least_waiting(errands(wishes), swaps), 3) for disk, swaps in DISKS.items()}
        evenings.append(Evening(seed=seed, wishes=wishes, optimum=optimum))
        print(f"evening {seed}: {len(wishes)} wishes, {optimum}", flush=True)
    lines = (json.dumps(e.model_dump(mode="json", exclude_defaults=True), separators=(",", ":")) for e in evenings)
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


if __name__ == "__main__":
    main()
