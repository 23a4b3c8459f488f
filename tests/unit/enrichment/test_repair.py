from collections.abc import Callable

import ftfy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wireroom_core.models import Article
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.edits import edits_of, raw_offset
from wireroom_enrichment.mojibake import _CONFIG, fixed_encoding
from wireroom_enrichment.repair import Repair, repaired


@pytest.mark.parametrize(
    ("raw", "sound"),
    [
        ("L’Ã©tÃ© Ã  la plage", "L’été à la plage"),
        ("câ€™est Â« bien Â»", "c’est « bien »"),
        ("Ã‰lysÃ©e, Å“uvre, 10Â\xa0000 â‚¬", "Élysée, œuvre, 10\xa0000 €"),
        ("GrÃ¼ÃŸe aus KÃ¶ln, 20 Â°C", "Grüße aus Köln, 20 °C"),
        ("El niÃ±o â€“ Â¿quÃ©?", "El niño – ¿qué?"),
        ("dÃƒÂ©jÃƒÂ  vu", "déjà vu"),
        ("un mot sain : été, et un abÃ®mÃ©", "un mot sain : été, et un abîmé"),
    ],
)
def test_misread_bytes_are_turned_back(raw: str, sound: str) -> None:
    assert repaired(raw)[0].text == sound


@pytest.mark.parametrize(
    "text",
    [
        "PÂTISSERIE DU CHÂTEAU, SÃO PAULO, MAÇÃ, AMANHÃ A IRMÃ DA MÃE",
        "Ångström, Ärzte, âme, Ân, ÎLE, « Été » à l’Ã",
        "ﬁn, ＡＢＣ, “quoted”, ‘so’, &amp; …",
        "«Oui», »Nein«, „Doch“, l'été, l’hiver",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    tracked, said = repaired(text)
    assert (tracked.text, said) == (text, ())


@pytest.mark.parametrize(
    ("raw", "sound"),
    [
        ("a\r\nb\rc\x0cd\te\n", "a\nb\nc\nd\te\n"),
        ("\ufeffco\xadop\u2060\x00\x1b\x7f!", "coop!"),
        ("l\x92été \x93bon\x94 \x96 a\x85 b\x81c", "l’été “bon” – a… bc"),
    ],
)
def test_control_characters_go_or_become_what_they_stood_for(raw: str, sound: str) -> None:
    assert repaired(raw)[0].text == sound


@pytest.mark.parametrize(
    ("raw", "sound"),
    [
        ("le départ d' »une centaine de bus jaunes ». Fin", "le départ d'« une centaine de bus jaunes ». Fin"),
        ("« Oui », dit-il, l’\xa0»Etat paie\xa0»", "« Oui », dit-il, l’«\xa0Etat paie\xa0»"),
        ("d' »un bus » et d' »un tram »", "d'« un bus » et d'« un tram »"),
        ("Â« Oui Â», d' Â»un bus Â»", "« Oui », d'« un bus »"),
    ],
)
def test_damaged_guillemets_are_mended(raw: str, sound: str) -> None:
    assert repaired(raw)[0].text == sound


@pytest.mark.parametrize(
    "text",
    [
        "« il parle d' »un bus »",  # the mark closes what is open
        "Hans' »Werk« und Lars' »ord»",  # German and Swedish opening marks
        "Lars' »ord»",  # no space inside
        "l' »un\n\net »",  # nothing follows in the paragraph
        "d' »un « bus »",
        "il dit »un bus »",  # no elision before
    ],
)
def test_doubtful_guillemets_are_left_alone(text: str) -> None:
    assert repaired(text)[0].text == text


FRENCH = st.sampled_from(
    ["« un bus »", "l’« Etat »", "d'« un »", "d’un", "«\xa0oui\xa0»", "l'ami", "fin.", "\n\n", "«mot»"]
)
GERMAN = st.sampled_from(["»Wort«", "ging's »Los«", "Hans' »Werk«", "»Ja. Gut«,", "so", "\n\n", "›na‹"])


@given(st.one_of(st.lists(FRENCH, max_size=12), st.lists(GERMAN, max_size=12)).map(" ".join))
def test_correct_quotations_are_never_touched(text: str) -> None:
    assert repaired(text)[0].text == text


def test_text_and_title_are_repaired_and_it_is_said(article: Callable[..., Article]) -> None:
    draft = Repair().annotate(Draft.of(article("CafÃ© d' »ici »\x00", title="Ã‰tÃ©", repairs=["NUL removed"])))
    assert (draft.text, draft.title) == ("Café d'« ici »", "Été")
    assert draft.repairs == (
        "NUL removed",
        "misread bytes (mojibake) turned back: 1",
        "control characters removed: 1",
        "damaged guillemets mended: 1",
        "title: misread bytes (mojibake) turned back: 2",
    )
    assert [(edit.start, edit.raw) for edit in draft.edits] == [(3, "Ã©"), (7, " »"), (14, "\x00")]


def test_a_repaired_title_alone_leaves_the_text_without_edits(article: Callable[..., Article]) -> None:
    draft = Repair().annotate(Draft.of(article("Sound.", title="Ã‰tÃ©")))
    assert (draft.text, draft.edits, draft.title) == ("Sound.", (), "Été")


def raw_of(text: str, raw: str) -> str:
    """``raw`` put together again from what was made of it and the edits."""
    tracked, _ = repaired(raw)
    parts: list[str] = []
    at = 0
    for edit in edits_of(raw, tracked):
        parts += tracked.text[at : edit.start], edit.raw
        at = edit.end
    assert tracked.text == text
    return "".join((*parts, tracked.text[at:]))


def test_every_place_leads_back_to_the_text_as_ingested() -> None:
    raw = "\ufeffLe cafÃ© d' »une amie », câ€™est\r\nÂ« lÃ Â»\x00."
    tracked, _ = repaired(raw)
    edits = edits_of(raw, tracked)
    assert tracked.text == "Le café d'« une amie », c’est\n« là »."
    for word in ("Le", "caf", "une", "amie", "est", "l", "."):
        assert raw.startswith(word, raw_offset(edits, tracked.text.rindex(word)))
    assert raw_of(tracked.text, raw) == raw


@pytest.mark.parametrize(
    "token", ["AMANHÃ»", "Â«", "dÃƒÂ©jÃƒÂ", "câ\x80\x99est", "Å“uvre", "ÂME", "\ud800Ã©", "Ã", "IRMÃ®"]
)
def test_the_short_way_gives_what_ftfy_gives(token: str) -> None:
    assert fixed_encoding(token) == ftfy.fix_encoding(token, _CONFIG)


@pytest.mark.parametrize(
    ("raw", "sound"),
    [
        ("cafÃ© " * 500, "café " * 500),
        ("Ã©" * 1_000, "é" * 1_000),
        ("Ã " * 1_000, None),
        ("l' »a » " * 500, "l'« a » " * 500),
        ("»" * 1_000, "»" * 1_000),
        ("a\x92" * 500, "a’" * 500),
        ("\x00" * 1_000, ""),
        ("\ud800Ã©\u202e" * 1_000, None),
        ("x" * 5_000 + "Ã©", "x" * 5_000 + "é"),
    ],
)
def test_monsters_are_repaired_and_lead_back(raw: str, sound: str | None) -> None:
    text = repaired(raw)[0].text
    assert sound in (text, None)
    assert raw_of(text, raw) == raw


@settings(max_examples=100)
@given(
    st.lists(
        st.sampled_from([*"Ãâ€ÂÅ“©\x99\x80 »«'’ad\r\n\x00\xad\ud800\u202e", "Ã©", "d' »", "â€™"]), max_size=40
    ).map("".join)
)
def test_any_text_leads_back(raw: str) -> None:
    assert raw_of(repaired(raw)[0].text, raw) == raw
