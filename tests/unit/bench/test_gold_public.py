"""Public gold sets in columns, read as texts with names."""

from bench.gold.public import case, texts

COLUMNS = """-DOCSTART- -DOCSTART- O

De Art O
minister N O
Jan N B-PER
Peeters N I-PER
( Punc O
Gent N B-LOC
) Punc O
zei V O
" Punc O
ja Adv O
" Punc O
. Punc O

Belgische Adj B-MISC

-DOCSTART- -DOCSTART- O

Tot Prep O
hier Adv O
"""


def test_words_are_joined_as_they_are_printed_and_names_keep_their_places() -> None:
    first, second = texts(COLUMNS)
    assert first.text == 'De minister Jan Peeters (Gent) zei "ja".\n\nBelgische'
    said = [(first.text[name.start : name.end], name.type) for name in first.names]
    assert said == [("Jan Peeters", "person"), ("Gent", "place"), ("Belgische", None)]
    assert (second.text, second.names) == ("Tot hier", ())


def test_what_is_no_entity_of_ours_is_not_counted() -> None:
    first, _ = texts(COLUMNS)
    assert [one.text for one in case(first, "nl", ()).marked] == ["Jan Peeters", "Gent"]
    agency = "Madrid NC B-LOC\n( Fpa O\nEFE NP B-ORG\n) Fpt O\n"
    (dispatch,) = texts(agency)
    assert [one.text for one in case(dispatch, "es", ()).marked] == ["Madrid"]
