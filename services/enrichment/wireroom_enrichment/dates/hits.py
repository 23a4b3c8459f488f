"""Where dates stand in a text: the shapes of the grammar, without those that only look like dates."""

import re
from collections.abc import Iterator

from wireroom_enrichment.dates.checks import Checks
from wireroom_enrichment.dates.scan import Hit, clock_in
from wireroom_enrichment.pieces import MOST_TRIED, word_set

_RANGE = re.compile(r" (?:t (?:e )?(?:r )?(?:a )?|- )|-")
_BETWEEN = re.compile(r" e (?:a )?")
_RANGED_KINDS = ("day", "month")
_TRIMMED_KINDS = ("ago", "year")
_SPANNING = word_set("bis tot hasta until till to pendant durante gedurende tijdens während for")
"""Words between a day and hours that are not its time ("am Sonntag bis 14.00 Uhr", "martes durante tres horas")."""
_TAKEN = word_set("took take takes taken taking came handed")
"""Verbs to which an "over" after them belongs."""
_COMPARED = re.compile(
    r"(?:[\d%]|\b(?:procent(?:punt)?|percent|per cent|pct|Prozent|dollars?|[Ee]uros?"
    r"|veel|fors|far|much|viel|weit|deutlich))(?: \w+)? ?\Z"
)
"""Before "less than a year earlier", where that is no point in time but less of something than then."""


class Hits(Checks):
    """The hits of one text."""

    def hits(self, shapes: re.Pattern[str]) -> Iterator[Hit]:
        """All of them in order, ranges put together."""
        held: Hit | None = None
        at = 0
        for _ in range(MOST_TRIED):
            match = shapes.search(self.pieces.codes, at)
            if match is None:
                break
            hit = self._hit(match)
            if not self._licensed(hit):
                at = hit.first + 1
                continue
            at = hit.end
            if hit.kind in _TRIMMED_KINDS:
                hit = self._trimmed(hit)
            self._last = hit
            joined = self._joined(held, hit) if held and held.kind == hit.kind else None
            if held and not joined:
                yield held
            held = joined or hit
        if held:
            yield held

    def _hit(self, match: re.Match[str]) -> Hit:
        first, end = match.span()
        hit = Hit(str(match.lastgroup), first, end, self.pieces.codes[first:end])
        if hit.kind == "weekend" and not self._ends_week(hit):
            return hit._replace(kind="unit")
        return self._without_span(hit) if hit.kind == "day" else hit

    def _without_span(self, hit: Hit) -> Hit:
        """A day without the hours behind it that are how long something lasts ("dinsdag 24 uur lang")."""
        clock = self.clock_of(hit)
        if clock is None or clock.first == hit.first:
            return hit
        before = hit.part(end=clock.first)
        named = hit.part(end=hit.first + len(before.codes.rstrip(" ,rtba@")))
        joint = self.pieces.words[named.end : clock.first]
        lasts = not self.is_time(clock) or self.after(hit).startswith((" lang", " long"))
        return named if lasts or not _SPANNING.isdisjoint(joint) else hit

    def _trimmed(self, hit: Hit) -> Hit:
        """Without words at its beginning that belong to what stands before it."""
        words, codes = self.pieces.words, hit.codes
        if hit.kind == "year":
            return hit.part(hit.first + 2) if words[hit.first].lower() == "tegen" else hit
        if self.word_before(hit) in _TAKEN and words[hit.first] == "over":
            return hit.part(hit.first + 2)
        if codes[0] in "<>" and codes[-1] in "lgB" and codes[2:4] == "y " and self._compares(hit):
            return hit.part(hit.first + 4)
        return hit

    def _compares(self, hit: Hit) -> bool:
        """As in "12 percent less than a year earlier", "fewer than a year ago"."""
        start = self.pieces.starts[hit.first]
        return _COMPARED.search(self.pieces.text, max(0, start - 24), start) is not None

    def _joined(self, first: Hit, second: Hit) -> Hit | None:
        """Both, which have the same kind, as a range, where words that say so stand between them."""
        if first.kind not in _RANGED_KINDS or first.until is not None:
            return None
        if clock_in(first.codes) or clock_in(second.codes):
            return None
        between = self.pieces.codes[first.end : second.first]
        if _RANGE.fullmatch(between) or (_BETWEEN.fullmatch(between) and self._between(first)):
            codes = self.pieces.codes[first.first : second.end]
            return Hit(first.kind, first.first, second.end, codes, second.first)
        return None

    def _between(self, hit: Hit) -> bool:
        before = self.before(hit)
        return before == "k" or (before == "a" and self.before(hit, 2) == "k")
