from bench.dedup.unionfind import UnionFind


def test_what_links_join_is_one_group_in_whatever_order() -> None:
    groups = UnionFind()
    for one, other in ((1, 2), (3, 4), (2, 3), (4, 1), (6, 5)):
        groups.join(one, other)
    assert len({groups.root(number) for number in (1, 2, 3, 4)}) == 1
    assert groups.root(5) == groups.root(6) != groups.root(1)
    assert groups.root(7) == 7
