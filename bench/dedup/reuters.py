"""``python -m bench.dedup.reuters FOLDER``: what is claimed of a real agency's stream, for reading.

FOLDER holds Reuters-21578 (Lewis 1997), a collection of the agency's dispatches of 1987, as SGML. They are decided
in their order as one source's. Nobody has marked which are copies: claims are printed, drawn at random, to be read.
"""

import argparse
import html
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.__main__ import print_machine
from bench.dedup.wireroom import handed_over
from wireroom_core.clock import SystemClock
from wireroom_core.contracts import Envelope
from wireroom_core.models import DecidedArticle, Decision, EnrichedArticle, Place, SourceRef
from wireroom_dedup.stage import DedupStage
from wireroom_dedup.verdicts import COPIES, DEFAULT
from wireroom_dedup.window import Window

_BEGIN = datetime(1987, 2, 26, tzinfo=UTC)
_DISPATCH = re.compile(r'<REUTERS[^>]*NEWID="(\d+)".*?</REUTERS>', re.DOTALL)
_TITLE, _BODY = re.compile(r"<TITLE>(.*?)</TITLE>", re.DOTALL), re.compile(r"<BODY>(.*?)</BODY>", re.DOTALL)
_TRAILER = re.compile(r"\s*(?:reuter)?[\s\x03&#;3]*\Z", re.IGNORECASE)
_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One with a text."""

    number: str
    title: str
    text: str


def main() -> None:
    """Decide all, count the verdicts, show claims."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=20, help="so many are shown of copies and of siblings each")
    chosen = parser.parse_args()
    print_machine()
    known = {dispatch.number: dispatch for dispatch in dispatches(chosen.folder)}
    decisions = dict(decided(known))
    print(f"{len(decisions):,} dispatches: {Counter(decision.verdict for decision in decisions.values())}")
    for verdicts in (COPIES, {"template_sibling"}):
        claims = [number for number, decision in decisions.items() if decision.verdict in verdicts]
        for number in random.Random(1).sample(claims, min(chosen.claims, len(claims))):
            show(known, number, decisions[number])


def dispatches(folder: Path) -> Iterator[Dispatch]:
    """Those with a body, in their order; paragraphs are indented by four spaces there."""
    for path in sorted(folder.glob("*.sgm")):
        for found in _DISPATCH.finditer(path.read_text(encoding="latin-1")):
            title, body = _TITLE.search(found[0]), _BODY.search(found[0])
            if body:
                text = _TRAILER.sub("", html.unescape(body[1])).replace("\n    ", "\n\n")
                yield Dispatch(found[1], html.unescape(title[1]) if title else "", text)


def decided(known: dict[str, Dispatch]) -> Iterator[tuple[str, Decision]]:
    """Each with its decision, ten seconds apart; those without words are left out."""
    stage = DedupStage(Window(), DEFAULT, SystemClock())
    for place, dispatch in enumerate(known.values()):
        article = enriched(dispatch, _BEGIN + timedelta(seconds=10 * place))
        [outcome] = stage.process([Envelope(article, b"", article.received_at, Place())])
        assert isinstance(outcome, list)
        assert isinstance(outcome[-1], DecidedArticle)
        if article.fingerprint and outcome[-1].decision:
            yield dispatch.number, outcome[-1].decision


def enriched(dispatch: Dispatch, at: datetime) -> EnrichedArticle:
    """As enrichment would hand it over."""
    return handed_over(
        dispatch.text,
        "en",
        at,
        delivery_id=dispatch.number,
        article_id=dispatch.number,
        content_hash=dispatch.number,
        source=SourceRef(id="reuters", name="Reuters"),
        guid=dispatch.number,
        title=dispatch.title,
    )


def show(known: dict[str, Dispatch], number: str, decision: Decision) -> None:
    """One claim, with both texts' beginnings."""
    print(f"\n{decision.verdict} {decision.jaccard} {decision.evidence}")
    for one in (number, decision.matched_article_id or ""):
        print(f"  {known[one].title} | {' '.join(known[one].text.split())[:_SHOWN]}")


if __name__ == "__main__":
    main()
