"""Nations as sport writes them, in brackets behind a name: "Bekker (Ned)", "DURAND (FRA)"."""

from wireroom_enrichment.entities.mention import Mention, Taken
from wireroom_enrichment.entities.reading import Reading

NATION = 0.9
_SHORT = {
    "algeria": "alg",
    "argentina": "arg",
    "australia": "aus",
    "austria": "aut oos",
    "belarus": "blr wru",
    "belgium": "bel",
    "brazil": "bra",
    "bulgaria": "bul",
    "cameroon": "cmr",
    "canada": "can",
    "chile": "chi",
    "china": "chn",
    "colombia": "col",
    "croatia": "cro kro",
    "cuba": "cub",
    "czechia": "cze tsj tch rch",
    "denmark": "den din",
    "ecuador": "ecu",
    "egypt": "egy",
    "estonia": "est",
    "ethiopia": "eth eti",
    "finland": "fin",
    "france": "fra",
    "germany": "ger dui all ale alem rfa",
    "greece": "gre gri",
    "hungary": "hun hon",
    "iceland": "isl ijs",
    "india": "ind",
    "iran": "iri",
    "ireland": "irl ier",
    "israel": "isr",
    "italy": "ita",
    "jamaica": "jam",
    "japan": "jpn jap",
    "kazakhstan": "kaz",
    "kenya": "ken",
    "latvia": "lat let",
    "lithuania": "ltu lit",
    "luxembourg": "lux",
    "mexico": "mex",
    "morocco": "mar",
    "netherlands": "ned hol",
    "new zealand": "nzl nze",
    "nigeria": "ngr",
    "norway": "nor noo",
    "peru": "per",
    "poland": "pol",
    "portugal": "por",
    "qatar": "qat",
    "romania": "rou roe rum",
    "russia": "rus",
    "senegal": "sen",
    "serbia": "srb ser",
    "slovakia": "svk slk",
    "slovenia": "slo",
    "south africa": "rsa zaf",
    "south korea": "kor",
    "spain": "esp spa",
    "sweden": "swe zwe sue",
    "switzerland": "sui zwi",
    "thailand": "tha",
    "tunisia": "tun",
    "turkey": "tur",
    "ukraine": "ukr oek",
    "united kingdom": "gbr",
    "united states": "usa vst eua eeuu",
    "uruguay": "uru",
    "uzbekistan": "uzb oez",
    "venezuela": "ven",
}
"""By country, folded in English: the International Olympic Committee's code, and what Dutch, French, German and Spanish
papers write instead. What stands for two countries is the one that comes first."""
_COUNTRIES = {short: country for country, shorts in reversed(_SHORT.items()) for short in shorts.split()}


def nation_of(reading: Reading, index: int) -> str | None:
    """The country's name, folded, where the word is a nation's short form behind an opening bracket."""
    if not 0 < index < len(reading) or reading.gaps[index] != " (" or not reading.large[index]:
        return None
    return _COUNTRIES.get(reading.folded[index])


def nations(reading: Reading, taken: Taken) -> None:
    """Takes those that stand behind a person's name."""
    for person in [mention for mention in taken.mentions if mention.type == "person"]:
        index = person.last
        country = nation_of(reading, index)
        if country and taken.at(index) is None:
            taken.add(Mention(index, index + 1, "place", NATION, known=country))
