-- Places of a county: its subtree of the national code table, and the grids, buildings and entrances below it.
-- A code is 19 digits: 12 of the statistical code, 2 grid, 3 building, 2 entrance; "under this street" is `between lo and hi`.

create table place (
  county     int not null references county,
  code       bigint not null,
  level      text not null check (level in ('county', 'street', 'community', 'grid', 'building', 'entrance')),
  name       text not null,                         -- official: 邢侗街道办事处
  short      text not null,                         -- spoken: 邢侗街道
  urban_code text,                                  -- 城乡分类代码 of the statistical code table
  former_names text[] not null default '{}',
  valid_from date not null default '1949-10-01',
  valid_to   date,                                  -- an abolished code keeps its history
  successor  bigint,
  lon        double precision check (lon between 73 and 136),
  lat        double precision check (lat between 3 and 54),
  primary key (county, code),
  foreign key (county, successor) references place (county, code),
  check (code / 10000000000000 = county),
  check (valid_to is null or valid_to >= valid_from)  -- the same day: added by mistake
);
create index place_name on place (county, short);

-- What was done to a code: added, renamed, abolished, merged, moved.
create table place_event (
  county     int not null,
  id         uuid not null,
  code       bigint not null,
  kind       text not null check (kind in ('added', 'renamed', 'abolished', 'moved')),
  happened_on date not null,
  detail     jsonb not null default '{}',
  account_id uuid,
  at         timestamptz not null,
  primary key (county, id),
  foreign key (county, code) references place (county, code)
);
create index place_event_code on place_event (county, code, happened_on);

-- Venues, clinics, shops, schools and stations: something with a door. Coordinates where known.
create table site (
  county     int not null,
  id         uuid not null,
  place_code bigint not null,
  kind       text not null check (kind in ('venue', 'station', 'clinic', 'hospital', 'shop', 'school', 'canteen', 'service_centre', 'other')),
  name       text not null,
  address    text,
  phone      text,                                  -- the public number of a business, not of a person
  unit_id    uuid,
  lon        double precision check (lon between 73 and 136),
  lat        double precision check (lat between 3 and 54),
  is_shared  boolean not null default false,        -- 是否共享
  opens      text,
  closed_on  date,
  primary key (county, id),
  foreign key (county, place_code) references place (county, code)
);
create index site_place on site (county, place_code);
