-- Organisations of every kind. A unit that is renamed, merged, split or closed keeps its row, its people's history and all its names.

create table unit (
  county        int not null references county,
  id            uuid not null,
  code          text,                               -- the county's own number of the unit
  name          text not null,
  short         text,
  kind          text not null check (kind in ('bureau', 'organisation_department', 'organs_committee', 'civil_affairs', 'street', 'community',
                  'employer', 'hospital', 'school', 'merchant', 'resident_unit', 'service_provider', 'association', 'other')),
  nature        text check (nature in ('organ', 'institution', 'enterprise')), -- by the accounting unit, not by what it calls itself
  level         text,                               -- GB/T 12407 rank code of the unit's head
  credit_code   text check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  is_vertical   boolean not null default false,     -- 垂管: managed by its line, not by the county
  parent_id     uuid,
  place_code    bigint,
  address       text,
  status        text not null default 'open' check (status in ('open', 'closed')),
  opened_on     date,
  closed_on     date,
  successor_id  uuid,
  note          text,
  version       int not null default 1,
  primary key (county, id),
  foreign key (county, parent_id) references unit (county, id),
  foreign key (county, successor_id) references unit (county, id),
  foreign key (county, place_code) references place (county, code),
  check (parent_id is distinct from id)
);
create unique index unit_credit_code on unit (county, credit_code) where credit_code is not null;
create unique index unit_code on unit (county, code) where code is not null;
create index unit_parent on unit (county, parent_id);

-- Every spelling by which a roster may call the unit: its name, short name, former names and aliases, each with its days.
create table unit_name (
  county     int not null,
  id         uuid not null,
  unit_id    uuid not null,
  kind       text not null check (kind in ('name', 'short', 'former', 'alias')),
  name       text not null,
  match_key  text not null,                         -- as compared: no spaces, brackets, 原, 临邑县
  valid_from date,
  valid_to   date,
  primary key (county, id),
  unique nulls not distinct (county, unit_id, kind, name, valid_from), -- a unit may take up an old name again
  foreign key (county, unit_id) references unit (county, id)
);
create index unit_name_match on unit_name (county, match_key);
-- Two open units never bear one name; closing a unit ends its name, so a later unit may bear it.
create unique index unit_name_borne on unit_name (county, name) where kind = 'name' and valid_to is null;

create table unit_contact (
  county  int not null,
  id      uuid not null,
  unit_id uuid not null,
  name    text not null,
  post    text,
  phone_sealed bytea,
  note    text,
  primary key (county, id),
  foreign key (county, unit_id) references unit (county, id)
);

-- 更名, 合并, 分设, 撤销 and every change of its facts: what happened to a unit, who did it, and where its people went.
create table unit_event (
  county      int not null,
  id          uuid not null,
  unit_id     uuid not null,
  kind        text not null check (kind in ('founded', 'renamed', 'merged', 'split', 'closed', 'reopened', 'changed')),
  happened_on date not null,
  other_unit_id uuid,
  version     int not null,                         -- of the unit, after this
  detail      jsonb not null default '{}',
  account_id  uuid,
  at          timestamptz not null,
  primary key (county, id),
  foreign key (county, unit_id) references unit (county, id)
);
create index unit_event_unit on unit_event (county, unit_id, happened_on);
alter table site add foreign key (county, unit_id) references unit (county, id);
alter table county add foreign key (county, bureau_unit_id) references unit (county, id) deferrable initially deferred;
