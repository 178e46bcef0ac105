"""Which job is next, and when each comes: words before pictures, few swaps, what is waited for before what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.card.tenant import ModelKind
from engine.jobs.forecast import forecast, price_now
from engine.jobs.job import Job, JobKind
from engine.jobs.policy import PATIENCE, Arrangement, Situation, Swaps, Waiting, choose, prerequisites

TEXT, IMAGE = frozenset({ModelKind.TEXT}), frozenset({ModelKind.IMAGE})
SWAPS = Swaps(load={ModelKind.TEXT: 12.0, ModelKind.IMAGE: 10.0}, flush={ModelKind.TEXT: 1.0, ModelKind.IMAGE: 1.0})
NOTHING = Situation(SWAPS)
SECONDS = {JobKind.PAINT: 30.0}


def job(number: int, kind: JobKind, *pages: str, whole: bool = False, held: bool = False) -> Job:
    return Job(id=str(UUID(int=number)), kind=kind, pages=pages, whole=whole, held=held)


def waiting(*jobs: Job, since: float = 0.0) -> list[Waiting]:
    return [Waiting(job, SECONDS.get(job.kind, 8.0), since) for job in jobs]


def with_(resident: frozenset[ModelKind] = frozenset(), **more: object) -> Situation:
    return replace(NOTHING, resident=resident, **more)  # type: ignore[arg-type]


@st.composite
def wishes(draw: st.DrawFn) -> list[Waiting]:
    pages = st.lists(st.sampled_from(["p001", "p002", "p003"]), unique=True, min_size=1, max_size=3)
    jobs = [
        job(number, kind, *draw(pages), whole=draw(st.booleans()), held=draw(st.booleans()))
        for number, kind in enumerate(draw(st.lists(st.sampled_from(JobKind), max_size=9)))
    ]
    return [Waiting(job, draw(st.floats(0, 200)), draw(st.floats(0, 5000))) for job in jobs]


@st.composite
def situations(draw: st.DrawFn, of: Sequence[Waiting]) -> Situation:
    ids = st.lists(st.sampled_from([w.job.id for w in of] or ["none"]), unique=True).map(tuple)
    return Situation(
        replace(SWAPS, exclusive=draw(st.booleans())),
        now=draw(st.floats(0, 10_000)),
        resident=draw(st.frozensets(st.sampled_from(ModelKind))),
        focus=draw(st.sampled_from(["", "p001", "p002"])),
        arrangement=Arrangement(draw(ids), draw(ids)),
    )


LISTS = wishes().flatmap(lambda jobs: st.tuples(st.just(jobs), situations(jobs)))


def test_a_rewrite_is_not_worth_a_swap_while_one_picture_is_left_to_paint() -> None:
    rewrite, paint = job(1, JobKind.REWRITE, "p001"), job(2, JobKind.PAINT, "p002")
    assert choose(waiting(rewrite, paint), with_(IMAGE, swaps=Swaps({ModelKind.TEXT: 60.0}))) is paint
    assert choose(waiting(rewrite, paint), with_(TEXT)) is rewrite


def test_a_rewrite_the_author_waits_for_comes_before_the_rest_of_the_book() -> None:
    rewrite = job(1, JobKind.REWRITE, "p001")
    book = [job(number, JobKind.PAINT, f"p{number:03d}", whole=True) for number in range(2, 14)]
    assert choose(waiting(*book, rewrite), with_(IMAGE)) is rewrite


def test_a_picture_waits_for_its_words() -> None:
    translate, paint = job(1, JobKind.TRANSLATE, "p001"), job(2, JobKind.PAINT, "p001")
    assert choose(waiting(translate, paint), with_(IMAGE)) is translate


def test_a_translation_waits_for_its_text_and_a_text_for_the_outline() -> None:
    jobs = [
        job(1, JobKind.OUTLINE),
        job(2, JobKind.SCENES, "p001", "p002"),
        job(3, JobKind.TRANSLATE, "p001"),
        job(4, JobKind.PAINT, "p003"),
        job(5, JobKind.REWRITE, "p001"),
        job(6, JobKind.REWRITE, "p001"),
    ]
    needs = {int(UUID(key)): {int(UUID(id_)) for id_ in ids} for key, ids in prerequisites(jobs).items()}
    assert needs == {1: set(), 2: {1}, 3: {1, 2}, 4: {1}, 5: {1, 2}, 6: {1, 2, 5}}


def test_a_rewrite_asked_for_later_does_not_hold_up_a_picture() -> None:
    paint, translate = job(1, JobKind.PAINT, "p001"), job(2, JobKind.TRANSLATE, "p001")
    assert choose(waiting(paint, translate), with_(IMAGE)) is paint


def test_a_book_needs_one_swap() -> None:
    jobs = [
        job(1, JobKind.SCENES, "p001", "p002", whole=True),
        job(2, JobKind.PAINT, "p001", whole=True),
        job(3, JobKind.TRANSLATE, "p001", "p002", whole=True),
        job(4, JobKind.PAINT, "p002", whole=True),
    ]
    coming = forecast(waiting(*jobs), NOTHING)
    assert [e.job.model for e in coming] == [ModelKind.TEXT, ModelKind.TEXT, ModelKind.IMAGE, ModelKind.IMAGE]
    assert [e.swap for e in coming] == [12.0, 0.0, 11.0, 0.0]
    assert [e.turn for e in coming] == [0.0, 20.0, 28.0, 69.0]


def test_what_is_looked_at_comes_before_what_was_wished_and_left() -> None:
    left, looked_at = job(1, JobKind.PAINT, "p001"), job(2, JobKind.PAINT, "p002")
    assert choose(waiting(left, looked_at), with_(IMAGE)) is left
    assert choose(waiting(left, looked_at), with_(IMAGE, focus="p002")) is looked_at


def test_nobody_starves() -> None:
    old = Waiting(job(1, JobKind.PAINT, "p001", whole=True), 30.0, since=0.0)
    now = 2 * PATIENCE
    assert choose([old, *waiting(job(2, JobKind.PAINT, "p002"), since=now)], with_(IMAGE, now=now)) is old.job


def test_the_authors_order_goes_before_the_policys_within_a_kind() -> None:
    a, b, c = (job(number, JobKind.PAINT, f"p00{number}", whole=number == 3) for number in (1, 2, 3))
    assert choose(waiting(a, b, c), with_(IMAGE, arrangement=Arrangement(order=(c.id, b.id, a.id)))) is c
    new = job(4, JobKind.PAINT, "p004")
    coming = forecast(waiting(a, b, c, new), with_(IMAGE, arrangement=Arrangement(order=(c.id, b.id, a.id))))
    assert [e.job for e in coming if e.job is not new] == [c, b, a]


def test_what_is_to_be_done_now_is_done_before_all_and_so_is_what_it_needs() -> None:
    paint, rewrite = job(1, JobKind.PAINT, "p001"), job(2, JobKind.REWRITE, "p002")
    translate, behind = job(3, JobKind.TRANSLATE, "p003"), job(4, JobKind.PAINT, "p003", whole=True)
    first = Arrangement(front=(behind.id, rewrite.id))
    coming = forecast(waiting(paint, rewrite, translate, behind), with_(IMAGE, arrangement=first))
    assert [e.job for e in coming] == [translate, behind, rewrite, paint]


def test_the_price_of_now_is_what_everybody_else_pays() -> None:
    rewrite = job(1, JobKind.REWRITE, "p009", held=True)
    paints = [job(number, JobKind.PAINT, f"p00{number}") for number in (2, 3)]
    price = price_now(waiting(*paints, rewrite), with_(IMAGE), rewrite.id)
    assert (price.swap, price.work, price.more, price.later, price.sooner) == (13.0, 8.0, 32.0, 2, None)


def test_what_is_held_waits_for_its_model() -> None:
    held, paint = job(1, JobKind.REWRITE, "p001", held=True), job(2, JobKind.PAINT, "p002")
    assert choose(waiting(held), with_(IMAGE)) is None
    assert choose(waiting(held), with_(TEXT)) is held
    assert [e.turn for e in forecast(waiting(held, paint), with_(IMAGE))] == [0.0, None]
    other = job(3, JobKind.REWRITE, "p003")
    coming = forecast(waiting(held, paint, other), with_(IMAGE))
    assert None not in [e.turn for e in coming]  # the writer comes for the other one, and does both


def test_what_somebody_waits_for_is_not_held() -> None:
    translate, paint = job(1, JobKind.TRANSLATE, "p001", held=True), job(2, JobKind.PAINT, "p001")
    assert choose(waiting(translate, paint), with_(IMAGE)) is translate


@settings(deadline=None)
@given(LISTS)
def test_every_job_has_its_turn_exactly_once(wished: tuple[list[Waiting], Situation]) -> None:
    jobs, situation = wished
    coming = forecast(jobs, situation, busy=7.0)
    assert sorted(e.job.id for e in coming) == sorted(w.job.id for w in jobs)
    turns = [e.turn for e in coming if e.turn is not None]
    assert turns == sorted(turns)
    assert all(e.turn is None for e in coming[len(turns) :])
    assert all(e.job.held for e in coming[len(turns) :])
    for before, after in pairwise(coming[: len(turns)]):
        assert before.done == after.turn


@settings(deadline=None)
@given(LISTS)
def test_the_forecast_is_the_choice_run_forward(wished: tuple[list[Waiting], Situation]) -> None:
    left, situation = list(wished[0]), wished[1]
    for expected in forecast(left, situation):
        chosen = choose(left, situation)
        assert chosen == (expected.job if expected.turn is not None else None)
        if chosen is None:
            break
        moment = wished[1].now + (expected.done or 0.0)
        situation = replace(situation, now=moment, resident=situation.swaps.after(chosen, situation.resident))
        left = [w for w in left if w.job is not chosen]


@settings(deadline=None)
@given(LISTS)
def test_nothing_is_done_before_what_it_waits_for(wished: tuple[list[Waiting], Situation]) -> None:
    jobs, situation = wished
    needs = prerequisites(w.job for w in jobs)
    done: set[str] = set()
    for expected in forecast(jobs, situation):
        if expected.turn is not None:
            assert needs[expected.job.id] <= done
            done.add(expected.job.id)


@settings(deadline=None)
@given(LISTS)
def test_no_list_comes_to_a_standstill(wished: tuple[list[Waiting], Situation]) -> None:
    jobs, situation = wished
    if any(not w.job.held for w in jobs):
        assert choose(jobs, situation) is not None
