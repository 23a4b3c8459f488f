"""Numbers in words, as single words: 0 to 99, and in German and Dutch, which join them, up to thousands."""

from collections.abc import Callable, Iterator

Numerals = dict[str, int]


def numerals(language: str) -> Numerals:
    """The words of ``language`` with their numbers, in lower case and capitalised; none for a language not known."""
    make = _MAKERS.get(language)
    return dict(_cased(make())) if make else {}


def _cased(words: Numerals) -> Iterator[tuple[str, int]]:
    for word, value in words.items():
        yield word, value
        yield word.capitalize(), value


def _counted(words: str, start: int = 0, step: int = 1) -> Numerals:
    return {word: start + step * index for index, word in enumerate(words.split())}


def _french() -> Numerals:
    words = _counted(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
        " dix-sept dix-huit dix-neuf"
    )
    below_20 = {value: word for word, value in words.items()}
    tens = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
    for ten, word in tens.items():
        reach = 20 if ten in {60, 80} else 10
        words |= {f"{word}-{below_20[unit]}": ten + unit for unit in range(1, reach)}
        words |= {f"{word}-et-{below_20[unit]}": ten + unit for unit in range(1, reach, 10)}
        words[word] = ten
    words |= {f"septante-{below_20[unit]}": 70 + unit for unit in range(2, 10)}
    words |= {f"nonante-{below_20[unit]}": 90 + unit for unit in range(2, 10)}
    return words | {"une": 1, "quatre-vingts": 80, "septante": 70, "huitante": 80, "nonante": 90}


def _english() -> Numerals:
    words = _counted(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen"
    )
    units = list(words)[1:10]
    for word, ten in _counted("twenty thirty forty fifty sixty seventy eighty ninety", 2).items():
        words[word] = ten * 10
        words |= {f"{word}-{unit}": ten * 10 + value for value, unit in enumerate(units, 1)}
    return words


def _spanish() -> Numerals:
    words = _counted(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
        " diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis"
        " veintisiete veintiocho veintinueve"
    )
    words |= _counted("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    hundreds = _counted("doscient trescient cuatrocient quinient seiscient setecient ochocient novecient", 200, 100)
    words |= {stem + ending: value for stem, value in hundreds.items() for ending in ("os", "as")}
    return words | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21}


def _german() -> Numerals:
    units = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    below_20 = _counted(units + " siebzehn achtzehn neunzehn")
    tens = _counted("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
    words = _joined(below_20, tens, ("ein", "und", "hundert", "tausend"))
    return words | _counted("ein eine einem einen einer eines", 1, 0)


def _dutch() -> Numerals:
    units = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    below_20 = _counted(units + " zeventien achttien negentien")
    tens = _counted("twintig dertig veertig vijftig zestig zeventig tachtig negentig", 20, 10)
    words = _joined(below_20, tens, ("een", "en", "honderd", "duizend"))
    return words | {"één": 1, "eén": 1}


def _joined(below_20: Numerals, tens: Numerals, joints: tuple[str, str, str, str]) -> Numerals:
    """All up to 999, and the round thousands up to 999,000; ``joints`` are one, and, hundred, thousand."""
    one, joint, hundred, thousand = joints
    units = {value: word for word, value in below_20.items()} | {1: one}
    below_100 = dict(below_20)
    for word, ten in tens.items():
        below_100[word] = ten
        for unit in range(1, 10):
            # Dutch has a diaeresis where vowels meet: tweeëntwintig, drieëndertig.
            linked = "ë" + joint[1:] if joint[0] == "e" and units[unit].endswith("e") else joint
            below_100[units[unit] + linked + word] = ten + unit
    words = dict(below_100)
    for count in range(1, 10):
        prefix = hundred if count == 1 else units[count] + hundred
        words |= {prefix + word: count * 100 + value for word, value in below_100.items() if value}
        words[prefix] = count * 100
    words[one + hundred] = 100
    words |= {word + thousand: value * 1000 for word, value in list(words.items()) if value > 1}
    return words | {one + thousand: 1000}


_MAKERS: dict[str, Callable[[], Numerals]] = {
    "fr": _french,
    "en": _english,
    "es": _spanish,
    "de": _german,
    "nl": _dutch,
}
