"""What the words of one language tell about who says something. The words stand in modules of their own."""

from dataclasses import dataclass, field
from typing import Literal

Gender = Literal["m", "f", ""]
Words = frozenset[str]
NONE: Words = frozenset()


def words(*lines: str) -> Words:
    """The words of ``lines``, which are parted by white space."""
    return frozenset(word for line in lines for word in line.split())


def inflected(stems: str, endings: str) -> Words:
    """Every stem with every ending; ``-`` is the ending of nothing."""
    return frozenset(stem + ending.strip("-") for stem in stems.split() for ending in endings.split())


def phrases(*given: str) -> tuple[tuple[str, ...], ...]:
    """Phrases as their words, longest first."""
    return tuple(sorted((tuple(phrase.split()) for phrase in given), key=len, reverse=True))


def alike(*groups: str) -> dict[str, Words]:
    """For each word of a group, the whole group."""
    return {word: words(group) for group in groups for word in group.split()}


def completed(**verbs: str) -> dict[str, Words]:
    """For each verb that is a cue only with another word, those words."""
    return {verb: words(others) for verb, others in verbs.items()}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of one language, without case, with ' for every apostrophe; an elided one keeps it (``l'``)."""

    finite: Words
    """Forms of verbs of saying that stand alone ("déclare", "said")."""
    participles: Words
    """Those that follow an auxiliary."""
    auxiliaries: Words
    gerunds: Words = NONE
    """"ajoutant", "adding": the subject is that of the sentence."""
    infinitives: Words = NONE
    """Those that are cues after ``purposes``, with the sentence's subject ("pour dénoncer")."""
    purposes: Words = NONE
    """Prepositions before an infinitive or a gerund with the sentence's subject ("after describing")."""
    plural_verbs: tuple[str, ...] = ()
    """Endings of verbs that one person alone is not the subject of."""
    nouns_too: Words = NONE
    """Of the finite forms, those that are nouns as well ("claims", "annonce")."""
    completed: dict[str, Words] = field(default_factory=dict)
    """Verbs that are cues only with one of these words: beside a participle or before the clause's end."""
    be: Words = NONE
    """Before a participle they make a passive of it ("was described")."""
    by: Words = NONE
    """Before whoever does what a passive says ("par", "von")."""
    reported: Words = NONE
    """Forms of verbs that tell what somebody said, without a verb of saying (German "sei")."""
    quoting: Words = NONE
    """Verbs after which the speaker stands ("{AFP} quoted X as saying")."""
    namings: Words = NONE
    """Verbs of saying that have an object beside the words quoted, which stand after them ("called it “…”")."""
    passive: Words = NONE
    """Words between auxiliary and participle that make a passive of them ("a été qualifié")."""
    reflexive: Words = NONE
    """"s'", "se", "sich"."""
    participle_last: bool = False
    """The participle stands at the clause's end ("hat … gesagt")."""
    subject_first: bool = False
    """After a quotation the subject may stand before the verb ("X said")."""
    subject_dropped: bool = False
    """A verb alone may have its subject in the sentence before ("añadió")."""
    sources: tuple[tuple[str, ...], ...] = ()
    """Phrases after which the speaker stands and no verb ("selon", "according to")."""
    opinions: tuple[tuple[str, ...], ...] = ()
    """The same at a sentence's beginning only ("pour")."""
    own_opinions: tuple[tuple[str, ...], ...] = ()
    """The same of whoever spoke before ("a su juicio")."""
    trailing_sources: Words = NONE
    """Words before which the speaker stands ("zufolge")."""
    impersonal: Words = NONE
    """Subjects of nobody ("on", "es"): the speaker stands after a preposition."""
    leading: Words = NONE
    """Words before an incise that mean nothing here ("wie", "zo")."""
    genders: dict[str, Gender] = field(default_factory=dict)
    """Articles before the role of a man or a woman."""
    pronouns: dict[str, Gender] = field(default_factory=dict)
    stressed: dict[str, Gender] = field(default_factory=dict)
    """Pronouns after prepositions ("selon lui")."""
    first_person: Words = NONE
    clitics: Words = NONE
    """What may stand between subject and verb."""
    definite: Words = NONE
    """Articles, demonstratives and possessives: what follows may be someone who is known already."""
    possessive: Words = NONE
    """Of them, those whose noun is not known by itself ("mon", "su")."""
    demonstrative: Words = NONE
    """Of them, those that point at someone known, whatever is said of them besides."""
    indefinite: Words = NONE
    alone: Words = NONE
    """Of them, those that stand for someone without a noun ("one")."""
    plural: tuple[str, ...] = ()
    """Endings of plurals that may do without an article."""
    by_role: Words = NONE
    """Of ``people``, those whose name is told with the role or not at all ("the judge")."""
    offices: Words = NONE
    """Of ``people``, those who are not meant by any other noun ("the accused" is no judge)."""
    agentive: tuple[str, ...] = ()
    """Endings of nouns for someone who does something ("goleador")."""
    neuter: Words = NONE
    """Pronouns for organisations only ("it"); the others then stand for people only."""
    of: Words = NONE
    """Prepositions within a noun phrase."""
    prepositions: Words = NONE
    """All others."""
    stops: Words = NONE
    """Words that end a noun phrase: relative pronouns, conjunctions, adverbs of time."""
    conjunctions: Words = NONE
    """What begins a clause with a subject of its own ("that", "while", "whom"); no relative pronoun of a subject."""
    relatives: Words = NONE
    """What begins a clause that only tells more of a person ("qui")."""
    subordinators: Words = NONE
    """What begins a clause in which the speaker does not stand."""
    people: Words = NONE
    """Nouns for one person; what is said of "le vainqueur" is said of the person named before."""
    modifying: Words = NONE
    """Of them, those that may stand before another noun ("chief executive")."""
    alike: dict[str, Words] = field(default_factory=dict)
    """For a noun for a person, all that are said of the same role ("lawyer", "attorney")."""
    bodies: Words = NONE
    """Nouns for organisations, by which one named before is meant."""
    institutions: Words = NONE
    """Of them, those that are part of the name ("hospital")."""
    naming: Words = NONE
    """Words after which a quoted phrase is a name or a scare quote ("titled", "sogenannte")."""
    works: Words = NONE
    """Nouns of works and things whose name follows in marks."""
    legible: Words = NONE
    """Verbs for what stands written on ``works`` ("a banner read …"), which nobody says."""
    feminine: tuple[str, ...] = ()
    """Endings of nouns for women."""
    masculine: tuple[str, ...] = ()
    """Endings of nouns for men, where those for women do not end like them."""
    capital_nouns: bool = False
    """Nouns have capitals (German), so that a capital is no sign of a name."""
    articles: Words = field(init=False)
    """Definite and indefinite ones."""
    cue_starts: Words = field(init=False)
    """The words that a cue may begin with."""
    source_starts: Words = field(init=False)
    phrase_ends: Words = field(init=False)
    """What is in no noun phrase."""
    no_nouns: Words = field(init=False)
    """What may go on after a noun phrase, and is no noun."""
    compounded: tuple[str, ...] = field(init=False)
    """Nouns for a person that others end with, in a language of compounds ("Oberbürgermeisterin")."""
    role_nouns: Words = field(init=False)
    """Of ``people``, and titles that stand for a role."""
    people_in_plural: Words = field(init=False)
    """Several of them, where a plural ends in -s or -es."""
    nouns: Words = field(init=False)
    """Of people and organisations."""
    clause_ends: Words = field(init=False)
    """What is neither in a noun phrase nor in its complements."""
    governing: Words = field(init=False)
    """All prepositions."""
    strangers: Words = field(init=False)
    """What stands before a noun for someone who is not known by it."""
    named_kinds: Words = field(init=False)
    """Nouns that a name may follow."""
    verbs: Words = field(init=False)
    """All forms of verbs of saying."""

    def __post_init__(self) -> None:
        derived = {
            "articles": self.definite | self.indefinite,
            "cue_starts": self.finite
            | self.completed.keys()
            | self.auxiliaries
            | self.gerunds
            | self.infinitives
            | self._object_pronouns,
            "source_starts": frozenset(phrase[0] for phrase in self.sources),
            "phrase_ends": self.stops
            | self.prepositions
            | (self.clitics - self.definite - self.of - self.indefinite)
            | (self.auxiliaries | self.finite) - self.nouns_too - self.people - self.bodies,
            "no_nouns": self.of | self.prepositions | self.stops | self.auxiliaries | self.finite | self.participles,
            "role_nouns": self.people | self.alike.keys(),
            "people_in_plural": {noun + ("s" if noun[-1:] in "aeio" else "es") for noun in self.people},
            "nouns": self.people | self.bodies | {noun + "s" for noun in self.people},
        }
        derived |= {
            "clause_ends": derived["phrase_ends"] - self.prepositions,
            "governing": self.of | self.prepositions,
            "strangers": self.indefinite | self.possessive,
            "verbs": self.finite | self.participles,
            "named_kinds": self.bodies | self.works,
        }
        compounded = tuple(noun for noun in self.people if len(noun) > 4) if self.participle_last else ()
        object.__setattr__(self, "compounded", compounded)
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    @property
    def _object_pronouns(self) -> Words:
        """Those that stand before a verb in an incise."""
        return NONE if self.participle_last or self.subject_first else self.clitics
