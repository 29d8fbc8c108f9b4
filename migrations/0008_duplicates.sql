-- Records that may be one person, what people judged of them, and merges that can be taken back.

-- Pairs that may be one person, judged by a human: open, different people, or merged.
create table duplicate_pair (
  county     int not null,
  first_id   uuid not null,
  second_id  uuid not null,
  score      smallint not null check (score between 0 and 100),
  reasons    text[] not null,
  status     text not null default 'open' check (status in ('open', 'different', 'merged')),
  judged_by  uuid,
  judged_at  timestamptz,
  found_at   timestamptz not null,
  primary key (county, first_id, second_id),
  foreign key (county, first_id) references person (county, id),
  foreign key (county, second_id) references person (county, id),
  check (first_id < second_id)
);
create index duplicate_pair_list on duplicate_pair (county, status, score desc, first_id, second_id);
create index duplicate_pair_second on duplicate_pair (county, second_id);

-- Whether anybody of the county bears an identity number, also somebody outside the asker's scope: a yes or no, nothing of whom.
create function id_is_registered(fingerprint bytea) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person where county = app_county() and id_index = fingerprint and status <> 'merged')
$$;

-- A merge keeps what the absorbed record was, so that it can be taken back.
create table person_merge (
  county      int not null,
  id          uuid not null,
  kept_id     uuid not null,
  absorbed_id uuid not null,
  snapshot_sealed bytea not null,
  merged_by   uuid,
  merged_at   timestamptz not null,
  undone_by   uuid,
  undone_at   timestamptz,
  primary key (county, id),
  foreign key (county, kept_id) references person (county, id),
  foreign key (county, absorbed_id) references person (county, id),
  check (kept_id <> absorbed_id)
);
create unique index person_merge_absorbed on person_merge (county, absorbed_id) where undone_at is null; -- absorbed once at a time
create index person_merge_at on person_merge (county, merged_at desc);
create index person_merge_kept on person_merge (county, kept_id);

do $$ declare t text; begin
  foreach t in array array['duplicate_pair', 'person_merge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;
