"""Groups of systems that know links alone: whatever a link joins is one group."""


class UnionFind:
    """Numbers in disjoint sets; a path is halved whenever it is followed."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def join(self, one: int, other: int) -> None:
        """Make the sets of both one."""
        self._parents[self.root(one)] = self.root(other)

    def root(self, number: int) -> int:
        """The number that the set goes by."""
        parents = self._parents
        while (parent := parents.get(number, number)) != number:
            parents[number] = number = parents.get(parent, parent)
        return number
