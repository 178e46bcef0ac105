"""The German underneath: cases, pronouns, verbs, and what an idea means."""

from __future__ import annotations

import pytest

from engine.box.storyteller.frames import Stage, told
from engine.box.storyteller.idea import read_idea
from engine.box.storyteller.nouns import find_noun
from engine.box.storyteller.phrases import Phrase, read_phrase
from engine.box.storyteller.places import located
from engine.box.storyteller.script import PLOTS, WAYS, recognise, script
from engine.box.storyteller.statements import past_of
from engine.box.storyteller.verbs import conjugate


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("einen goldenen Schlüssel", "der Schlüssel/den Schlüssel/dem Schlüssel/ein goldener Schlüssel/ihn"),
        ("ihre Brille", "die Brille/die Brille/der Brille/eine Brille/sie"),
        ("ein kleines Boot", "das Boot/das Boot/dem Boot/ein kleines Boot/es"),
        ("den alten Bären", "der Bär/den Bären/dem Bären/ein alter Bär/ihn"),
        ("drei rote Äpfel", "die drei Äpfel/die drei Äpfel/den drei Äpfeln/drei rote Äpfel/sie"),
        ("einen Glimbo", "der Glimbo/den Glimbo/dem Glimbo/ein Glimbo/ihn"),
        ("seine Schlüssel", "die Schlüssel/die Schlüssel/den Schlüsseln/Schlüssel/sie"),
        ("eine dunkle Höhle", "die Höhle/die Höhle/der Höhle/eine dunkle Höhle/sie"),
    ],
)
def test_a_thing_of_the_idea_is_declined(words: str, forms: str) -> None:
    read = read_phrase(words.split())
    assert read is not None
    assert "/".join(read[0].form(code) for code in ("n", "a", "d", "en", "ihn")) == forms


def test_verbs_agree_and_speech_stays_in_the_present() -> None:
    mice, star = Phrase("Mäuse", "p", count="drei"), Phrase("Stern", "m")
    stage = Stage({"H": mice, "O": star}, past=True)
    frame = "{H} <finden> {O.ea}. „{O} <sein:O> schön“, <sagen> {er}. <gehen:1> es?"
    assert told(frame, stage) == "Die drei Mäuse fanden einen Stern. „Der Stern ist schön“, sagten sie. Ging es?"


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("sein", "ist sind war waren"),
        ("laufen", "läuft laufen lief liefen"),
        ("klettern", "klettert klettern kletterte kletterten"),
        ("warten", "wartet warten wartete warteten"),
        ("öffnen", "öffnet öffnen öffnete öffneten"),
        ("essen", "isst essen aß aßen"),
        ("wissen", "weiß wissen wusste wussten"),
        ("verlieren", "verliert verlieren verlor verloren"),
        ("tun", "tut tun tat taten"),
    ],
)
def test_verbs_are_conjugated(lemma: str, forms: str) -> None:
    made = [conjugate(lemma, past=past, plural=plural) for past in (False, True) for plural in (False, True)]
    assert " ".join(made) == forms


def test_main_clauses_are_put_into_the_past() -> None:
    assert past_of("Piko backt und singt.") == "Piko backte und sang."
    assert past_of("„Ich gehe“, sagt Piko. Dann läuft er los.") == "„Ich gehe“, sagte Piko. Dann lief er los."


@pytest.mark.parametrize(
    ("idea", "plot", "hero"),
    [
        ("Ein kleiner Igel findet einen Stern", "star", "Igel"), ("Ein Kind findet einen alten Hut", "owner", "Kind"),
        ("Ein Mädchen baut ein Floß", "make", "Mädchen"), ("Der Bär kann nicht schlafen", "sleep", "Bär"),
        ("Oma verliert ihre Brille", "lost", "Oma"), ("Drei Mäuse wollen zum Mond", "sky", "Maus"),
        ("Ein Roboter lernt backen", "learn", "Roboter"), ("Die Ente will ans Meer", "journey", "Ente"),
        ("Ein Drache hat Angst im Dunkeln", "fear", "Drache"), ("Ein Hase hilft dem kranken Fuchs", "friend", "Hase"),
        ("Der Bär wünscht sich einen Schal", "wish", "Bär"), ("Der Pinguin will fliegen lernen", "learn", "Pinguin"),
        ("Die kleine Wolke ist allein", "friend", "Wolke"), ("The bear cannot sleep", "sleep", "Bär"),
        ("Piko, der kleine Igel, sucht seine Mütze", "lost", "Igel"),
    ],
)  # fmt: skip
def test_the_verbs_of_an_idea_choose_the_plot(idea: str, plot: str, hero: str) -> None:
    premise = read_idea(idea)
    assert (premise.plot, premise.hero.word) == (plot, hero)


def test_every_page_of_every_script_is_found_again_by_its_line() -> None:
    words = {
        "home": "im Wald",
        "hin": "zum Mond",
        "tun": "backen",
        "Tun": "Backen",
        "kind": "Mäusekind",
        "rufname": "Piko",
    }
    phrases = {
        "H": Phrase("Igel", "m", name="Piko"),
        "A": Phrase("Eule", "f", name="Olga"),
        "F": Phrase("Hase", "m", name="Theo"),
        "O": Phrase("Brille", "f"),
        "Z": Phrase("Mond", "m"),
    }
    for plot in (*PLOTS, WAYS):
        for beat in script(plot).beats:
            line = told(beat.what, Stage(phrases, words))
            found = recognise(line)
            assert found and found[0] == beat, line


def test_places_get_their_preposition() -> None:
    bare = {
        "Wald": "im Wald",
        "Küche": "in der Küche",
        "Insel": "auf der Insel",
        "Meer": "am Meer",
        "der Markt": "auf dem Markt",
    }
    assert {where: located(where) for where in bare} == bare
    assert located("Hinter dem Haus") == "hinter dem Haus"


def test_compounds_and_small_forms_are_known_by_their_last_part() -> None:
    for word, english in (("Apfelbaum", "tree"), ("Häschen", "rabbit"), ("Kirschkuchen", "cake")):
        found = find_noun(word)
        assert found and found[0].english == english, word


@pytest.mark.parametrize(
    ("idea", "plot", "thing"),
    [
        ("Mia und Jonas entdecken eine geheime Höhle", "journey", "zur geheimen Höhle"),
        ("Ali und sein Hund Bello gehen auf Schatzsuche", "journey", "zum Schatz"),
        ("Die kleine Wolke will nicht regnen", "refuse", "regnen"),
        ("Max will nicht in den Kindergarten gehen", "refuse", "in den Kindergarten gehen"),
        ("Zwei Mäuse wollen nicht teilen", "learn", "teilen"),
        ("Frieda hat ihren ersten Schultag", "fear", "Schule"),
        ("Emil bekommt einen kleinen Bruder", "friend", "Bruder"),
        ("Ein Mädchen findet ein verletztes Reh", "friend", "Reh"),
        ("Papa und Leo backen einen Kuchen", "learn", "Papa"),
        ("Ein Kind baut einen Schneemann", "make", "Schneemann"),
        ("Felix und seine Schwester Lotte bauen einen Roboter", "make", "Roboter"),
        ("Ein Bär und ein Ball", "wish", "Ball"),
        ("Der kleine Stern fällt vom Himmel", "sky", "zum Mond"),
        ("Zwei Brüder streiten um ein Fahrrad", "owner", "Fahrrad"),
        ("Das rote Feuerwehrauto hat keine Lust auf Feuer", "friend", ""),
    ],
)
def test_common_ideas_become_the_story_that_they_ask_for(idea: str, plot: str, thing: str) -> None:
    premise = read_idea(idea)
    assert premise.plot == plot
    about = (premise.toward, premise.activity, premise.thing.noun, premise.second.word if premise.second else "")
    assert not thing or thing in about


def test_names_of_an_idea_are_kept_and_feasts_are_no_names() -> None:
    premise = read_idea("Ali und sein Hund Bello gehen auf Schatzsuche")
    assert (premise.name, premise.hero.word, premise.second_name, premise.together) == ("Ali", "Junge", "Bello", True)
    assert read_idea("Robin sucht ihren Ball").hero.word == "Mädchen"
    assert read_idea("Oma Gerda vergisst ihren Hut").name == "Oma Gerda"
    assert read_idea("Weihnachten fällt aus").name == ""
