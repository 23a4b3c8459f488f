"""Whom the words for a speaker mean: the person or organisation that was named elsewhere."""

from collections.abc import Iterable

from wireroom_enrichment.draft import Span
from wireroom_enrichment.quotations.antecedents import ANYONE, Antecedents, Sought, nouns_of
from wireroom_enrichment.quotations.cast import Cast, Named
from wireroom_enrichment.quotations.lexicon import Lexicon
from wireroom_enrichment.quotations.phrases import Mention
from wireroom_enrichment.quotations.subjects import Subjects
from wireroom_enrichment.quotations.tokens import Surroundings


class Speakers:
    """Resolves mentions in ``around``. ``quoted`` are the spans in which nobody is subject."""

    def __init__(self, around: Surroundings, lexicon: Lexicon, subjects: Subjects, quoted: Iterable[Span]) -> None:
        self._around = around
        self._lexicon = lexicon
        self._cast = Cast(around, lexicon, quoted)
        self.antecedents = Antecedents(around, lexicon, self._cast, subjects)

    def named(self, mention: Mention, at: int, outer: tuple[Span, str] | None = None) -> Named | None:
        """The speaker whom ``mention`` means beside the quotation at ``at``.

        ``outer`` is the span and the speaker of the quotation around it.
        """
        if mention.name is not None:
            kind = mention.name.name.lower()  # "the NGO"
            known = self._cast.body([kind], at) if kind in self._lexicon.bodies else None
            return known or Named(mention.name.name, 0.95)
        if mention.pronoun:
            return self._behind_pronoun(mention, at, outer)
        known = self._known_as(mention, at) or self._named_next(mention)
        return known or Named(self._around.text[mention.start : mention.end], 0.85)

    def spoken_of(self, at: int) -> Named | None:
        """The subject of what stands before ``at``: whom a quotation without any cue is of."""
        return self.antecedents.of(at, ANYONE)

    def told_by(self, at: int) -> Named | None:
        """The organisation from which a quotation comes of which it is only said that it was told ("hieß es")."""
        return self._cast.body_before(at)

    def _behind_pronoun(self, mention: Mention, at: int, outer: tuple[Span, str] | None) -> Named | None:
        if mention.pronoun in self._lexicon.first_person:
            return Named(outer[1], 0.9) if outer else self.antecedents.last
        at = min(at, mention.start if mention.since is None else mention.since)
        if mention.pronoun in self._lexicon.neuter:
            return self._cast.body_before(at) or self.antecedents.thing(at)
        gender = self._lexicon.pronouns.get(mention.pronoun) or self._lexicon.stressed.get(mention.pronoun, "")
        if outer is None:
            found = self.antecedents.of(at, Sought(gender, person=bool(self._lexicon.neuter and gender)))
            if found:
                self._cast.learn(found.name, gender)
            return found
        (start, _), speaker = outer
        inside = [person for person in self._around.people if start <= (person.start or 0) < mention.start]
        fitting = [person for person in inside if self._cast.fits(person.name, gender)]
        if fitting:
            return Named(fitting[0].name, 0.8)
        return self.antecedents.of(start, Sought(gender, frozenset([speaker])))

    def _known_as(self, mention: Mention, at: int) -> Named | None:
        """Someone with the role, or the organisation of the kind, that a definite phrase names."""
        words = mention.words
        if "s" in words:  # "Poland's prime minister"
            owned = self._cast.in_role(list(words[words.index("s") + 1 :]), at)
            return Named(owned, 0.9) if owned else None
        if not words or words[0] not in self._lexicon.definite:
            return None
        nouns = nouns_of(mention, self._lexicon)
        if not self._lexicon.bodies.isdisjoint(nouns) and self._lexicon.people.isdisjoint(nouns):
            return self._cast.body(nouns, at)
        if person := self._cast.in_role(nouns, at):
            return Named(person, 0.9)
        if self._is_told_before(mention, nouns):
            gender = self._lexicon.genders.get(mention.words[0], "")
            sought = Sought(gender, self._cast.officers, person=True, nouns=frozenset(nouns))
            found = self.antecedents.of(min(at, mention.start), sought)
            if found:
                self._cast.learn(found.name, gender)
            return found
        return None

    def _named_next(self, mention: Mention) -> Named | None:
        """Who is told of in the lead without a name, and has one in the sentences after it ("A coroner has …")."""
        lexicon = self._lexicon
        if not mention.words or self._around.sentence_of(mention.start) > 0:
            return None
        words = mention.words
        told = list(words[words.index("s") + 1 :]) if "s" in words else nouns_of(mention, lexicon)
        noun = next((noun for noun in told if noun in lexicon.people or noun.endswith(lexicon.compounded)), "")
        if not noun:
            return None
        name = self._cast.next_in_role(noun, mention.start)
        article = mention.words[0]
        kin = article in lexicon.possessive and noun.endswith(lexicon.feminine + lexicon.masculine)
        if name is None and not kin and (noun not in lexicon.by_role or article not in lexicon.indefinite):
            name = self._cast.next_speaker(noun, mention.start)
        return Named(name, 0.85) if name else None

    def _is_told_before(self, mention: Mention, nouns: list[str]) -> bool:
        """True where a definite phrase is for someone who was told of before by other words."""
        article, lexicon = mention.words[0], self._lexicon
        if article in lexicon.possessive:
            return False
        if article not in lexicon.demonstrative and self._has_complement(mention):
            return False
        return self._is_person(nouns) or self._around.is_demonym(mention.start, mention.end)

    def _has_complement(self, mention: Mention) -> bool:
        """True where a phrase says whose someone is ("chef de la police"), not only what ("milieu de terrain")."""
        words = mention.words
        at = next((index for index, word in enumerate(words) if index and word in self._lexicon.of), -1)
        if at < 0:
            return False
        written = self._around.text[mention.start : mention.end].split(maxsplit=1)[-1]
        return words[at + 1 : at + 2] == () or words[at + 1] in self._lexicon.articles or not written.islower()

    def _is_person(self, nouns: list[str]) -> bool:
        """True for nouns for a person who is not named by them alone."""
        lexicon = self._lexicon
        if lexicon.by_role.intersection(nouns) or lexicon.offices.intersection(nouns):
            return False
        if lexicon.people.intersection(nouns):
            return True
        return len(nouns) == 1 and nouns[0].endswith(lexicon.agentive) and nouns[0] not in lexicon.works
