"""News agencies: the names they are credited by, and where each stands in a text."""

from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from wireroom_core.slug import slug
from wireroom_enrichment.draft import Span
from wireroom_enrichment.words import encodable

NAMES = {
    "AA": ("Anadolu", "Anadolu Agency", "Anadolu Ajansı"),
    "AAP": ("Australian Associated Press",),
    "AFP": ("Agence France-Presse", "Agence France Presse", "Agencia France Presse", "France-Presse", "Afp"),
    "ANP": ("Algemeen Nederlands Persbureau",),
    "ANSA": ("Ansa",),
    "AP": ("Associated Press",),
    "APA": ("Austria Presse Agentur", "Austria Presse-Agentur"),
    "ATS": ("Keystone-ATS", "Agence télégraphique suisse"),
    "Belga": (),
    "Bloomberg": ("Bloomberg News",),
    "BTA": (),
    "CTK": ("ČTK",),
    "CP": ("Canadian Press", "La Presse canadienne", "La Presse Canadienne"),
    "dapd": (),
    "dpa": (
        *("Deutsche Presse-Agentur", "Deutschen Presse-Agentur", "Deutsche Presseagentur", "Deutschen Presseagentur"),
        "Dpa",
    ),
    "dpa-AFX": ("AFX",),
    "EFE": ("Agencia EFE", "Efe", "Agencia Efe"),
    "epd": ("Evangelische Pressedienst", "Evangelischer Pressedienst", "Evangelischen Pressedienst"),
    "Europa Press": (),
    "Fides": (),
    "HINA": ("Hina",),
    "Interfax": (),
    "IPS": ("Inter Press Service",),
    "IRNA": ("Irna",),
    "Keystone": (),
    "KCNA": (),
    "KNA": ("Katholische Nachrichten-Agentur", "Katholischen Nachrichten-Agentur"),
    "Kyodo": ("Kyodo News",),
    "Lusa": (),
    "MTI": (),
    "NTB": (),
    "PA": ("PA Media", "Press Association"),
    "PAP": (),
    "PTI": ("Press Trust of India",),
    "Reuters": ("Thomson Reuters",),
    "RIA Novosti": ("Ria Novosti", "RIA"),
    "Ritzau": (),
    "SANA": ("Sana",),
    "SDA": ("Keystone-SDA", "Schweizerische Depeschenagentur", "Schweizerischen Depeschenagentur"),
    "SID": ("Sport-Informations-Dienst",),
    "SPA": ("Saudi Press Agency",),
    "STA": (),
    "STT": (),
    "Tanjug": (),
    "TASS": ("Tass", "Itar-Tass", "ITAR-TASS"),
    "TT": ("TT-AFP",),
    "Télam": ("Telam",),
    "Ukrinform": (),
    "UPI": ("United Press International",),
    "WAFA": ("Wafa",),
    "Xinhua": ("Chine nouvelle", "New China News Agency"),
    "Yonhap": (),
    "ANI": (),
    "ANGOP": ("Angop",),
    "APP": ("Associated Press of Pakistan",),
    "APS": ("Algérie Presse Service", "Agence de presse sénégalaise", "Agence de Presse Sénégalaise"),
    "Agerpres": (),
    "Agência Brasil": ("Agencia Brasil",),
    "Andina": ("Agencia Andina",),
    "Antara": (),
    "Azertac": ("AZERTAC",),
    "BelTA": ("Belta",),
    "Bernama": (),
    "BNS": ("Baltic News Service",),
    "CNA": ("Central News Agency",),
    "DHA": (),
    "Dow Jones": ("Dow Jones Newswires",),
    "Fars": (),
    "IANS": (),
    "IHA": (),
    "INA": ("Iraqi News Agency",),
    "ISNA": ("Isna",),
    "Jiji": ("Jiji Press",),
    "KUNA": ("Kuna", "Kuwait News Agency"),
    "MAP": ("Maghreb Arabe Presse", "Maghreb Arab Press"),
    "MENA": ("Middle East News Agency",),
    "NAN": ("News Agency of Nigeria",),
    "NNA": ("National News Agency",),
    "Notimex": (),
    "PNA": ("Philippine News Agency",),
    "Prensa Latina": (),
    "QNA": ("Qatar News Agency",),
    "SUNA": ("Suna", "Sudan News Agency"),
    "TAP": ("Tunis Afrique Presse",),
    "Tasnim": (),
    "TASR": (),
    "Unian": ("UNIAN",),
    "VNA": ("Vietnam News Agency",),
    "WAM": ("Emirates News Agency",),
    "ACI Prensa": (),
    "AsiaNews": (),
    "Colpisa": (),
    "Servimedia": (),
    "Agenzia Nova": (),
    "Adnkronos": ("AdnKronos",),
    "AMNA": ("ANA-MPA", "Athens News Agency", "Athens-Macedonian News Agency"),
    "ddp": (),
}
"""For each agency's short name the others that it goes by. Most are also words, people or firms: none is a credit
without the position of one."""

MOST = 300
"""Mentions in one text that are looked at; no dispatch comes near it. Of more, the last ones count too (a trailer)."""
_LAST = 50


@cache
def _spellings() -> dict[str, str]:
    """Every spelling with its short name."""
    known: dict[str, str] = {}
    for short, others in NAMES.items():
        for name in (short, *others):
            for spelling in (name, name.upper(), name.lower()):
                known.setdefault(spelling, short)
    return known


@cache
def _automaton() -> tuple[AhoCorasick, Sequence[str]]:
    spellings = tuple(_spellings())
    return AhoCorasick(
        spellings, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    ), spellings


@cache
def _by_slug() -> dict[str, str]:
    return {slug(spelling): short for spelling, short in _spellings().items()}


def short_name(name: str) -> str | None:
    """The agency of which ``name`` is a name, in any spelling."""
    return _by_slug().get(slug(name))


def without_names(line: str) -> str:
    """``line`` with a space in the place of each name."""
    parts, at = [], 0
    for (start, end), _ in mentions(line):
        parts.append(line[at:start])
        at = end
    return " ".join((*parts, line[at:]))


def _begins_code(text: str, end: int) -> bool:
    """True before the number of a dispatch ("dpa:260422-930-118/2")."""
    return text.startswith(":", end) and text[end + 1 : end + 2].isdigit()


def mentions(text: str) -> Iterator[tuple[Span, str]]:
    """Where a name of an agency stands as a word of its own, with the agency's short name; in order."""
    automaton, spellings = _automaton()
    found = [
        ((start, end), _spellings()[spellings[number]])
        for number, start, end in automaton.find_matches_as_indexes(encodable(text))
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum() or _begins_code(text, end))
    ]
    yield from found if len(found) <= MOST else found[: MOST - _LAST] + found[-_LAST:]
