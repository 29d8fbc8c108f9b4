-- The base every room stands on: tenants, the application role, the request's context, what was told, what was done, files.

create extension if not exists btree_gist;
create extension if not exists btree_gin;

-- The server works as this role: it owns nothing, so row-level security holds for it.
do $$ begin
  create role sangyu_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant sangyu_app to %I', current_user);
exception when others then null; -- a superuser needs no grant, a managed server may forbid it
end $$;
grant usage on schema public to sangyu_app;
alter default privileges in schema public grant select, insert, update, delete on tables to sangyu_app;
alter default privileges in schema public grant usage on sequences to sangyu_app;

-- Row-level security would keep these two array operators from using their GIN indexes, because PostgreSQL does not know that
-- they tell nothing of the rows they refuse. They don't. Only a superuser may say so; without it searches are slower, not wrong.
do $$ begin
  alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof;
  alter function pg_catalog.arrayoverlap(anyarray, anyarray) leakproof;
exception when insufficient_privilege then null;
end $$;

-- A date as well as it is known (EDTF): 1931, 1931-05, 1931-05-02, 1931~ (reckoned from an age). Sorts as text.
create domain partial_date as text collate "C" check (value ~ '^\d{4}(~|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$');

-- The request's context, set in the transaction that serves it. Each is read once per statement by policies as (select app_…()).
create function app_county() returns int language sql stable parallel safe
  as $$ select nullif(current_setting('app.county', true), '')::int $$;
create function app_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.all', true), '')::boolean, false) $$;
create function app_places() returns int8multirange language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.places', true), '')::int8multirange, '{}') $$;
create function app_units() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.units', true), '')::uuid[], '{}') $$;

-- A county is the tenant: its GB/T 2260 code leads every key of every tenant table.
create table county (
  county        int primary key check (county between 100000 and 999999),
  name          text not null,
  bureau_unit_id uuid,
  settings      jsonb not null default '{}',       -- thresholds with source and effective date, never constants in code
  set_up_at     timestamptz not null
);

-- What happened, saved with the transaction that made it happen; listeners are told after the commit.
create table outbox (
  county       int not null references county,
  id           uuid not null,
  type         text not null,
  data         jsonb not null,
  at           timestamptz not null,
  delivered_at timestamptz,
  primary key (county, id)
);
create index outbox_waiting on outbox (county, at) where delivered_at is null;

-- Which listener has heard which event: a listener told twice does nothing the second time.
create table outbox_heard (
  county   int not null,
  event_id uuid not null,
  listener text not null,
  at       timestamptz not null,
  primary key (county, event_id, listener),
  foreign key (county, event_id) references outbox on delete cascade
);

-- Who did what to which record, without any personal value. Rows are added, never changed.
create table audit_event (
  county     int not null,
  id         uuid not null,
  at         timestamptz not null,
  account_id uuid,
  action     text not null,
  subject    text,
  detail     jsonb not null default '{}',
  request_id text,
  primary key (county, id)
);
create index audit_event_subject on audit_event (county, subject, at desc) where subject is not null;
create index audit_event_at on audit_event (county, at desc);
revoke update, delete on audit_event from sangyu_app;

-- Uploaded and generated files live in the database, so that one backup holds everything.
create table stored_file (
  county      int not null references county,
  id          uuid not null,
  name        text not null,
  media_type  text not null,
  byte_count  int not null,
  sha256      bytea not null,
  content     bytea not null,
  stored_by   uuid,
  stored_at   timestamptz not null,
  primary key (county, id)
);
alter table stored_file alter column content set storage external;

alter table audit_event enable row level security;
create policy tenant on audit_event using (county = (select app_county())) with check (true);
alter table stored_file enable row level security;
create policy tenant on stored_file using (county = (select app_county()));
