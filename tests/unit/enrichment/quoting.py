"""Texts with their names marked by hand, for tests of quotations."""

import re
from collections.abc import Callable
from dataclasses import replace

from wireroom_core.models import Agency, Annotation, Article, Entity, Quotation
from wireroom_enrichment.draft import Draft
from wireroom_enrichment.quotations import Quotations
from wireroom_enrichment.sentences import Sentences

Made = Callable[..., Article]
_MARK = re.compile(r"([\[<{])([^\]>}|=]*)(?:=([^\]>}|]*))?(?:\|([^\]>}]*))?[\]>}]")
_SENTENCES, _QUOTATIONS = Sentences(), Quotations()


def marked(text: str) -> tuple[str, list[Annotation]]:
    """``text`` without its marks, and what they mean: ``[Lee=Ann Lee|mayor / judge]`` is a person who is called Lee
    there and has these roles, ``<UN=United Nations>`` an organisation, ``{AFP}`` an agency.
    """
    plain, at, names = "", 0, list[Annotation]()
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        kind, shown, name, roles = match.groups()
        given = {"start": len(plain), "end": len(plain) + len(shown), "text": shown, "name": name or shown}
        given |= {"confidence": 1.0, "annotator": "test", "version": 1}
        if kind == "{":
            names.append(Agency.model_validate({**given, "role": "interlocutor"}))
        else:
            type_ = "person" if kind == "[" else "organisation"
            names.append(Entity.model_validate({**given, "type": type_, "roles": roles.split(" / ") if roles else ()}))
        plain += shown
        at = match.end()
    return plain + text[at:], names


def quoted(article: Made, language: str, text: str) -> list[Quotation]:
    """The quotations of ``text``, with names as ``marked`` has them."""
    plain, names = marked(text)
    draft = _SENTENCES.annotate(replace(Draft.of(article(plain)), language=language))
    draft = _QUOTATIONS.annotate(replace(draft, annotations=(*draft.annotations, *names)))
    return [found for found in draft.annotations if isinstance(found, Quotation)]


def told(article: Made, language: str, text: str) -> list[tuple[str, str | None, str | None]]:
    """What was said in ``text`` (pieces parted by `` … ``), by whom, with what verb."""
    plain, _ = marked(text)
    return [
        (
            " … ".join(plain[start:end] for start, end in found.parts) or found.text,
            found.speaker.name if found.speaker else None,
            found.cue,
        )
        for found in quoted(article, language, text)
    ]
