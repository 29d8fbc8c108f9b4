-- What stands around a gathering: who ended a sign-up for whom, the code on a person's card, what people said of it, pictures, the calendar that a
-- telephone subscribes to, and what the county allows of somebody's strength.

alter table gathering_sign_up
  add column ended_by uuid,
  add column ended_on_behalf text check (ended_on_behalf in ('self', 'family', 'clerk'));
create index gathering_sign_up_offered on gathering_sign_up (county, offered_until) where status = 'offered';

-- The code that somebody shows at the door. It is made from the keys of the home, so that a lost card is printed again; the database holds its
-- fingerprint alone, and a code taken back opens nothing.
create table person_code (
  county     int not null references county,
  person_id  uuid not null,
  version    int not null check (version > 0),
  code_hash  bytea not null,
  issued_by  uuid,
  issued_at  timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (county, person_id, version),
  foreign key (county, person_id) references person (county, id) on update cascade
);
create unique index person_code_live on person_code (county, person_id) where revoked_at is null;
create unique index person_code_hash on person_code (county, code_hash);

create table gathering_feedback (
  county       int not null,
  id           uuid not null,
  gathering_id uuid not null,
  person_id    uuid not null,
  stars        smallint not null check (stars between 1 and 5),
  words_sealed bytea,
  on_behalf    text not null check (on_behalf in ('self', 'family', 'clerk')),
  given_by     uuid,
  given_at     timestamptz not null,
  primary key (county, id),
  constraint gathering_feedback_once unique (county, gathering_id, person_id),
  foreign key (county, gathering_id) references gathering (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade
);
comment on column gathering_feedback.words_sealed is 'sealed for person_id';

create table gathering_photo (
  county       int not null,
  id           uuid not null,
  gathering_id uuid not null,
  file_id      uuid not null,
  caption      text check (length(caption) <= 100),
  added_by     uuid,
  added_at     timestamptz not null,
  primary key (county, id),
  foreign key (county, gathering_id) references gathering (county, id)
);
create index gathering_photo_of on gathering_photo (county, gathering_id, added_at);

-- The secret address under which somebody's telephone reads the calendar of their area: titles, times and places, no people.
create table calendar_feed (
  county     int not null references county,
  id         uuid not null,
  account_id uuid not null,
  token_hash bytea not null,
  made_at    timestamptz not null,
  revoked_at timestamptz,
  primary key (county, id),
  foreign key (county, account_id) references account (county, id)
);
create unique index calendar_feed_live on calendar_feed (county, account_id) where revoked_at is null;
create unique index calendar_feed_token on calendar_feed (county, token_hash);

-- 量力而行 as a county sets it, from a day on.
create table strength_limit (
  county  int not null references county,
  id      uuid not null,
  since   date not null,
  limits  jsonb not null,
  set_by  uuid,
  set_at  timestamptz not null,
  primary key (county, id),
  constraint strength_limit_since unique (county, since)
);

do $$ declare t text; begin
  foreach t in array array['person_code', 'gathering_feedback', 'gathering_photo', 'calendar_feed', 'strength_limit'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;

-- What a telephone that subscribed is told: it has no session, only the address, so the gatherings of its holder's areas are found here. An account that
-- was closed, or has no right left to the work with people, is told nothing; the holder of an empty calendar has one row without a gathering.
create function calendar_of(token bytea, at timestamptz)
  returns table (id uuid, title text, status text, place text, site text, address text, starts_at timestamptz, ends_at timestamptz, version int, planned_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with holder as (
    select f.county, range_agg(place_span(r.place_code)) filter (where r.place_code is not null) as places,
           array_agg(r.unit_id) filter (where r.unit_id is not null) as units
      from calendar_feed f
      join account a on a.county = f.county and a.id = f.account_id and a.status = 'open'
      join account_grant r on r.county = f.county and r.account_id = a.id and r.revoked_at is null and r.duty = 'business'
                          and r.valid @> (at at time zone 'Asia/Shanghai')::date
     where f.token_hash = token and f.revoked_at is null
     group by f.county)
  select g.id, g.title, g.status, p.name, s.name, g.address, lower(g.during), upper(g.during), g.version, g.created_at
  from holder h
    left join gathering g on g.county = h.county and lower(g.during) between at - interval '60 days' and at + interval '400 days'
     and (g.place_code <@ h.places
          or exists (select from gathering_host o where o.county = g.county and o.gathering_id = g.id and o.unit_id = any (h.units)))
    left join place p on p.county = g.county and p.code = g.place_code
    left join site s on s.county = g.county and s.id = g.site_id
   order by lower(g.during), g.id
$$;

-- Whose card is shown. Its holder may live anywhere in the county, outside the area of who keeps the sheet.
create function holder_of_code(h bytea) returns table (id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name from person_code k
    join person p on p.county = k.county and p.id = k.person_id and p.status = 'living'
   where k.county = app_county() and k.code_hash = h and k.revoked_at is null
$$;
