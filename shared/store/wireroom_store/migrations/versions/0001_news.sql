-- Search -----------------------------------------------------------------------------------------

-- Letters without their accents, in lower case. In SQL, so that documents and queries are folded by
-- the same code; no extension is needed (decision 0003).
create function news.fold(t text) returns text language sql immutable strict parallel safe
return replace(replace(replace(replace(replace(replace(
    regexp_replace(normalize(lower(t), nfkd), '[\u0300-\u036f]+', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), 'đ', 'd');

-- The stemmer of a language; words of other languages are matched as they are.
create function news.stemmer(language text) returns regconfig language sql immutable parallel safe
return case language
    when 'fr' then 'pg_catalog.french'::regconfig when 'en' then 'pg_catalog.english'::regconfig
    when 'nl' then 'pg_catalog.dutch'::regconfig when 'de' then 'pg_catalog.german'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig when 'it' then 'pg_catalog.italian'::regconfig
    when 'pt' then 'pg_catalog.portuguese'::regconfig when 'sv' then 'pg_catalog.swedish'::regconfig
    when 'da' then 'pg_catalog.danish'::regconfig when 'no' then 'pg_catalog.norwegian'::regconfig
    when 'fi' then 'pg_catalog.finnish'::regconfig when 'ro' then 'pg_catalog.romanian'::regconfig
    when 'hu' then 'pg_catalog.hungarian'::regconfig when 'ru' then 'pg_catalog.russian'::regconfig
    when 'tr' then 'pg_catalog.turkish'::regconfig when 'ca' then 'pg_catalog.catalan'::regconfig
    else 'pg_catalog.simple'::regconfig
end;

-- So much of a text is indexed: a tsvector holds 1 MiB, which a text of 1 MiB of different words exceeds.
create function news.indexed(t text) returns text language sql immutable strict parallel safe
return left(t, 100000);

create function news.stems(language text, title text, body text) returns tsvector language sql immutable parallel safe
return setweight(to_tsvector(news.stemmer(language), news.fold(news.indexed(title))), 'A')
    || setweight(to_tsvector(news.stemmer(language), news.fold(news.indexed(body))), 'D');

create function news.forms(title text, body text) returns tsvector language sql immutable parallel safe
return strip(to_tsvector('pg_catalog.simple', news.indexed(title)))
    || strip(to_tsvector('pg_catalog.simple', news.indexed(body)));

-- Articles ---------------------------------------------------------------------------------------

create table news.articles (
    article_id text primary key,
    source_id text not null,
    current_revision integer,
    current_delivery_id text
);

-- Every hand-over that was stored, in the order of storing; its decision is dedup's own evidence
-- and, in one process, dedup's memory. The order columns decide which content is current.
create table news.deliveries (
    delivery_id text primary key,
    seq bigint generated always as identity,
    article_id text not null,
    content_hash text,
    version integer,
    updated_utc timestamptz,
    received_at timestamptz not null,
    verdict text,
    decided_at timestamptz,
    decision jsonb,
    feed text,
    raw_ref text,
    trace_id text not null,
    passed jsonb not null,
    stored_at timestamptz not null default now()
);
create index deliveries_article on news.deliveries (article_id);
create index deliveries_decided on news.deliveries (decided_at, seq);

create table news.contents (
    article_id text not null references news.articles,
    revision integer not null,
    content_hash text not null,
    delivery_id text not null,
    verdict text not null,
    group_id text not null,
    source_id text not null,
    source_name text not null,
    origin text,
    agency text,
    agency_own boolean not null,
    language text not null,
    status text not null,
    embargo_until timestamptz,
    published_utc timestamptz,
    received_at timestamptz not null,
    title text not null,
    body text not null,
    document jsonb not null,
    stems tsvector generated always as (news.stems(language, title, body)) stored,
    forms tsvector generated always as (news.forms(title, body)) stored,
    primary key (article_id, revision),
    unique (article_id, content_hash)
);
create index contents_stems on news.contents using gin (stems);
create index contents_group on news.contents (group_id);
comment on column news.contents.delivery_id is 'the first delivery of this content';
comment on column news.contents.verdict is 'final; dedup''s own stands in the decision of the delivery';
comment on column news.contents.agency is 'id of the agency credited, or of the agency that delivered its own';
comment on column news.contents.document is 'the enriched article less text, title and fingerprint';
comment on column news.contents.forms is 'words as written; ranks what has the exact forms first';

-- Groups that became part of another. ``root`` follows a chain of merges to its end.
create table news.group_aliases (
    group_id text primary key,
    merged_into text not null,
    root text not null,
    by_article_id text not null,
    decided_at timestamptz not null,
    check (group_id <> root)
);
create index group_aliases_root on news.group_aliases (root);

create table news.kills (
    delivery_id text primary key,
    article_id text not null,
    source_id text not null,
    signal text not null check (signal in ('kill', 'release')),
    version integer,
    at timestamptz not null,
    received_at timestamptz not null,
    stored_at timestamptz not null default now()
);
create index kills_article on news.kills (article_id);
comment on column news.kills.at is 'its updated_at as the earliest UTC instant, else received_at';

-- Positions, stream, dead letters ----------------------------------------------------------------

create table news.positions (
    cluster text not null,
    topic text not null,
    partition integer not null,
    next bigint not null,
    primary key (cluster, topic, partition)
);

create table news.store_mode (
    only_row boolean primary key default true check (only_row),
    mode text not null check (mode in ('one process', 'kafka'))
);

create table news.stream_head (
    only_row boolean primary key default true check (only_row),
    epoch bigint not null,
    n bigint not null,
    writer text
);
comment on column news.stream_head.writer is 'who took the last ids: a process'' own name for itself';
insert into news.stream_head (epoch, n) values ((extract(epoch from clock_timestamp()) * 1000)::bigint, 0);

create table news.stream (
    epoch bigint not null,
    stream_id bigint not null,
    what text not null,
    article_id text not null,
    event jsonb not null,
    stored_at timestamptz not null default now(),
    primary key (epoch, stream_id)
);

create table news.dead_letters (
    letter_id text primary key,
    stage text not null,
    reason text not null,
    topic text,
    partition integer,
    "offset" bigint,
    letter jsonb not null,
    at timestamptz not null,
    unique (topic, partition, "offset")
);

-- Derived when reading ---------------------------------------------------------------------------

-- Each article by its current content.
create view news.current_contents as
select c.*, coalesce(g.root, c.group_id) as root_id, d.version, d.updated_utc, d.delivery_id as current_delivery_id,
    coalesce(c.published_utc, c.received_at) as news_time
from news.articles a
join news.contents c on c.article_id = a.article_id and c.revision = a.current_revision
join news.deliveries d on d.delivery_id = a.current_delivery_id
left join news.group_aliases g on g.group_id = c.group_id;

create function news.groups_of(root text) returns setof text language sql stable parallel safe rows 2
begin atomic
    select root union all select a.group_id from news.group_aliases a where a.root = groups_of.root;
end;

-- The article that a group goes by: an agency's own before others', then the earliest.
create function news.canonical_of(root text) returns text language sql stable parallel safe
begin atomic
    select c.article_id
    from news.articles a
    join news.contents c on c.article_id = a.article_id and c.revision = a.current_revision
    where c.group_id in (select news.groups_of(root))
    order by c.agency_own desc, c.published_utc nulls last, c.received_at, c.delivery_id
    limit 1;
end;

create function news.agency_of_group(root text) returns text language sql stable parallel safe
begin atomic
    select coalesce(c.agency, c.source_id)
    from news.articles a
    join news.contents c on c.article_id = a.article_id and c.revision = a.current_revision
    where a.article_id = news.canonical_of(root);
end;

-- Items that a kill of their own holds. One with a version holds up to it; one without holds until a
-- content whose own updated_at is later; either until a later release.
create view news.killed_items as
select distinct c.article_id, c.root_id, k.source_id
from news.kills k
join news.current_contents c on c.article_id = k.article_id
where k.signal = 'kill'
    and case when k.version is not null then coalesce(c.version <= k.version, true)
        else coalesce(c.updated_utc <= k.at, true) end
    and not exists (
        select from news.kills r
        where r.article_id = k.article_id and r.signal = 'release' and (r.at, r.received_at) > (k.at, k.received_at)
    );

-- Each article as it stands now. A kill by an agency reaches the copies of its item that are credited
-- to it; what quotes the item, or holds it among other text, is flagged and no more.
create view news.current_articles as
select c.*,
    k.killed or k.reached as killed,
    k.quotes_killed,
    case when k.killed or k.reached then 'canceled'
        when c.status = 'usable' and c.embargo_until > now() then 'withheld'
        else c.status end as effective_status
from news.current_contents c
cross join lateral (
    select c.article_id in (select article_id from news.killed_items) as killed,
        k.same_agency and c.verdict not in ('excerpt_of', 'contains', 'template_sibling') as reached,
        k.same_agency and c.verdict in ('excerpt_of', 'contains') as quotes_killed
    from (
        select c.root_id in (select root_id from news.killed_items)
            and (c.root_id, coalesce(c.agency, news.agency_of_group(c.root_id)))
                in (select root_id, source_id from news.killed_items) as same_agency
    ) k
) k;
