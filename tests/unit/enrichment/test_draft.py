"""What annotators share of a draft's text."""

from dataclasses import replace

from wireroom_enrichment.cache import Cache
from wireroom_enrichment.draft import Draft

from .conftest import article_of


def test_a_text_is_cut_into_pieces_that_are_the_whole_of_it() -> None:
    cut = Draft.of(article_of("Saint-Denis,  12.5 km.\n\nFin")).cut
    assert cut.words == ["Saint-Denis", ",", "  ", "12", ".", "5", " ", "km", ".", "\n\n", "Fin"]
    assert [cut.text[start:end] for start, end in zip(cut.starts, cut.starts[1:], strict=False)] == cut.words


def test_a_text_is_cut_once_for_all_changed_copies_of_its_draft() -> None:
    draft = Draft.of(article_of("Le pont."))
    later = replace(draft, language="fr")
    assert later.cut is draft.cut
    assert replace(later, summary="Le pont.").cut is draft.cut


def test_another_text_is_cut_for_itself() -> None:
    draft = Draft.of(article_of("Le pont."))
    assert draft.cut.text == "Le pont."
    assert replace(draft, text="Un bac.").cut.words == ["Un", " ", "bac", "."]


def test_what_was_shared_is_neither_compared_nor_kept_with_the_drafts_of_known_articles() -> None:
    draft, cache = Draft.of(article_of("Le pont.")), Cache("")
    first = draft.cut
    cache.put(b"key", draft)
    kept = cache.get(b"key")
    assert kept == draft
    assert kept is not None
    assert kept.cut is not first
