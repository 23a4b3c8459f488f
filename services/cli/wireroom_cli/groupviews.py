"""Copy groups as a person sees them."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from wireroom_cli.copies import Credit, Share
from wireroom_cli.difference import Change, Difference, comparable
from wireroom_cli.views import ID_SHOWN, Row, console, headline, marked
from wireroom_dedup.evidence import percent

MOST_MEMBERS = 20
"""So many members of a group are laid out for a person."""
_SENTENCES_OF_A_KIND = 2
_INDENT = " " * 6
_WIDTH = 70
_CREDITS: dict[Credit, str] = {
    "own": "of the same source",
    "kept": "credit kept",
    "dropped": "credit dropped",
    "another": "credits another",
}


def of_article(whole: Row) -> None:
    """The group of one article, where it has others in it."""
    count = whole["group_members"]
    if count > 1:
        console().print(f"\nCopy group of {count:,}", style="bold")
        group(whole["group"], count, whole["article_id"])


def group(members: Sequence[Row], count: int, asked: str | None = None) -> None:
    """A group of ``count`` members, of which these are laid out; ``asked`` is the article that is shown anyway."""
    out = console()
    for member in members:
        out.print(headline(member))
        here = "this article; " if member["article_id"] == asked else ""
        facts = _writer(member) if member["canonical"] else ", ".join(_facts(member, members[0]))
        out.print(f"    {here}{facts}")
        for line in _sentences(member["difference"]):
            out.print(f"{_INDENT}{line}", style="dim")
    if count > len(members):
        out.print(f"and {count - len(members):,} more.")


def groups(rows: Sequence[Row]) -> None:
    """The most reprinted groups, each by its canonical article."""
    out = console()
    if not rows:
        out.print("No copy groups.")
        return
    for row in rows:
        size = f"  {row['members']:,} articles of {row['sources']:,} {_plural('source', row['sources'])}  "
        title = row["title"] or _beginning(row["beginning"])
        out.print(Text.assemble((row["article_id"][:ID_SHOWN], "cyan"), (size, "bold"), title))
        out.print(marked(Text(f"    {_writer(row)}"), row).append(f"; {_span(row)}; {_verdicts(row)}"), style="dim")


def _span(row: Row) -> str:
    """The first time and the last, as precise as they were given."""
    return str(row["first"]) if row["first"] == row["last"] else f"{row['first']} to {row['last']}"


def _verdicts(row: Row) -> str:
    return ", ".join(f"{count:,} {verdict}" for verdict, count in row["verdicts"].items())


def _writer(canonical: Row) -> str:
    if canonical["origin"] is None or canonical["agency_own"]:
        return f"written by {canonical['source_name']}"
    return f"written by {canonical['origin']}, as {canonical['source_name']} credits it"


def _facts(member: Row, canonical: Row) -> Iterator[str]:
    if member["lag"]:
        yield str(member["lag"])
    if member["share"]:
        yield _taken(member["share"], member["difference"], canonical)
    yield _CREDITS[member["credit"]] + (f" ({member['origin']})" if member["credit"] == "another" else "")
    yield _counts(member["difference"])


def _taken(share: Share, found: Difference, canonical: Row) -> str:
    part = percent(share.contained_by)
    if share.contained_by == 1:  # by a sample of the text
        part = "nearly all" if found.cut or found.changed else "all"
    other = "it" if share.of == canonical["article_id"] else share.of[:ID_SHOWN]
    own = "" if share.jaccard == 1 else f" ({percent(share.containment)} of its own text)"
    return f"took {part} of {other}{own}"


def _counts(found: Difference) -> str:
    kinds = (("+", len(found.added), ""), ("-", len(found.cut), ""), ("", len(found.changed), " changed"))
    there = [kind for kind in kinds if kind[1]]
    if not there:
        return "nothing added or cut"
    noun = _plural("sentence", there[0][1])
    return ", ".join(
        f"{sign}{count:,}{'' if place else f' {noun}'}{what}" for place, (sign, count, what) in enumerate(there)
    )


def _sentences(found: Difference | None) -> Iterator[str]:
    if found is None:
        return
    kinds = (
        [f"+ {_beginning(each)}" for each in found.added],
        [f"- {_beginning(each)}" for each in found.cut],
        [f"~ {_edit(each)}" for each in found.changed],
    )
    for kind in kinds:
        yield from kind[:_SENTENCES_OF_A_KIND]
    rest = sum(len(kind[_SENTENCES_OF_A_KIND:]) for kind in kinds)
    if rest:
        yield f"… and {rest:,} more"


def _beginning(text: str) -> str:
    """The first words of ``text``."""
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else line[:_WIDTH].rsplit(" ", 1)[0] + " …"


def _edit(change: Change) -> str:
    """What was changed in two lines, from where the sentences part on, with the two words before it."""
    before, after = change.before.split(), change.after.split()
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (a, b) in pairs if comparable(a) != comparable(b)), min(len(before), len(after)))
    start = max(same - 2, 0)
    lead = "… " if start else ""
    return f"\n{_INDENT}→ ".join(lead + _beginning(" ".join(words[start:])) for words in (before, after))


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"
