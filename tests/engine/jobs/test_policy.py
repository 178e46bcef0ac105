"""Which job is next: the resident model's work first, and no picture before its words."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from engine.card.tenant import ModelKind
from engine.jobs.job import Job, JobKind
from engine.jobs.policy import choose, order

PAGES = st.lists(st.sampled_from(["p001", "p002", "p003"]), unique=True, max_size=3).map(tuple)
RESIDENT = st.frozensets(st.sampled_from(ModelKind))


@st.composite
def wishes(draw: st.DrawFn) -> list[Job]:
    kinds = draw(st.lists(st.sampled_from(JobKind), max_size=8))
    return [Job(id=str(UUID(int=i)), kind=kind, pages=draw(PAGES) or ("p001",)) for i, kind in enumerate(kinds)]


def job(number: int, kind: JobKind, *pages: str) -> Job:
    return Job(id=str(UUID(int=number)), kind=kind, pages=pages)


def test_the_resident_models_work_is_finished_first() -> None:
    rewrite, paint = job(1, JobKind.REWRITE, "p001"), job(2, JobKind.PAINT, "p002")
    assert choose([rewrite, paint], frozenset({ModelKind.IMAGE})) is paint
    assert choose([rewrite, paint], frozenset()) is rewrite


def test_a_picture_waits_for_its_words() -> None:
    translate, paint = job(1, JobKind.TRANSLATE, "p001"), job(2, JobKind.PAINT, "p001")
    assert choose([translate, paint], frozenset({ModelKind.IMAGE})) is translate


def test_a_rewrite_asked_for_later_does_not_hold_up_a_picture() -> None:
    paint, translate = job(1, JobKind.PAINT, "p001"), job(2, JobKind.TRANSLATE, "p001")
    assert choose([paint, translate], frozenset()) is paint


def test_a_book_needs_one_swap() -> None:
    jobs = [
        job(1, JobKind.SCENES, "p001", "p002"),
        job(2, JobKind.PAINT, "p001"),
        job(3, JobKind.TRANSLATE, "p001", "p002"),
        job(4, JobKind.PAINT, "p002"),
    ]
    kinds = [j.model for j in order(jobs, frozenset())]
    assert kinds == [ModelKind.TEXT, ModelKind.TEXT, ModelKind.IMAGE, ModelKind.IMAGE]


@given(wishes(), RESIDENT)
def test_every_job_has_its_turn_exactly_once(jobs: list[Job], resident: frozenset[ModelKind]) -> None:
    assert sorted(j.id for j in order(jobs, resident)) == sorted(j.id for j in jobs)


@given(wishes(), RESIDENT)
def test_the_forecast_is_the_choice_run_forward(jobs: list[Job], resident: frozenset[ModelKind]) -> None:
    forecast = order(jobs, resident)
    assert (forecast[0] if forecast else None) == choose(jobs, resident)
