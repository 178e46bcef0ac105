"""The edits an author or a job may make, each a pure function from book to book."""

from __future__ import annotations

from collections.abc import Callable, Collection

from engine.book.edition import Edition, Imprint
from engine.book.model import (
    Approval,
    Approver,
    Book,
    Character,
    Dismissal,
    Draft,
    Judgement,
    OutlineLine,
    Page,
    Scene,
    Take,
    fingerprint,
)

Edit = Callable[[Book], Book]


def change_page(book: Book, page_id: str, **changes: object) -> Book:
    """Return the book with fields of one page replaced and validated.

    Raises:
        KeyError: the book has no such page.
        pydantic.ValidationError: a value does not fit its field.
    """
    book.page(page_id)
    pages = tuple(_replaced(page, changes) if page.id == page_id else page for page in book.pages)
    return book.model_copy(update={"pages": pages})


def change_scene(book: Book, page_id: str, **changes: object) -> Book:
    """Return the book with fields of one page's scene replaced and validated; raises as `change_page`."""
    scene = Scene.model_validate({**dict(book.page(page_id).scene), **changes})
    return change_page(book, page_id, scene=scene)


def change_book(book: Book, **changes: object) -> Book:
    """Return the book with top-level fields replaced and validated."""
    return Book.model_validate({**dict(book), **changes})


def change_edition(book: Book, **changes: object) -> Book:
    """Return the book with parts of its make-up replaced and validated."""
    edition = Edition.model_validate({**dict(book.edition or Edition()), **changes})
    return change_book(book, edition=edition)


def change_imprint(book: Book, **changes: object) -> Book:
    """Return the book with parts of its imprint replaced and validated."""
    imprint = book.edition.imprint if book.edition is not None else Imprint()
    return change_edition(book, imprint=Imprint.model_validate({**dict(imprint), **changes}))


def with_pages(book: Book, lines: tuple[OutlineLine, ...]) -> Book:
    """Return the book with one new story page for each outline line, in place of its pages so far."""
    first = book.pages_made + 1
    pages = tuple(Page(id=f"p{first + i:03d}", outline=line) for i, line in enumerate(lines))
    return book.model_copy(update={"pages": pages, "pages_made": book.pages_made + len(pages)})


def with_outline(book: Book, title: str, cast: tuple[Character, ...], lines: tuple[OutlineLine, ...]) -> Book:
    """Return the book with a proposed outline.

    Pages that already exist keep their ids, texts and takes and get the new lines; lacking pages are added at the
    end. The author's title and cast are not replaced.
    """
    pages = [page.model_copy(update={"outline": line}) for page, line in zip(book.pages, lines, strict=False)]
    pages += list(book.pages[len(lines) :])
    made = book.pages_made
    for line in lines[len(book.pages) :]:
        made += 1
        pages.append(Page(id=f"p{made:03d}", outline=line))
    return change_book(book, title=book.title or title, cast=book.cast or cast, pages=tuple(pages), pages_made=made)


def propose_text(book: Book, page_id: str, text: str, *, job: str = "", instruction: str = "") -> Book:
    """Return the book with the writer's text: as the scene's text where there is none, else as a draft beside it."""
    if not book.page(page_id).scene.text.strip():
        return change_scene(book, page_id, text=text)
    return change_page(book, page_id, draft=Draft(text=text, job=job, instruction=instruction))


def accept_draft(book: Book, page_id: str) -> Book:
    """Return the book with the page's draft as its text; without a draft the book stays as it is."""
    draft = book.page(page_id).draft
    if draft is None:
        return book
    return change_page(change_scene(book, page_id, text=draft.text), page_id, draft=None)


def dismiss_draft(book: Book, page_id: str) -> Book:
    return change_page(book, page_id, draft=None)


def mend_text(book: Book, page_id: str, *, of: str, text: str) -> Book:
    """Return the book with a better version of what the writer wrote.

    Args:
        of: fingerprint of the text that is mended, the page's or its draft's. Where neither is that text any more, or
            the author has said yes to it, the book stays as it is.
    """
    page = book.page(page_id)
    if page.draft is not None and fingerprint(page.draft.text) == of:
        return change_page(book, page_id, draft=page.draft.model_copy(update={"text": text}))
    if fingerprint(page.scene.text) == of and page.text_approval is None:
        return change_scene(book, page_id, text=text)
    return book


def judge(book: Book, page_id: str, judgement: Judgement) -> Book:
    """Return the book with what the writer says of a page's text."""
    return change_page(book, page_id, judgement=judgement)


def dismiss_finding(
    book: Book, page_id: str, rule: str, sentence: str, standing: Collection[str] | None = None
) -> Book:
    """Return the book with a finding waved through: this rule no longer speaks of this sentence on this page.

    Args:
        standing: fingerprints of what stands on the page; what was waved through of other sentences is forgotten.
    """
    dismissal = Dismissal(rule=rule, of=fingerprint(sentence))
    known = book.page(page_id).dismissed
    kept = tuple(one for one in known if standing is None or one.of in standing)
    return change_page(book, page_id, dismissed=tuple(dict.fromkeys((*kept, dismissal))))


def set_translation(book: Book, page_id: str, *, of: str, action: str, framing: str, alt: str) -> Book:
    """Return the book with a visual translation; `of` is the fingerprint of the text it was made from."""
    return change_scene(book, page_id, action=action, framing=framing, alt=alt, action_of=of)


def set_action(book: Book, page_id: str, action: str) -> Book:
    """Return the book with an action in the author's own words; it no longer counts as translated."""
    return change_scene(book, page_id, action=action, action_of="")


def approve_text(book: Book, page_id: str, *, by: Approver = Approver.AUTHOR, at: str = "") -> Book:
    """Return the book with this page's present text approved; an empty text cannot be approved."""
    text = book.page(page_id).scene.text
    if not text.strip():
        return book
    return change_page(book, page_id, text_approval=Approval(of=fingerprint(text), by=by, at=at))


def approve_picture(book: Book, page_id: str, *, by: Approver = Approver.AUTHOR, at: str = "") -> Book:
    """Return the book with this page's chosen take approved; without one the book stays as it is."""
    take = book.page(page_id).chosen_take
    if take is None:
        return book
    return change_page(book, page_id, picture_approval=Approval(of=take.id, by=by, at=at))


def withdraw_approvals(book: Book, page_id: str, *, text: bool = False, picture: bool = False) -> Book:
    changes: dict[str, object] = {}
    if text:
        changes["text_approval"] = None
    if picture:
        changes["picture_approval"] = None
    return change_page(book, page_id, **changes)


def add_take(book: Book, page_id: str, take: Take) -> Book:
    """Return the book with one more take of the page.

    The new take is chosen unless the author has approved another one: an approved picture is never replaced unasked.
    """
    page = book.page(page_id)
    if any(known.id == take.id for known in page.takes):
        return book
    chosen = page.chosen if page.picture_approval is not None and page.chosen_take else take.id
    return change_page(book, page_id, takes=(*page.takes, take), chosen=chosen)


def choose_take(book: Book, page_id: str, take_id: str) -> Book:
    """Return the book with another take chosen.

    Raises:
        KeyError: the page has no such take.
    """
    if all(take.id != take_id for take in book.page(page_id).takes):
        raise KeyError(take_id)
    return change_page(book, page_id, chosen=take_id)


def discard_take(book: Book, page_id: str, take_id: str, *, discarded: bool = True) -> Book:
    """Return the book with a take laid aside, or fetched back; its file stays. A chosen one gives way to the newest.

    Raises:
        KeyError: the page has no such take.
    """
    page = book.page(page_id)
    if all(take.id != take_id for take in page.takes):
        raise KeyError(take_id)
    takes = tuple(
        take.model_copy(update={"discarded": discarded}) if take.id == take_id else take for take in page.takes
    )
    kept = [take.id for take in takes if not take.discarded]
    chosen = page.chosen if page.chosen in kept else (kept[-1] if kept else None)
    return change_page(book, page_id, takes=takes, chosen=chosen)


def _replaced(page: Page, changes: dict[str, object]) -> Page:
    return Page.model_validate({**dict(page), **changes})


def insert_page(book: Book, after: str | None = None) -> Book:
    """Return the book with a new story page after the page `after`, or at the beginning.

    Raises:
        KeyError: the book has no such page.
    """
    at = 0 if after is None else book.number_of(after)
    made = book.pages_made + 1
    pages = (*book.pages[:at], Page(id=f"p{made:03d}"), *book.pages[at:])
    return book.model_copy(update={"pages": pages, "pages_made": made})


def delete_page(book: Book, page_id: str) -> Book:
    """Return the book without a page; its takes stay on disk, and undo brings the page back."""
    book.page(page_id)
    return book.model_copy(update={"pages": tuple(page for page in book.pages if page.id != page_id)})


def split_page(book: Book, page_id: str, at: int) -> Book:
    """Return the book with a page told on two: what stands from character `at` of its text goes to a new page after it.

    Pictures and approvals stay with the first; the translation of both is made anew.

    Raises:
        KeyError: the book has no such page.
    """
    page = book.page(page_id)
    first, second = page.scene.text[:at].rstrip(), page.scene.text[at:].lstrip()
    split = insert_page(change_scene(book, page_id, text=first), page_id)
    new = split.pages[split.number_of(page_id)].id
    split = change_scene(split, new, text=second, characters=page.scene.characters)
    return change_page(split, new, outline=page.outline)


def merge_page(book: Book, page_id: str) -> Book:
    """Return the book with a page and the one after it told on one; the last page stays as it is.

    The second page's words come after the first's; its pictures leave the book with it, and undo brings both back.

    Raises:
        KeyError: the book has no such page.
    """
    number = book.number_of(page_id)
    if number == len(book.pages):
        return book
    page, following = book.pages[number - 1 : number + 1]
    text = "\n".join(part for part in (page.scene.text.strip(), following.scene.text.strip()) if part)
    outline = {
        field: "; ".join(dict.fromkeys(filter(None, (getattr(page.outline, field), getattr(following.outline, field)))))
        for field in OutlineLine.model_fields
    }
    names = tuple(dict.fromkeys((*page.scene.characters, *following.scene.characters)))
    merged = change_scene(delete_page(book, following.id), page_id, text=text, characters=names)
    return change_page(merged, page_id, outline=OutlineLine(**outline))


def move_page(book: Book, page_id: str, to: int) -> Book:
    """Return the book with a page at number `to` (from 1; beyond the ends means the end).

    Raises:
        KeyError: the book has no such page.
    """
    page = book.page(page_id)
    others = [other for other in book.pages if other.id != page_id]
    others.insert(min(max(to - 1, 0), len(others)), page)
    return book.model_copy(update={"pages": tuple(others)})


def change_character(book: Book, name: str, **changes: object) -> Book:
    """Return the book with fields of one character replaced and validated; without that character it stays as it is."""
    cast = (
        Character.model_validate({**dict(character), **changes}) if character.name == name else character
        for character in book.cast
    )
    return change_book(book, cast=tuple(cast))


def remove_character(book: Book, name: str) -> Book:
    """Return the book without a character; scenes that name them alone show the whole cast again."""
    cast = tuple(character for character in book.cast if character.name != name)
    pages = tuple(
        change_page(
            book,
            page.id,
            scene=page.scene.model_copy(update={"characters": tuple(n for n in page.scene.characters if n != name)}),
        ).page(page.id)
        for page in book.pages
    )
    return change_book(book, cast=cast, pages=pages)


def set_character(book: Book, name: str, *, new_name: str | None = None, block: str | None = None) -> Book:
    """Return the book with a character changed, or added if the cast has none of that name."""
    changed = {key: value for key, value in (("name", new_name), ("block", block)) if value is not None}
    if all(character.name != name for character in book.cast):
        return change_book(book, cast=(*book.cast, Character.model_validate({"name": name, **changed})))
    return change_character(book, name, **changed)
