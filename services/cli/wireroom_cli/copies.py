"""A copy group laid out: who wrote it, who reprinted it, when, how much, what they added or cut."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from wireroom_cli.difference import difference, sentences
from wireroom_cli.lag import lag
from wireroom_store import readings
from wireroom_store.connection import Connection
from wireroom_store.queries import Row

Credit = Literal["own", "kept", "dropped", "another"]
"""Of who wrote it: the article is theirs itself, or credits them, or nobody, or somebody else."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a member's text and of another's stands in both, as it was decided."""

    of: str
    """The other article: the canonical one, else the member that this one was compared with."""
    jaccard: float
    containment: float
    """Of the member in the other."""
    contained_by: float
    """Of the other in the member."""


def shortened(members: Sequence[Row], most: int, article_id: str) -> list[Row]:
    """The first ``most`` members, and the one that was asked for where it is none of them."""
    return [member for place, member in enumerate(members) if place < most or member["article_id"] == article_id]


def laid_out(connection: Connection, members: Sequence[Row]) -> list[Row]:
    """``members``, the canonical one first, each with what joins it to that one; texts are read one at a time."""

    def text(member: Row) -> list[str]:
        stored = readings.text(connection, member["article_id"])
        return sentences(stored["body"], zip(stored["starts"], stored["ends"], strict=True))

    return joined(members[0], members[1:], text) if members else []


def joined(canonical: Row, others: Sequence[Row], text: Callable[[Row], list[str]]) -> list[Row]:
    """The members, each with its ``lag``, ``credit``, ``share`` and ``difference``; of the canonical one all None."""
    original = text(canonical)

    def relation(member: Row) -> Row:
        return {
            "lag": lag(canonical, member),
            "credit": credit(canonical, member),
            "share": share(canonical, member),
            "difference": difference(original, text(member)),
        }

    none = dict.fromkeys(("lag", "credit", "share", "difference"))
    return [canonical | none, *(member | relation(member) for member in others)]


def credit(canonical: Row, member: Row) -> Credit:
    """What the member says of who wrote it: the agency that the canonical article is credited to, else its source."""
    writer = canonical["agency"] or canonical["source_id"]
    if writer == member["source_id"]:
        return "own"
    if member["agency"] is None:
        return "dropped"
    return "kept" if member["agency"] == writer else "another"


def share(canonical: Row, member: Row) -> Share | None:
    """By the member's decision, else (it came first) by the canonical article's; None where nothing was compared."""
    own, first = member["decision"] or {}, canonical["decision"] or {}
    matched = own.get("matched_article_id")
    if matched != canonical["article_id"] and first.get("matched_article_id") == member["article_id"]:
        found = _share(canonical["article_id"], first)
        return found and Share(found.of, found.jaccard, found.contained_by, found.containment)
    return None if matched == member["article_id"] else _share(matched, own)


def _share(of: str | None, decision: Mapping[str, Any]) -> Share | None:
    if of is None or decision["jaccard"] is None:
        return None
    return Share(of, decision["jaccard"], decision["containment"], decision["contained_by"])
