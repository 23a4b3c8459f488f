"""The statements of one batch, in the order in which the writer runs them.

``incoming`` holds the batch. The fence comes first among all that locks, then the rows of the
articles in one order (so that two writers cannot wait for each other), last the head of the stream
(so that ids become visible in order and without gaps).
"""

from wireroom_store.rows import COLUMNS

CREATE_INCOMING = (
    "create temporary table if not exists incoming ("
    + ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
    + ") on commit delete rows"
)

COPY_INCOMING = f"copy incoming ({', '.join(COLUMNS)}) from stdin"

FENCE = """
update news.positions set next = %(end)s
where cluster = %(cluster)s and topic = %(topic)s and partition = %(partition)s and next = %(start)s
"""

READ_POSITIONS = """
select partition, next from news.positions
where cluster = %(cluster)s and topic = %(topic)s and partition = any(%(partitions)s)
"""

BEGIN_POSITION = """
insert into news.positions (cluster, topic, partition, next)
values (%(cluster)s, %(topic)s, %(partition)s, %(next)s) on conflict do nothing
"""

MOVE_POSITION = """
insert into news.positions (cluster, topic, partition, next)
values (%(cluster)s, %(topic)s, %(partition)s, %(next)s)
on conflict (cluster, topic, partition) do update set next = excluded.next
"""

INSERT_ARTICLES = """
insert into news.articles (article_id, source_id)
select distinct on (article_id) article_id, source_id from incoming where content_hash is not null
order by article_id, ordinal
on conflict do nothing
"""

LOCK_ARTICLES = """
select from news.articles where article_id in (select article_id from incoming) order by article_id for update
"""
"""A statement of its own: its snapshot then sees the articles that another writer added while we waited."""

DROP_REPEATED = """
delete from incoming
where ctid in (
    select i.ctid from incoming i join news.deliveries d on d.delivery_id = i.delivery_id
    union all
    select ctid from (
        select ctid, row_number() over (partition by delivery_id order by ordinal) as nth from incoming
    ) where nth > 1
)
"""
"""A delivery that is stored already, or twice in the batch, changes nothing."""

INSERT_CONTENTS = """
insert into news.contents (
    article_id, revision, content_hash, delivery_id, verdict, group_id, source_id, source_name, origin, agency,
    agency_own, language, status, embargo_until, published_utc, received_at, title, body, document
)
select article_id, revision, content_hash, delivery_id,
    case when revision > 1 then 'revision' else verdict end,
    group_id, source_id, source_name, origin, agency, agency_own, language, status, embargo_until,
    published_utc, received_at, title, body, document
from (
    select f.*, coalesce(k.revision, 0) + row_number() over (partition by article_id order by ordinal) as revision
    from (
        select distinct on (article_id, content_hash) * from incoming
        where content_hash is not null order by article_id, content_hash, ordinal
    ) f
    left join lateral (
        select max(c.revision) as revision from news.contents c where c.article_id = f.article_id
    ) k on true
    where not exists (
        select from news.contents c where c.article_id = f.article_id and c.content_hash = f.content_hash
    )
) numbered
order by ordinal
"""

INSERT_DELIVERIES = """
insert into news.deliveries (
    delivery_id, article_id, content_hash, version, updated_utc, received_at, verdict, decided_at, decision,
    feed, raw_ref, trace_id, passed
)
select i.delivery_id, i.article_id, i.content_hash, i.version, i.updated_utc, i.received_at,
    case when i.content_hash is null then null
        when c.delivery_id = i.delivery_id then c.verdict
        else 'redelivery' end,
    i.decided_at, i.decision, i.feed, i.raw_ref, i.trace_id, i.passed
from incoming i
left join news.contents c on c.article_id = i.article_id and c.content_hash = i.content_hash
order by i.ordinal
"""

INSERT_KILLS = """
insert into news.kills (delivery_id, article_id, source_id, signal, version, at, received_at)
select delivery_id, article_id, source_id, signal, version, coalesce(updated_utc, received_at), received_at
from incoming where content_hash is null
order by ordinal
"""

LOCK_HEAD = """
select from news.stream_head for update
"""
"""Before what must see all that others wrote: a kill and its item may be written at once, by two writers."""

INSERT_KILLED_GROUPS = """
insert into news.killed_groups (group_id, article_id)
select distinct c.group_id, c.article_id
from (select distinct article_id from incoming) i
cross join lateral (
    select from news.kills k where k.article_id = i.article_id limit 1
) k
join news.contents c on c.article_id = i.article_id
on conflict do nothing
"""

UPDATE_CURRENT = """
update news.articles a set current_revision = n.revision, current_delivery_id = n.delivery_id
from (
    select distinct on (d.article_id) d.article_id, c.revision, d.delivery_id
    from news.deliveries d
    join news.contents c on c.article_id = d.article_id and c.content_hash = d.content_hash
    where d.article_id in (select article_id from incoming)
    order by d.article_id, d.version desc nulls last, d.updated_utc desc nulls last, d.received_at desc,
        d.delivery_id desc
) n
where a.article_id = n.article_id and a.current_delivery_id is distinct from n.delivery_id
"""

CREATE_HAPPENED = """
create temporary table if not exists happened (
    place double precision, what text, article_id text, revision integer, verdict text, current boolean,
    group_id text, language text, source_id text, source_name text, origin text, document jsonb,
    received_at timestamptz
) on commit delete rows
"""

NOTE_HAPPENED = """
with fresh as (
    select i.ordinal, i.signal, i.article_id, c.revision, d.verdict, c.group_id, i.language, i.source_id,
        i.source_name, i.origin, i.document, i.received_at, c.delivery_id = i.delivery_id as new,
        before.content_hash <> i.content_hash as differs,
        before.delivery_id is null or row(
            coalesce(d.version, -2147483648), coalesce(d.updated_utc, '-infinity'), d.received_at, d.delivery_id
        ) > row(
            coalesce(before.version, -2147483648), coalesce(before.updated_utc, '-infinity'), before.received_at,
            before.delivery_id
        ) as current
    from incoming i
    join news.deliveries d on d.delivery_id = i.delivery_id
    left join news.contents c on c.article_id = i.article_id and c.content_hash = i.content_hash
    left join lateral (
        select e.* from news.deliveries e
        where e.article_id = i.article_id and e.content_hash is not null and e.seq < d.seq
        order by e.version desc nulls last, e.updated_utc desc nulls last, e.received_at desc, e.delivery_id desc
        limit 1
    ) before on true
), events as (
    select ordinal as place,
        case signal when 'kill' then 'killed' when 'release' then 'released' else 'stored' end as what, f.*
    from fresh f
    union all
    select ordinal + 0.5, 'current', f.* from fresh f where not new and current and differs
)
insert into happened
select place, what, article_id, revision, verdict, current and revision is not null, group_id, language, source_id,
    source_name, origin, document, received_at
from events
"""
"""What a batch brought about does not depend on where it was cut: each delivery is seen as of its turn."""

NOTE_MERGED = """
insert into happened (place, what, article_id, group_id) values (%(place)s, 'merged', %(by_article_id)s, %(root)s)
"""

MERGE = """
with target as (
    select coalesce((select root from news.group_aliases where group_id = %(merged_into)s), %(merged_into)s) as root
), added as (
    insert into news.group_aliases (group_id, merged_into, root, by_article_id, decided_at)
    select %(group_id)s, %(merged_into)s, target.root, %(by_article_id)s, %(decided_at)s from target
    where target.root <> %(group_id)s
        and not exists (select from news.deliveries where delivery_id = %(delivery_id)s)
    on conflict do nothing
    returning root
), followed as (
    update news.group_aliases set root = added.root from added where group_aliases.root = %(group_id)s
)
select root from added
"""
"""A merge whose article is stored already was applied then; the aliases of its group follow it."""

DROP_TOLD = """
with counted as (
    select ctid as place, what, article_id, coalesce(revision, 0) as revision,
        row_number() over (partition by what, article_id, revision order by happened.place) as nth
    from happened
), told as (
    delete from happened using counted c, news.announced a
    where happened.ctid = c.place and (a.what, a.article_id, a.revision) = (c.what, c.article_id, c.revision)
        and c.nth <= a.times
    returning a.what, a.article_id, a.revision
)
update news.announced a set times = a.times - t.times
from (select what, article_id, revision, count(*) as times from told group by what, article_id, revision) t
where (a.what, a.article_id, a.revision) = (t.what, t.article_id, t.revision)
"""
"""While a store is rebuilt: what its readers were told before is no event again."""

WRITE_STREAM = """
with head as (
    update news.stream_head set n = n + (select count(*) from happened), writer = %(writer)s
    returning epoch, old.n as base
), numbered as (
    select h.*, row_number() over (order by h.place) as step from happened h
)
insert into news.stream (epoch, stream_id, what, article_id, event)
select head.epoch, head.base + n.step, n.what, n.article_id, jsonb_build_object(
    'type', 'stored', 'schema', 1, 'epoch', head.epoch, 'stream_id', head.base + n.step, 'what', n.what,
    'article_id', n.article_id, 'revision', n.revision, 'verdict', n.verdict, 'current', n.current,
    'group_id', n.group_id,
    'status', coalesce(s.effective_status, case n.what when 'killed' then 'canceled' else 'usable' end),
    'language', n.language,
    'source', case when n.source_id is not null
        then jsonb_build_object('id', n.source_id, 'name', n.source_name) end,
    'origin', n.origin,
    'topics', coalesce(jsonb_path_query_array(n.document, '$.topics[*].code'), '[]'),
    'entity_ids', (
        select coalesce(jsonb_agg(distinct id), '[]')
        from jsonb_path_query(n.document, '$.annotations[*].entity_id ? (@ != null)') id
    ),
    'received_at', n.received_at, 'stored_at', now()
)
from numbered n
cross join head
left join lateral (
    select c.effective_status from news.current_articles c where c.article_id = n.article_id
    offset 0 -- keeps it apart: joined as a whole, the status of every article in the store is worked out
) s on true
order by n.step
returning event::text
"""
"""Ids and events in the batch's last statement: the head's row is the lock that orders all writers."""

INSERT_DEAD = """
insert into news.dead_letters (letter_id, stage, reason, topic, partition, "offset", letter, at)
values (%(letter_id)s, %(stage)s, %(reason)s, %(topic)s, %(partition)s, %(offset)s, %(letter)s, %(at)s)
on conflict do nothing
"""
