"""How dates are put together: shapes over the codes of words (lexicon.py), the same for all languages."""

import re

CLOCK = (
    r"(?:E i(?: 'x P)?|[dm](?:[.:][dm])? ?(?:J|[qi]\.? ?v\.?)|[dm]H[dm]?|[idm] H(?: [dm](?! [xUuMH]))?|i h"
    r"|[dm][.:][dm](?![.:/][dmzY])(?: ?[Hh])?|[dm] h(?: 'x P| [dm](?! [xUuM]))?|[dm](?= o a P))(?: o (?:a )?P)?"
)
"""22H00, 14 Uhr 30, 14:30, 5.42 horas, 3 p.m., 20 heures, half negen 's avonds."""
_AT = r",? (?:[@rt] (?:a )?)?(?:b (?:a )?)?"
_NUMBER = r"(?:[idmz]|Y)"
_HOW = r"(?:(?:i )?f )?(?:b (?:o )?|[<>] (?:[oy][ '])?)?"
_MONTH = r"(?:M|A\.?)"
_YEAR = r"(?:(?:,| o)? Y(?![.,]\d))"
_DAY_MONTH = rf"d[n.]?(?: o)? {_MONTH}(?! ?[HJ]){_YEAR}?"
_MONTH_DAY = rf"{_MONTH} d(?!H|[.,:][dmz])n?(?:,? Y(?![xUu]))?"
_NUMERIC = r"(?:d/d/Y|d\.d\.Y|d-d-Y|Y-[d]-[d]|d\. ?d\.(?! ?[dmzY])|d/d(?= \())"
_PART = r"(?: (?:(?:[rptI] )?(?:a )?|')P)"
_STARTS = (
    r"(?=[dmizYMAWQPRVSKUjXCLNTEBbGviFfIOs<>a'])"
    r"(?=[YMAWQPRVSKjXCO]|[dm](?:[nDJHqi./:-]| [teoMAJqiHhUuj-])|[iz](?:D| [UujHh])|U [sLNlq]"
    r"|[LNTEBbGviFfIs<>][ '-][^x]|a[ '][NUKCPs]|'[mz]D)"
    r"(?!(?:[dmz][.]){3})"
)
"""How shapes begin, so that few of the places where they could are tried; numbers before anything else count something.

Three numbers with a point each are no date but the number of a section.
"""
_TO = r"(?: t (?:e )?(?:r )?(?:a )?| ?- ?| e (?:a )?)"


def grammar(month_first: bool, ago: str, ahead: str, articles: bool) -> re.Pattern[str]:
    """The shapes as one expression; the group that matched is the kind of date.

    ``month_first`` takes "May 14" too; ``ago`` is how "N days ago" begins, in codes, where it begins with it;
    ``ahead`` is how "in N days" begins; ``articles`` takes the article into "the last month".
    """
    # English dates have no article: "after the Nov. 7 attack" speaks of the attack.
    side = r"(?:B (?:o )?)?" if month_first else r"(?:B (?:o )?(?:a )?)?"
    dated = rf"(?:{_DAY_MONTH}|{_MONTH_DAY}|{_NUMERIC})" if month_first else rf"(?:{_DAY_MONTH}|{_NUMERIC})"
    # "Woensdag 10 tot 15 millimeter" is no Wednesday the 10th.
    numbered = r"d(?!\.? e d|[.,:]?[dmzHJY]| [HhJUuxA]| t [dmz](?! ?[hH.:]| (?:o )?[MA]))"
    weekday = rf"(?:[LNT] )?W(?:,?(?: a)? {dated}|,? {numbered}| [LN]| q v)?"
    about = r"b (?:a )?"
    joined = rf"(?:[LNT] )?Q(?:,? {dated}| [LN])?"
    some_day = rf"(?:{about}{dated}|{weekday}|(?:[LN] )?{dated}(?: [LN](?![ '][WU]))?|{joined}|(?:F')?R|V)"
    ranged = rf"d[n.]?{_TO}d[n.]?(?: o)? {_MONTH}{_YEAR}?"
    if month_first:
        ranged += rf"|{_MONTH} dn?{_TO}dn?(?:,? Y)?(?![HJ])"
    article = r"(?:a[ '])?" if articles else ""
    of = r"(?:o(?: (?:a[ '])?|'))?"
    edge = rf"(?:E {of}(?:a )?|E-)"
    ago_shape = rf"{ago}{_HOW}(?:a )?{_NUMBER} [Uujh]" if ago else rf"{_HOW}{_NUMBER} [Uujh] g"
    unit = rf"(?:a )?N U|[LNT] U(?! q v)|a[ ']N U|{article}U [LN](?! U)|{article}U q v"
    of_unit = r"(?:a[ '])?(?:[LNT] U|U [LN]|U q v)"
    shapes = {
        "night": rf"P (?:[or] (?:a )?)?W t (?:a )?W|P t (?:a )?(?:W|{dated})|P o d t d {_MONTH}{_YEAR}?",
        "part": rf"P (?:o |p |r )(?:a |T )?(?:{some_day})",
        "weekday_of": r"[LN] U W|W (?:o (?:a )?)?(?:[LN] U|U [LN]|U q v)|[LN] U [Q]",
        "days": ranged,
        "of_month": rf"d[n.]? o {of_unit}",
        "of_year": rf"(?:{edge})?(?:d[n.]?(?: o)? )?{_MONTH} (?:o )?{of_unit}",
        "clock_day": rf"(?:b (?:a )?)?{CLOCK}(?: [ro])? (?:(?:[LNT] )?W(?:{_PART})?|{dated}|R)",
        "day": rf"{side}{some_day}(?:{_AT}{CLOCK}|{_PART}(?:{_AT}{CLOCK})?)?|(?:E )W(?! P)",
        "weekend": r"[LTN] E o U|E o U L|T K|[LN] K|a K(?: [LN])|K(?: [LN])?",
        "month": rf"(?:{side}{edge}|{side})(?:[LNT] )?(?:M|A\.?(?= Y))(?: [LN])?{_YEAR}?|X(?:{_YEAR}| [LN])?",
        "ago": ago_shape + rf"|{_HOW}{_NUMBER} [Uujh] (?:> )?(?:l|B(?! [oax]))",
        "unit": rf"{edge}?(?:{unit})|{edge}U|{article}C{_PART}?|a U B R|a U B(?![ '][ax])",
        "beside": rf"(?:a )?s U{_PART}?|(?:a[ '])?U s{_PART}?|U l",
        "part_now": r"[LNT] P|a[ ']P L",
        "ahead": rf"{ahead}{_NUMBER} [Uuj]" if ahead else "(?!)",
        "decade": rf"{edge}?(?:Y ?D(?: [uj])?|j (?:o )?(?:a )?[Ymzi](?![.,]\d)|'?[mz]D(?: [uj])?|O u)",
        "season_of": rf"{edge}?S (?:o )?{of_unit}",
        "season": rf"(?:B (?:o )?(?:a[ '])?)?{edge}?(?:[LNT] )?S(?: [LN]| (?:o )?(?:a )?Y)?",
        "years": r"Y(?: ?- ?| t (?:e r )?)Y(?! ?[%$€])|(?:(?<=k )|(?<=k a ))Y e (?:a )?Y(?! ?[%$€])|Y/[dmY]"
        r"|Y-d(?![-/.,:]?[dmzY])",
        "year": rf"{edge}?(?:B (?:o )?|b )?Y",
        "clock": rf"(?:b (?:a )?)?{CLOCK}",
        "tomorrow": rf"P(?: p a P)?(?:{_AT}{CLOCK})?",
    }
    return re.compile(_STARTS + "(?:" + "|".join(f"(?P<{kind}>{shape})" for kind, shape in shapes.items()) + ")")
