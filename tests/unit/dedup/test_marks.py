"""The marks of a correction."""

import pytest

from wireroom_dedup.marks import correction_mark


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("CORRECTED-Bank raises rate", "CORRECTED"),
        ("UPDATE 2-CORRECTED-Bank raises rate", "CORRECTED"),
        ("(CORRECTION) La Belgique gagne", "CORRECTION"),
        ("RECTIFICATIF: le bilan est de 12 morts", "RECTIFICATIF"),
        ("ATTENTION - RECTIFICATIF le bilan", "RECTIFICATIF"),
        ("CORRECTIE Brand in Gent", "CORRECTIE"),
        ("RECTIFICATIE - Brand in Gent", "RECTIFICATIE"),
        ("ROUNDUP/KORREKTUR: Bundestag stimmt zu", "KORREKTUR"),
        ("BERICHTIGUNG Bundestag stimmt zu", "BERICHTIGUNG"),
        ("CORRECCIÓN El Gobierno aprueba", "CORRECCIÓN"),
        ("(RECTIFICACIÓN) El Gobierno aprueba", "RECTIFICACIÓN"),
        ("Correction: the bank raised its rate", "Correction"),
        ("[Berichtigung] Bundestag", "Berichtigung"),
        ("Market correction deepens", None),
        ("Correction deepens on Wall Street", None),
        ("La Cour a rendu son arrêt et un RECTIFICATIF", None),
        ("RECTIFICATIONS demandées", None),
        ("", None),
    ],
)
def test_the_first_words_tell(title: str, mark: str | None) -> None:
    assert correction_mark(title, "un texte") == mark


def test_the_text_tells_where_the_title_does_not() -> None:
    assert correction_mark("Un titre", "RECTIFICATIF - lire 12 et non 21") == "RECTIFICATIF"
