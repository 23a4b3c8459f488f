"""Where the items of an XML feed begin and end, found without a parser: what breaks off is no XML for one."""

import re
from collections import Counter
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z) | <!\[CDATA\[.*?(?:\]\]>|\Z) | <\?.*?(?:\?>|\Z)
    | <!DOCTYPE [^\[>]*+ (?: > | \[ .*? (?:\]\s*>|\Z) | \Z )
    | < (?P<close>/?) (?P<name>[^\W\d][\w:.-]*) (?: [^<>"'] | "[^"<]*" | '[^'<]*' )*+ >""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_ITEMS = frozenset({"item", "entry"})
_FULL_TEXT = frozenset({"content:encoded", "content", "atom:content", "xhtml:body", "body", "fullitem"})


@dataclass(slots=True)
class Outline:
    """The root element's name, whether it is closed, and for each whole item whether it has an element of full text."""

    root: str = ""
    closed: bool = False
    items: list[bool] = field(default_factory=list)
    end_of_items: int = 0
    open_after_items: tuple[str, ...] = ()

    def whole_items(self, text: str) -> str:
        """``text`` up to the end of its last whole item, with what is open there closed."""
        closers = "".join(f"</{name}>" for name in reversed(self.open_after_items))
        return text[: self.end_of_items] + closers


def outline(text: str) -> Outline:
    """The outline of the feed in ``text``, in one pass."""
    scan = _Scan()
    for token in _TOKEN.finditer(text):
        name = token["name"]
        if name is None:
            continue
        if token["close"]:
            scan.close(name, token.end())
        elif not token[0].endswith("/>"):
            scan.open(name)
    return scan.found


class _Scan:
    def __init__(self) -> None:
        self.found = Outline()
        self._stack: list[str] = []
        self._counts: Counter[str] = Counter()
        self._item_depth = 0
        self._full_text = False

    def open(self, name: str) -> None:
        self._stack.append(name)
        self._counts[name] += 1
        self.found.root = self.found.root or name
        if not self._item_depth and local(name) in _ITEMS:
            self._item_depth, self._full_text = len(self._stack), False
        elif self._item_depth and name.lower() in _FULL_TEXT:
            self._full_text = True

    def close(self, name: str, end: int) -> None:
        if not self._counts[name]:
            return
        while self._pop() != name:
            pass
        if self._item_depth > len(self._stack):
            self._end_item(whole=local(name) in _ITEMS, end=end)
        self.found.closed = not self._stack

    def _pop(self) -> str:
        name = self._stack.pop()
        self._counts[name] -= 1
        return name

    def _end_item(self, *, whole: bool, end: int) -> None:
        self._item_depth = 0
        if whole:
            self.found.items.append(self._full_text)
            self.found.end_of_items, self.found.open_after_items = end, tuple(self._stack)


def local(name: str) -> str:
    """An element's name without its prefix, in lower case."""
    return name.rpartition(":")[2].lower()
