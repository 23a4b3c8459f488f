"""The hard cases of identity, each through the whole path from a file to the store."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.wire import Wire
from wireroom_core.models import DecidedArticle, decode
from wireroom_store.writer import Store

TEXT = (
    "La passerelle cyclable de Valmeuse rouvrira avant l'été, a annoncé vendredi la société des voies lentes. Les "
    "travaux, confiés à un bureau de la région, coûteront près du double du budget prévu. Quelque mille cyclistes "
    "l'empruntaient chaque semaine avant l'accident, qui n'avait fait qu'un blessé léger. Le bourgmestre a salué une "
    "décision de bon sens, tout en regrettant que la navette fluviale s'arrête déjà à la fin du mois. Selon le rapport "
    "remis au parquet, la corrosion des boulons avait été signalée à deux reprises sans qu'aucune inspection ne soit "
    "programmée. L'association des usagers réclame pour sa part un contrôle annuel de toutes les passerelles."
)
ENGLISH = (
    "The cycle bridge at Valmeuse will open again before the summer, the company in charge of slow roads said on "
    "Friday. The works will cost nearly twice what had been planned. About a thousand people crossed it every week "
    "before the accident, in which one man was slightly hurt. The mayor called the decision sensible."
)


@pytest.fixture
def wire(database_url: str, tmp_path: Path) -> Wire:
    return Wire(database_url, tmp_path)


def item(**fields: Any) -> dict[str, Any]:
    return {"id": "1", "source": "Belga", "title": "A", "text": TEXT, **fields}


def reprint(**fields: Any) -> dict[str, Any]:
    return item(**{"id": "r", "source": "Le Courrier", "origin": "Belga", "title": "Reprise", **fields})


def statuses(wire: Wire) -> dict[str, str]:
    return {guid: row["status"] for guid, row in wire.exported().items()}


def test_a_text_that_changes_language_stays_one_article(wire: Wire) -> None:
    wire.deliver([item()])
    events = wire.deliver([item(text=ENGLISH)])
    assert [(event.what, event.verdict, event.revision) for event in events] == [("stored", "revision", 2)]
    article = wire.exported()["1"]
    assert (article["language"], article["revision"]) == ("en", 2)
    assert wire.sizes()["articles"] == 1


def test_the_same_delivery_twice_changes_nothing(wire: Wire) -> None:
    wire.deliver([item()])
    before = wire.sizes()
    assert wire.deliver([item()]) == []
    assert wire.sizes() == before


def test_the_same_content_twice_is_a_redelivery(wire: Wire) -> None:
    wire.deliver([item()])
    events = wire.deliver([item(keywords_that_nobody_reads="x")])
    assert [(event.what, event.verdict, event.revision) for event in events] == [("stored", "redelivery", 1)]
    sizes = wire.sizes()
    assert (sizes["articles"], sizes["contents"], sizes["deliveries"]) == (1, 1, 2)


def test_the_same_content_twice_in_one_file_is_a_redelivery_of_its_own(wire: Wire) -> None:
    assert [event.verdict for event in wire.deliver([item(), item()])] == ["original", "redelivery"]


def test_the_same_text_under_a_new_guid_has_a_row_of_its_own(wire: Wire) -> None:
    wire.deliver([item()])
    events = wire.deliver([item(id="2")])
    assert [(event.verdict, event.revision) for event in events] == [("redelivery", 1)]
    articles = wire.exported()
    assert articles["2"]["group_id"] == articles["1"]["group_id"]
    assert articles["2"]["decision"]["matched_article_id"] == articles["1"]["article_id"]


def test_revisions_that_arrive_in_the_wrong_order(wire: Wire) -> None:
    wire.deliver([item(text=TEXT + " Second.", updated="2026-11-25T07:00:00Z")])
    events = wire.deliver([item(text=TEXT + " Premier.", updated="2026-11-25T06:00:00Z")])
    assert [(event.what, event.revision, event.current) for event in events] == [("stored", 2, False)]
    article = wire.exported()["1"]
    assert (article["revision"], article["text"][-8:]) == (1, " Second.")


def test_a_headline_that_goes_back_is_the_known_revision_again(wire: Wire) -> None:
    feed = """<rss version="2.0"><channel><title>Belga</title><link>https://belga.example/{feed}</link>
    <item><guid>1</guid><title>{title}</title><description>{text}</description></item></channel></rss>{end}"""
    wire.deliver(feed.format(feed="", title="A", text=TEXT, end=""), "first.xml")
    wire.deliver(feed.format(feed="", title="B", text=TEXT, end=""), "second.xml")
    third = feed.format(feed="international", title="A", text=TEXT, end="\n")
    events = wire.deliver(third, "third.xml")
    assert [(event.what, event.verdict, event.revision) for event in events] == [
        ("stored", "redelivery", 1),
        ("current", "redelivery", 1),
    ]
    assert wire.exported()["1"]["title"] == "A"
    assert (wire.sizes()["contents"], wire.sizes()["deliveries"]) == (2, 3)


@pytest.mark.parametrize(
    "order", ["item copy kill", "kill item copy", "item kill copy", "copy item kill", "copy kill item"]
)
def test_a_kill_without_text_holds_its_item_and_the_copies_in_whatever_order(wire: Wire, order: str) -> None:
    lines = {"item": item(), "copy": reprint(), "kill": {"id": "1", "source": "Belga", "status": "canceled"}}
    for name in order.split():
        wire.deliver([lines[name]])
    assert statuses(wire) == {"1": "canceled", "r": "canceled"}


def test_a_kill_with_text_is_no_revision(wire: Wire) -> None:
    wire.deliver([item()])
    events = wire.deliver([item(status="canceled", text="Veuillez annuler.")])
    assert [event.what for event in events] == ["killed"]
    article = wire.exported()["1"]
    assert (article["status"], article["revision"], article["text"]) == ("canceled", 1, TEXT)


def test_a_paper_that_withdraws_its_reprint_withdraws_it_alone(wire: Wire) -> None:
    wire.deliver([item(), reprint(), reprint(id="s", source="La Gazette", title="Autre")])
    wire.deliver([{"id": "r", "source": "Le Courrier", "status": "canceled"}])
    assert statuses(wire) == {"1": "usable", "r": "canceled", "s": "usable"}


def test_an_excerpt_of_a_killed_item_is_flagged_and_stays(wire: Wire) -> None:
    excerpt = ". ".join(TEXT.split(". ")[:4])
    wire.deliver([item(), reprint(id="e", text=excerpt), {"id": "1", "source": "Belga", "status": "canceled"}])
    exported = wire.exported()
    assert exported["e"]["verdict"] == "excerpt_of"
    assert statuses(wire) == {"1": "canceled", "e": "usable"}
    assert wire.of(exported["e"]["article_id"])["quotes_killed"] is True


def test_a_correction_that_comes_as_a_new_item_supersedes(wire: Wire) -> None:
    wire.deliver([item()])
    wire.deliver([item(id="2", title="RECTIFICATIF A", text="RECTIFICATIF: " + TEXT.replace("mille", "neuf cents"))])
    articles = wire.exported()
    assert articles["2"]["verdict"] == "revision"
    assert articles["2"]["supersedes"] == articles["1"]["article_id"]
    assert articles["2"]["revision"] == 1


def test_memory_is_restored_between_runs(wire: Wire) -> None:
    wire.deliver([item()])
    events = wire.deliver([reprint()])
    assert [event.verdict for event in events] == ["syndicated"]
    assert len({row["group_id"] for row in wire.exported().values()}) == 1


def test_an_article_of_our_own_passes_as_it_is(wire: Wire) -> None:
    wire.deliver([item()])
    line = wire.exported()["1"] | {"type": "article", "delivery_id": "another", "guid": "own", "article_id": "own"}
    events = wire.deliver([line])
    assert [(event.article_id, event.verdict) for event in events] == [("own", "redelivery")]


def test_what_was_decided_earlier_and_stored_later_does_not_keep_the_memory_from_being_read(
    wire: Wire, tmp_path: Path
) -> None:
    """As when articles were parsed first, and enriched, decided and stored through the filters later."""
    wire.deliver([item()])
    late = json.loads(json.dumps(wire.exported()["1"])) | {
        "delivery_id": "late",
        "article_id": "late",
        "content_hash": "late",
    }
    late["decision"]["decided_at"] = "2026-11-25T07:00:00Z"
    late["decision"]["effects"] |= {"delivery_id": "late", "article_id": "late", "content_hash": "late"}
    with closing(Store(wire.url, "one process")) as store:
        decided = decode(json.dumps(late), DecidedArticle)
        assert isinstance(decided, DecidedArticle)
        store.write([decided])
    assert [event.verdict for event in wire.deliver([reprint()])] == ["syndicated"]
