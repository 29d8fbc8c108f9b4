-- Gatherings: whatever has a date, a place and people. Party life, classes, tours, meetings, shifts and activities stand on them, so that who came is
-- entered once and everybody else reads it.
create table gathering (
  county        int not null references county,
  id            uuid not null,
  series_id     uuid,                                  -- the same thing again and again
  kind          text not null,                         -- src/modules/gatherings/codes
  title         text not null check (length(title) between 2 and 80),
  place_code    bigint not null,                       -- whose gathering it is: who has this place in their area keeps it
  site_id       uuid,
  address       text,                                  -- where it is no site
  during        tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inf(during) and not lower_inf(during)),
  intensity     smallint not null default 1 check (intensity between 1 and 4), -- 量力而行: quiet, light, moderate, strenuous
  sign_up       text not null default 'open' check (sign_up in ('none', 'open', 'invited')),
  sign_up_until timestamptz,
  capacity      int check (capacity > 0),
  offer_hours   int not null default 24 check (offer_hours between 1 and 240),
  status        text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  reason        text,                                  -- why it was cancelled
  note          text,
  version       int not null default 1,
  created_by    uuid,
  created_at    timestamptz not null,
  primary key (county, id),
  foreign key (county, place_code) references place (county, code),
  foreign key (county, site_id) references site (county, id),
  check ((status = 'cancelled') = (reason is not null)),
  -- A room is not given to two at once.
  constraint gathering_site_free exclude using gist (county with =, site_id with =, during with &&) where (site_id is not null and status <> 'cancelled')
);
create index gathering_when on gathering (county, lower(during));
create index gathering_place on gathering (county, place_code, lower(during));
create index gathering_series on gathering (county, series_id) where series_id is not null;

-- Who holds it together (联办); the first is the one in charge.
create table gathering_host (
  county       int not null,
  gathering_id uuid not null,
  unit_id      uuid not null,
  position     smallint not null,
  primary key (county, gathering_id, unit_id),
  foreign key (county, gathering_id) references gathering (county, id) on delete cascade,
  foreign key (county, unit_id) references unit (county, id)
);

-- What it takes: money, people, things, cars, and who brings them.
create table gathering_resource (
  county       int not null,
  id           uuid not null,
  gathering_id uuid not null,
  kind         text not null check (kind in ('funds', 'people', 'equipment', 'vehicle')),
  name         text not null,
  count        int check (count > 0),
  cents        int check (cents > 0),
  unit_id      uuid,
  primary key (county, id),
  foreign key (county, gathering_id) references gathering (county, id) on delete cascade,
  foreign key (county, unit_id) references unit (county, id),
  check ((cents is not null) = (kind = 'funds'))
);

create table gathering_sign_up (
  county         int not null,
  id             uuid not null,
  gathering_id   uuid not null,
  person_id      uuid not null,
  status         text not null check (status in ('invited', 'in', 'waiting', 'offered', 'cancelled', 'declined')),
  asked_at       timestamptz not null,                  -- the order of the waiting list
  offered_until  timestamptz,
  strength       text not null default 'fine' check (strength in ('fine', 'warn', 'consent')),
  consent_by     text check (consent_by in ('self', 'family')),
  companion      text,                                  -- who goes along
  by_account     uuid,
  on_behalf      text not null check (on_behalf in ('self', 'family', 'clerk')),
  ended_at       timestamptz,
  primary key (county, id),
  foreign key (county, gathering_id) references gathering (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check ((offered_until is not null) = (status = 'offered')),
  check ((ended_at is not null) = (status in ('cancelled', 'declined'))),
  -- Beyond one's strength only with one's own or the family's word and somebody at one's side.
  check (strength <> 'consent' or (consent_by is not null and companion is not null) or status = 'invited')
);
create unique index gathering_sign_up_once on gathering_sign_up (county, gathering_id, person_id) where status not in ('cancelled', 'declined');
create index gathering_sign_up_person on gathering_sign_up (county, person_id, asked_at desc);

-- Who came. The one fact that service records, stars, points and bulletins are made from.
create table gathering_attendance (
  county       int not null,
  id           uuid not null,
  gathering_id uuid not null,
  person_id    uuid not null,
  state        text not null check (state in ('present', 'home', 'excused', 'absent')), -- home: 送学上门
  minutes      int check (minutes between 1 and 1440),
  way          text not null check (way in ('sheet', 'walk_in', 'code')),
  marked_by    uuid,
  marked_at    timestamptz not null,
  version      int not null default 1,
  primary key (county, id),
  constraint gathering_attendance_once unique (county, gathering_id, person_id),
  foreign key (county, gathering_id) references gathering (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check ((minutes is not null) = (state in ('present', 'home')))
);
create index gathering_attendance_person on gathering_attendance (county, person_id, marked_at desc);

-- What stood on the sheet before it was put right.
create table gathering_correction (
  county        int not null,
  id            uuid not null,
  attendance_id uuid not null,
  state         text not null,
  minutes       int,
  reason        text not null,
  corrected_by  uuid,
  corrected_at  timestamptz not null,
  primary key (county, id),
  foreign key (county, attendance_id) references gathering_attendance (county, id)
);

do $$ declare t text; begin
  foreach t in array array['gathering', 'gathering_host', 'gathering_resource', 'gathering_sign_up', 'gathering_attendance', 'gathering_correction'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;
