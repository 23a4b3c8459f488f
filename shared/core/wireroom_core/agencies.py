"""News agencies by the id that a source or a credit of that name gets."""

from wireroom_core.slug import slug

_NAMES = """
AFP, Agence France-Presse, Reuters, Thomson Reuters, AP, Associated Press, Belga, dpa, Deutsche Presse-Agentur,
ANP, EFE, Agencia EFE, Europa Press, ANSA, APA, Austria Presse Agentur, ATS, Keystone-ATS, Keystone-SDA, SDA,
TT, NTB, Ritzau, STT, Lusa, PAP, CTK, MTI, TASS, Interfax, Ukrinform, Xinhua, Kyodo, Yonhap, PTI, PA Media,
Press Association, Bloomberg, UPI, Anadolu, AAP, Canadian Press, La Presse canadienne
"""
AGENCY_IDS = frozenset(slug(name) for name in _NAMES.replace("\n", " ").split(","))
"""Slugs of the agencies' names, so that ``slug(origin)`` and a source's id can be looked up."""


def is_agency_own(source_id: str, origin: str | None) -> bool:
    """True where an agency delivered its own dispatch: nobody else is credited, and the source is an agency."""
    return source_id in AGENCY_IDS if origin is None else slug(origin) == source_id


def credited_agency(source_id: str, origin: str | None) -> str | None:
    """The id of the agency that an article is credited to; an agency's own dispatch is its own credit."""
    if origin is not None:
        return slug(origin)
    return source_id if source_id in AGENCY_IDS else None
