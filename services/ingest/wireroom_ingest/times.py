"""Times in the news, as precise as they were given and never more."""

import re
from datetime import datetime, timedelta

from wireroom_core.models import NewsTime, earliest_utc

_TOLERANCE = timedelta(hours=1)
"""A source's clock may be this far ahead of ours."""
_LONGEST = 100
"""Longer than any time is written; what is longer is not searched."""
_MONTH_NAMES = "january february march april may june july august september october november december"
_ZONES = {
    **dict.fromkeys(("z", "ut", "utc", "gmt"), "Z"),
    **{"edt": "-04:00", "est": "-05:00", "cdt": "-05:00", "cst": "-06:00"},
    **{"mdt": "-06:00", "mst": "-07:00", "pdt": "-07:00", "pst": "-08:00"},
}
_EASTERNMOST_HOURS = 14
_ZONE = r"(?P<zone>[+-]\d\d(?::?\d\d)?|[a-z]{1,5})?"
_FLAGS = re.ASCII | re.IGNORECASE | re.VERBOSE

_ISO = re.compile(
    rf"""(?P<year>\d{{4}}) (?: -(?P<month>\d\d) (?: -(?P<day>\d\d)
    (?: (?:t|[ ]+) (?P<hour>\d\d):(?P<minute>\d\d) (?: :(?P<second>\d\d) (?:[.,]\d+)? )? [ ]? {_ZONE} )? )? )?""",
    _FLAGS,
)
_ISO_BASIC = re.compile(
    rf"""(?P<year>\d{{4}}) (?P<month>\d\d) (?P<day>\d\d)
    (?: t (?P<hour>\d\d)(?P<minute>\d\d) (?: (?P<second>\d\d) (?:[.,]\d+)? )? {_ZONE} )?""",
    _FLAGS,
)
_RFC_822 = re.compile(
    rf"""(?: [a-z]{{3,9}} \.? ,? \s+ )? (?P<day>\d\d?) [\s-]+ (?P<name>[a-z]{{3,9}}) \.? [\s-]+ (?P<year>\d{{4}}|\d\d)
    (?: \s+ (?P<hour>\d\d?):(?P<minute>\d\d) (?: :(?P<second>\d\d) (?:\.\d+)? )? \s* {_ZONE} )? (?: \s* \([^)]*\) )?""",
    _FLAGS,
)


def news_time(raw: str | None, field: str, received_at: datetime) -> tuple[NewsTime | None, list[str]]:
    """What ``raw`` says, and what had to be repaired; ``field`` is its name there. Nothing given, no time.

    Unreadable, impossible, or more than an hour after ``received_at``: a time without a value that keeps ``raw``.
    """
    if raw is None or not raw.strip():
        return None, []
    time = read(raw)
    first = earliest_utc(time)
    if first is None:
        return time, [f"{field} is no time that can be read: kept raw"]
    if first > received_at + _TOLERANCE:
        return _without_value(raw), [f"{field} lies in the future: kept raw"]
    return time, []


def read(raw: str) -> NewsTime:
    """RFC 822 or ISO 8601 as a time; one without a value where ``raw`` is neither or cannot be."""
    stamp = raw.strip()
    if len(stamp) > _LONGEST:
        return _without_value(raw)
    match = _ISO.fullmatch(stamp) or _ISO_BASIC.fullmatch(stamp) or _RFC_822.fullmatch(stamp)
    if match is None:
        return _without_value(raw)
    try:
        return _compose({key: value for key, value in match.groupdict().items() if value}, raw)
    except ValueError:
        return _without_value(raw)


def _without_value(raw: str) -> NewsTime:
    return NewsTime(value=None, precision=None, raw=raw)


def _compose(parts: dict[str, str], raw: str) -> NewsTime:
    """Raises ValueError where the parts make no time."""
    if "name" in parts:
        parts |= {"year": _year(parts["year"]), "month": _month(parts["name"]), "day": parts["day"].zfill(2)}
    value = "-".join(parts[part] for part in ("year", "month", "day") if part in parts)
    if "hour" not in parts:
        precision = ("year", "month", "day")[value.count("-")]
        return NewsTime.model_validate({"value": value, "precision": precision, "raw": raw})
    zone = _zone(parts.get("zone", ""))
    precision = "second" if "second" in parts else "minute"
    clock = ":".join(parts[part].zfill(2) for part in ("hour", "minute", "second") if part in parts)
    return NewsTime.model_validate(
        {"value": f"{value}T{clock}{zone}", "precision": precision, "zone_known": bool(zone), "raw": raw}
    )


def _year(digits: str) -> str:
    """RFC 2822: two digits under 50 belong to this century."""
    return digits if len(digits) == 4 else f"{20 if digits < '50' else 19}{digits}"


def _month(name: str) -> str:
    for number, month in enumerate(_MONTH_NAMES.split(), start=1):
        if month.startswith(name.lower()):
            return f"{number:02}"
    raise ValueError(f"{name!r} is no month")


def _zone(given: str) -> str:
    """The zone as ISO 8601 writes it, empty where it is unknown; ``-00:00`` says that it is (RFC 2822, RFC 3339)."""
    if given[:1] not in ("+", "-"):
        return _ZONES.get(given.lower(), "")
    hours, minutes = given[1:3], given[3:].removeprefix(":") or "00"
    if int(hours) > _EASTERNMOST_HOURS or int(minutes) > 59:
        raise ValueError(f"no zone has the offset {given}")
    return "" if given[0] == "-" and hours == minutes == "00" else f"{given[0]}{hours}:{minutes}"
