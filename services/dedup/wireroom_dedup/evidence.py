"""A decision's grounds, in words that a journalist understands."""

from wireroom_core.models import EnrichedArticle
from wireroom_core.slug import slug
from wireroom_dedup.fingerprints import EQUAL, Similarity
from wireroom_dedup.groups import Member
from wireroom_dedup.templates import Others

NOT_COMPARED = "not compared: there is no full text"
NOTHING_FOUND = "no recent text in this language shares enough with it"


def repeated(member: Member) -> str:
    """The source delivers a content again."""
    return f"{member.facts.source_id} delivered the same content of this article before, as {member.facts.delivery_id}"


def same_text(member: Member) -> str:
    """The source delivers a text under another identifier."""
    return f"{member.facts.source_id} delivered the same text before, as {_short(member)}"


def revised(share: Similarity | None) -> str:
    """An article with another content."""
    return _with("another content of the article that was delivered before", share)


def readdressed(member: Member, share: Similarity | None) -> str:
    """Another article at the same address."""
    return _with(f"{member.facts.source_id} gives it the same address as {_short(member)}", share)


def corrected(mark: str, member: Member, share: Similarity) -> str:
    """A correction that comes as an item of its own."""
    return f"marked {mark}; {shared(member, share)}"


def shared(member: Member, share: Similarity) -> str:
    """How much of each text stands in the other."""
    if share is EQUAL:
        return f"the text is that of {_short(member)} by {member.facts.source_id}"
    return f"{_shared_text(member, share)}; {percent(share.contained_by)} of that text stands in this one"


def _shared_text(member: Member, share: Similarity) -> str:
    return f"{percent(share.containment)} of this text stands in {_short(member)} by {member.facts.source_id}"


def beyond(new: int, sentences: int) -> str:
    """What stands in this text alone."""
    return "no sentence of it is new" if new == 0 else f"{new} of its {sentences} sentences are new"


def credit(article: EnrichedArticle, member: Member) -> str | None:
    """Whether a copy of an agency's own dispatch says whose it is; None where there is nothing to say."""
    writer = member.facts.source_id
    if not member.facts.is_agency_own or article.source.id == writer:
        return None
    if article.origin is None:
        return f"{writer} is not credited"
    return "credit kept" if slug(article.origin) == writer else f"credited to {article.origin}"


def other_particulars(member: Member, share: Similarity, others: Others) -> str:
    """The sentences of another text with names or numbers of its own."""
    both, fewer = others.shared
    found = f"of {fewer} {others.what} {both} are the same"
    return f"{_shared_text(member, share)}, but {found}: it tells of something else"


def _with(ground: str, share: Similarity | None) -> str:
    if share is None:
        return ground
    if share is EQUAL:
        return f"{ground}; the text is unchanged"
    return f"{ground}; {percent(share.containment)} of this text stood in that one"


def _short(member: Member) -> str:
    """The beginning of the article's id, enough to find it by; the whole id stands beside the evidence."""
    return member.facts.article_id[:12]


def percent(share: float) -> str:
    """Whole per cents, rounded down: of 99.9 % nobody says 100."""
    return f"{round(share * 10_000) // 100} %"
