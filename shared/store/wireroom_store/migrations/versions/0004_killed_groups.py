"""What kills hold is found by group, at a cost that grows neither with the kills of the store nor with a group."""

from alembic import op

revision = "0004"
down_revision = "0003"

_TABLE = """
create table news.killed_groups (
    group_id text not null,
    article_id text not null,
    primary key (group_id, article_id)
)
"""
_MEANING = "the groups of the contents of articles that were ever killed: a way to kills that may hold, no more"

_FILL = """
insert into news.killed_groups
select distinct c.group_id, c.article_id from news.contents c where c.article_id in (select article_id from news.kills)
"""

_KILLS_IN = """
create function news.kills_in(root text) returns table (article_id text, source_id text)
language sql stable parallel safe rows 1
begin atomic
    select k.article_id, k.source_id
    from news.groups_of(root) as g (group_id)
    join news.killed_groups m on m.group_id = g.group_id
    join news.articles a on a.article_id = m.article_id
    join news.contents c
        on c.article_id = a.article_id and c.revision = a.current_revision and c.group_id = m.group_id
    join news.deliveries d on d.delivery_id = a.current_delivery_id
    join news.kills k on k.article_id = a.article_id
    where k.signal = 'kill'
        and case when k.version is not null then coalesce(d.version <= k.version, true)
            else coalesce(d.updated_utc <= k.at, true) end
        and not exists (
            select from news.kills r
            where r.article_id = k.article_id and r.signal = 'release'
                and (r.at, r.received_at) > (k.at, k.received_at)
        );
end
"""
_KILLS_IN_MEANING = """
The kills that hold an item of a group. One with a version holds up to it; one without holds until a content whose own
updated_at is later; either until a later release.
"""

_CURRENT_ARTICLES = """
create or replace view news.current_articles as
select c.*,
    k.killed or k.reached as killed,
    k.quotes_killed,
    case when k.killed or k.reached then 'canceled'
        when c.status = 'usable' and c.embargo_until > now() then 'withheld'
        else c.status end as effective_status
from news.current_contents c
cross join lateral (
    select k.killed,
        k.same_agency and c.verdict not in ('excerpt_of', 'contains', 'template_sibling') as reached,
        k.same_agency and c.verdict in ('excerpt_of', 'contains') as quotes_killed
    from (
        select coalesce(bool_or(i.article_id = c.article_id), false) as killed,
            coalesce(bool_or(i.source_id = coalesce(c.agency, news.agency_of_group(c.root_id))), false) as same_agency
        from news.kills_in(c.root_id) i
    ) k
) k
"""


def upgrade() -> None:
    """Each article's status asks the kills of its own group; before, any question worked out all kills."""
    op.execute(_TABLE)
    op.execute(f"comment on table news.killed_groups is '{_MEANING}'")
    op.execute(_FILL)
    op.execute(_KILLS_IN)
    op.execute(f"comment on function news.kills_in is '{_KILLS_IN_MEANING.strip()}'")
    op.execute(_CURRENT_ARTICLES)
    op.execute("drop view news.killed_items")


def downgrade() -> None:
    """There is no way back but an older copy of the database."""
    raise NotImplementedError("restore a backup that was made before")
