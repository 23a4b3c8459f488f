"""IPTC Media Topics: the seventeen of the first level, and those of the second that words can tell apart.

Codes and English names are IPTC's (https://cv.iptc.org/newscodes/mediatopic, CC BY 4.0).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic; ``broader`` is the name of the one that it belongs to, none for those of the first level."""

    code: str
    name: str
    broader: str | None = None


_FIRST = {
    "01": "arts, culture, entertainment and media",
    "02": "crime, law and justice",
    "03": "disaster, accident and emergency incident",
    "04": "economy, business and finance",
    "05": "education",
    "06": "environment",
    "07": "health",
    "08": "human interest",
    "09": "labour",
    "10": "lifestyle and leisure",
    "11": "politics and government",
    "12": "religion",
    "13": "science and technology",
    "14": "society",
    "15": "sport",
    "16": "conflict, war and peace",
    "17": "weather",
}
_SECOND = {
    "01": {"20000045": "mass media"},
    "02": {"20000082": "crime", "20000106": "judiciary", "20000129": "law enforcement"},
    "03": {"20000139": "accident and emergency incident", "20000148": "disaster"},
    "04": {"20000170": "business information", "20000385": "market and exchange"},
    "06": {"20000418": "climate change", "20000420": "conservation", "20000424": "environmental pollution"},
    "07": {
        "20000446": "diseases and conditions",
        "20000461": "health facility",
        "20000464": "health treatment",
    },
    "09": {"20000509": "employment", "20000524": "labour relations"},
    "11": {"20000574": "election", "20000638": "international relations"},
    "13": {"20000756": "technology and engineering"},
    "14": {"20000771": "immigration"},
    "15": {"20001104": "drug use in sport"},
    "16": {
        "20000053": "act of terror",
        "20000056": "armed conflict",
        "20000065": "civil unrest",
        "20000070": "coup d'etat",
        "20000073": "peace process",
    },
}


def _topics() -> dict[str, Topic]:
    first = {name: Topic(f"medtop:{number}000000", name) for number, name in _FIRST.items()}
    second = {
        name: Topic(f"medtop:{code}", name, _FIRST[number])
        for number, topics in _SECOND.items()
        for code, name in topics.items()
    }
    return first | second


TOPICS = _topics()
"""By name."""
