-- Counts: an increment goes into all three widths, in the transaction that moves the position past its event.
-- One index each, by time first: what is written together stands together.

create table trends.minutes (
    start timestamptz not null,
    kind text not null,
    name text not null,
    originals bigint not null,
    copies bigint not null,
    told bigint not null default 0,
    primary key (start, kind, name)
);
create index minutes_untold on trends.minutes (start) where told < originals + copies;
comment on column trends.minutes.told is 'originals and copies when the bucket was last told on trends.counts';

create table trends.hours (
    start timestamptz not null,
    kind text not null,
    name text not null,
    originals bigint not null,
    copies bigint not null,
    primary key (start, kind, name)
);

create table trends.days (like trends.hours including all);

-- Sources, withheld items and all: what a habit is learned from.

create table trends.sources (
    source_id text primary key,
    name text not null,
    first_item_at timestamptz not null,
    last_item_at timestamptz not null,
    silence jsonb
);
comment on column trends.sources.silence is 'the message that told it silent, until it talks again';

create table trends.source_minutes (
    source_id text not null,
    start timestamptz not null,
    items bigint not null,
    primary key (source_id, start)
);
create index source_minutes_start on trends.source_minutes (start);

-- What was told, and what is still to be published.

create table trends.rising (
    kind text not null,
    name text not null,
    at timestamptz not null,
    over_at timestamptz,
    message jsonb not null,
    published boolean not null default false,
    primary key (kind, name, at)
);
create index rising_at on trends.rising (at);
create index rising_on on trends.rising (kind, name) where over_at is null;
create index rising_unpublished on trends.rising (at) where not published;

create table trends.silences (
    source_id text not null,
    last_item_at timestamptz not null,
    silent boolean not null,
    at timestamptz not null,
    message jsonb not null,
    published boolean not null default false,
    primary key (source_id, last_item_at, silent)
);
create index silences_unpublished on trends.silences (at) where not published;

-- Where the counts stand.

create table trends.positions (
    cluster text not null,
    topic text not null,
    partition integer not null,
    next bigint not null,
    epoch bigint not null,
    stream_id bigint not null,
    latest timestamptz,
    at_end boolean not null,
    primary key (cluster, topic, partition)
);
comment on column trends.positions.next is 'the next offset to count';
comment on column trends.positions.stream_id is 'the last event counted, with its epoch: no later one is lower';
comment on column trends.positions.latest is 'the latest received_at counted';
comment on column trends.positions.at_end is 'whether nothing was left in the partition after it';

create table trends.ledger (
    only_row boolean primary key default true check (only_row),
    id text not null,
    watched_until timestamptz
);
comment on column trends.ledger.id is 'in the name of the consumer group: a schema made anew reads the topic anew';
insert into trends.ledger (id) values (left(replace(gen_random_uuid()::text, '-', ''), 12));
