"""Finds the agencies that are credited in a text and in what stands beside it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from wireroom_core.models import Agency, Article
from wireroom_core.models.annotations import AgencyRole
from wireroom_enrichment.agencies import datelines, places
from wireroom_enrichment.agencies.de import GERMAN
from wireroom_enrichment.agencies.en import ENGLISH
from wireroom_enrichment.agencies.es import SPANISH
from wireroom_enrichment.agencies.fr import FRENCH
from wireroom_enrichment.agencies.known import AMBIGUOUS, NAMES
from wireroom_enrichment.agencies.names import mentions, short_name
from wireroom_enrichment.agencies.nl import DUTCH
from wireroom_enrichment.agencies.wording import Compiled, compiled
from wireroom_enrichment.draft import Draft, Span

_WORDINGS = {"fr": FRENCH, "en": ENGLISH, "nl": DUTCH, "de": GERMAN, "es": SPANISH}
_REACH = 160
"""Code points beside a name, within its sentence, where the words of a credit are looked for."""
_NEAR = 110
"""Those before it in which the words that go on to it begin."""
_FIELD = 300
"""Code points of a by-line, dateline, header or trailer that are looked at."""
_AND = re.compile(r"(?:,|/|\s(?:et|and|en|und|y|&))\s?(?:(?:l['’]|à|the|het|die|der|la|aan|a|to|de)\s?){0,2}\Z")
_CALLED = re.compile(r"\s(?:news |wire |press )?agency(?!\w)")
_IS_ONE = re.compile(r", (?:[\w'’-]+ ){0,3}(?:[ld]['’])?(?:agence|agency|agencia|\w*agentur|\w*persbureau)(?!\w)")
"""After a name, that it is an agency's: "Mizan, l'agence de la justice"."""
_SAID_LAST = re.compile(r"\s(?:said|says|reported)(?:\son)?(?:\s\w+)?[.,]")
"""After a name behind a comma, it is who said it: "… died on Monday, Xinhua said."."""
_STAFF = r"(?:[Rr]eporter|[Kk]orrespond|[Cc]orrespond|[Jj]ourn|[Mm]itarbeiter|[Rr]edakteur|[Ff]oto|[Pp]hoto|[Vv]erslag)"
_PART = re.compile(rf"-(?!{_STAFF})\w|['’]s?\s(?!(?:\w+ )?{_STAFF})[a-z]")
"""After a name, what belongs to the agency as a firm ("the AP's lawyers", "dpa-Chefredakteur")."""
_ACRONYM = re.compile(r"\s\([\w-]{2,12}\)")
_BRACKET = re.compile(r"\s?\(\Z")
_SURNAME = "Bloomberg"
_FIRST_NAME = re.compile(r"(?:\bM[rs]s?\.?|\bM\.|Michael|Mike|Mayor|Herr|Señor)\s\Z")
_NAME_REACH = 10
_OWN_LOWER = frozenset(name for name in NAMES if name.islower())
_CERTAIN, _SURE, _GOOD = 0.98, 0.95, 0.9

Credit = tuple[AgencyRole, float]


class Agencies:
    """Finds credits. Expects the sentences; entities that follow leave its spans to it.

    An agency that is written about is none: every name needs the position or the words of a credit.
    """

    name = "agencies"
    version = 3

    def __init__(self) -> None:
        self._wordings = {language: compiled(wording) for language, wording in _WORDINGS.items()}

    def annotate(self, draft: Draft) -> Draft:
        """``draft`` with the agencies that it credits; those of its fields first, without offsets."""
        found = [*self._beside(draft.article), *self._inside(draft)]
        return replace(draft, annotations=draft.annotations + tuple(found)) if found else draft

    def _inside(self, draft: Draft) -> Iterator[Agency]:
        text, wording = draft.text, self._wordings.get(draft.language)
        named = mentions(text)
        if not named:
            return
        starts = [start for start, _ in draft.sentences]
        head, tail = places.head_end(text), places.tail_start(text)
        last: tuple[Span, str, Credit] | None = None
        credited: set[str] = set()
        for bare, short in named:
            if short == _SURNAME and _FIRST_NAME.search(text, max(0, bare[0] - _NAME_REACH), bare[0]):
                continue
            doubtful = text[bare[0] : bare[1]] in AMBIGUOUS and short not in credited
            credit = _in_lines(text, bare, head, tail, doubtful)
            sentence = _sentence(draft.sentences, starts, bare, len(text))
            span = _with_article(text, bare, sentence[0])
            if credit is None and not _in_lower_case(text, bare, short):
                credit = _in_sentence(text, span, sentence, wording, doubtful) if wording else None
                credit = credit or _beside_another(text, span, short, last)
            if credit:
                last = span, short, credit
                credited.add(short)
                yield self._agency(short, text[span[0] : span[1]], credit, span)

    def _beside(self, article: Article) -> Iterator[Agency]:
        """What the article's fields credit, each agency once for a role."""
        fields: tuple[tuple[str | None, AgencyRole], ...] = (
            (article.header, "dateline"),
            (article.dateline, "dateline"),
            (article.byline, "byline"),
            (article.trailer, "trailer"),
        )
        seen: set[tuple[str, AgencyRole]] = set()
        for field, role in fields:
            if not field:
                continue
            told = field[:_FIELD]
            for span, short in mentions(told):
                written = told[span[0] : span[1]]
                is_name = role != "dateline" and written in AMBIGUOUS and not written.isupper()
                if (short, role) not in seen and not is_name and not _in_lower_case(told, span, short):
                    seen.add((short, role))
                    yield self._agency(short, written, (role, _SURE), None)
        if article.origin and (short_of_origin := short_name(article.origin)):
            yield self._agency(short_of_origin, article.origin, ("credit", _CERTAIN), None)

    def _agency(self, short: str, written: str, credit: Credit, span: Span | None) -> Agency:
        role, confidence = credit
        start, end = span or (None, None)
        return Agency(
            start=start,
            end=end,
            text=written,
            confidence=confidence,
            annotator=self.name,
            version=self.version,
            name=short,
            role=role,
        )


def _in_lines(text: str, span: Span, head: int, tail: int, doubtful: bool) -> Credit | None:
    """The credit that follows from where ``span`` stands, without any words; a first name stands in by-lines too."""
    if places.below_picture(text, span):
        return "credit", _GOOD
    if datelines.in_dateline(text, span):
        return "dateline", _CERTAIN
    if doubtful and not text[span[0] : span[1]].isupper():
        return None
    if (span[0] < head and places.in_byline(text, span)) or places.names_writer(text, span):
        return "byline", _SURE
    if (span[0] >= tail and places.in_trailer(text, span)) or places.ends_text(text, span):
        return "trailer", _SURE
    return None


def _in_sentence(text: str, span: Span, sentence: Span, wording: Compiled, doubtful: bool) -> Credit | None:
    """The credit that the words beside ``span`` make it; one that is ``doubtful`` must be said to be an agency."""
    start, end = span
    before = text[max(sentence[0], start - _REACH) : start]
    after = text[_after_acronym(text, end) : min(sentence[1], end + _REACH)]
    if doubtful and not (wording.called.search(before) or _CALLED.match(after) or _IS_ONE.match(after)):
        return None
    near = max(0, len(before) - _NEAR)
    if wording.asked.search(before, near) or wording.asks.match(after):
        return "interlocutor", _GOOD
    if wording.source.search(before, near) or _reports(before, after, wording):
        return "credit", _GOOD
    return ("interlocutor", _GOOD) if _is_told(before, near, after, wording) else None


def _is_told(before: str, near: int, after: str, wording: Compiled) -> bool:
    """True where the words before the name, from ``near`` on, say to whom, and a verb of saying goes with them."""
    to = wording.to.search(before, near)
    if to is None or _PART.match(after):
        return False
    clause = max((found.end() for found in wording.that.finditer(before)), default=0)
    if wording.said.search(before, clause):
        return True
    if clause and wording.said.search(before):
        return False
    return wording.opens.search(before[: to.start()]) is not None and wording.said.search(after) is not None


def _reports(before: str, after: str, wording: Compiled) -> bool:
    """True where the agency, or someone for it, says something in what stands ``after``."""
    if wording.reports.match(after) or _in_its_name(before, after, wording):
        return True
    return _called_after(after, wording) or (before.endswith(", ") and _SAID_LAST.match(after) is not None)


def _called_after(after: str, wording: Compiled) -> bool:
    """True where the name is said to be an agency's behind it: "The PA news agency has seen the letter"."""
    called = _CALLED.match(after)
    rest = after[called.end() :] if called else ""
    return bool(called and (wording.reports.match(rest) or wording.says.match(rest)))


def _after_acronym(text: str, end: int) -> int:
    """Behind the acronym in brackets after a name: "der Evangelische Pressedienst (epd) berichtet"."""
    acronym = _ACRONYM.match(text, end)
    return acronym.end() if acronym else end


def _in_its_name(before: str, after: str, wording: Compiled) -> bool:
    saw = wording.saw.match(after) and wording.people.search(before)
    return bool(saw or (wording.says.match(after) and wording.called.search(before)))


def _beside_another(text: str, span: Span, short: str, last: tuple[Span, str, Credit] | None) -> Credit | None:
    """The credit of the mention before, where only "and" stands between them, or this is its acronym in brackets."""
    if last is None or not 0 < span[0] - last[0][1] <= 12:
        return None
    between = text[last[0][1] : span[0]]
    same = _BRACKET.fullmatch(between) if short == last[1] else _AND.fullmatch(between)
    return last[2] if same else None


def _in_lower_case(text: str, span: Span, short: str) -> bool:
    """True for "ats" or "pa" where it is a word like others; dpa and epd are written so."""
    return text[span[0] : span[1]].islower() and short not in _OWN_LOWER


def _with_article(text: str, span: Span, sentence_start: int) -> Span:
    """``span`` with the capital article that belongs to the name inside a sentence ("told The Associated Press")."""
    start, end = span
    if start - 4 > sentence_start and text.startswith("The ", start - 4) and text[start - 5 : start - 4].isspace():
        return start - 4, end
    return span


def _sentence(sentences: tuple[Span, ...], starts: list[int], span: Span, length: int) -> Span:
    index = bisect_right(starts, span[0]) - 1
    return sentences[index] if index >= 0 else (0, length)
