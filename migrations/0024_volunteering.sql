-- Volunteering: who is a volunteer, in which team, trained for what, head of which house; and the needs of neighbours (社区需求台账) that all of it is for.

-- 统一志愿者编号: told instead of the identity number (MZ/T 061-2015). Numbers are given in the order of registration.
create table volunteer_number (
  county int primary key references county,
  last   int not null check (last > 0)
);

create table volunteer (
  county       int not null references county,
  id           uuid not null,
  person_id    uuid not null,
  number       text not null,
  skills       text[] not null default '{}',           -- src/modules/volunteering/codes
  times        text[] not null default '{}',           -- half days of the week: mon_am … sun_pm
  elder_kind   text check (elder_kind in ('cadre', 'soldier', 'expert', 'teacher', 'model')), -- 五老
  week_minutes int not null default 360 check (week_minutes between 0 and 2400), -- how much a week this person wants at most
  note_sealed  bytea,
  since_on     date not null,
  left_on      date check (left_on >= since_on),
  left_reason  text,
  version      int not null default 1,
  registered_by uuid,
  registered_at timestamptz not null,
  primary key (county, id),
  constraint volunteer_once unique (county, person_id),
  constraint volunteer_number_once unique (county, number),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check ((left_on is not null) = (left_reason is not null))
);
comment on column volunteer.note_sealed is 'sealed';

-- 团 → 队: a corps holds teams; both have members.
create table volunteer_team (
  county       int not null references county,
  id           uuid not null,
  kind         text not null check (kind in ('corps', 'team')),
  parent_id    uuid,
  name         text not null check (length(name) between 2 and 60),
  fields       text[] not null default '{}',            -- kinds of needs it serves
  place_code   bigint not null,                         -- whose team it is
  unit_id      uuid,                                    -- who guides it
  purpose      text,
  founded_on   date not null,
  dissolved_on date check (dissolved_on >= founded_on),
  reason       text,
  version      int not null default 1,
  created_by   uuid,
  created_at   timestamptz not null,
  primary key (county, id),
  foreign key (county, parent_id) references volunteer_team (county, id),
  foreign key (county, place_code) references place (county, code),
  foreign key (county, unit_id) references unit (county, id),
  check (kind = 'team' or parent_id is null),
  check ((dissolved_on is not null) = (reason is not null))
);
create unique index volunteer_team_name on volunteer_team (county, name) where dissolved_on is null;
create index volunteer_team_parent on volunteer_team (county, parent_id);

create table team_member (
  county    int not null,
  id        uuid not null,
  team_id   uuid not null,
  person_id uuid not null,
  role      text not null check (role in ('leader', 'deputy', 'member')),
  during    daterange not null check (not isempty(during)),
  reason    text,
  added_by  uuid,
  added_at  timestamptz not null,
  ended_by  uuid,
  ended_at  timestamptz,
  primary key (county, id),
  foreign key (county, team_id) references volunteer_team (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  constraint team_member_once exclude using gist (county with =, team_id with =, person_id with =, during with &&),
  -- A team is led by one at a time.
  constraint team_one_leader exclude using gist (county with =, team_id with =, during with &&) where (role = 'leader')
);
create index team_member_person on team_member (county, person_id);

create table training (
  county       int not null references county,
  id           uuid not null,
  title        text not null check (length(title) between 2 and 80),
  held_on      date not null,
  minutes      int not null check (minutes between 1 and 2880),
  trainer      text,
  team_id      uuid,
  place_code   bigint not null,
  gathering_id uuid,
  recorded_by  uuid,
  recorded_at  timestamptz not null,
  primary key (county, id),
  foreign key (county, team_id) references volunteer_team (county, id),
  foreign key (county, place_code) references place (county, code),
  foreign key (county, gathering_id) references gathering (county, id)
);
create index training_held on training (county, held_on desc);

-- Who was trained; what was entered by mistake is struck with its reason and stays to be read.
create table trainee (
  county      int not null,
  training_id uuid not null,
  person_id   uuid not null,
  result      text not null check (result in ('attended', 'passed')),
  entered_by  uuid,
  entered_at  timestamptz not null,
  struck_at   timestamptz,
  struck_by   uuid,
  reason      text,
  primary key (county, training_id, person_id),
  foreign key (county, training_id) references training (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check ((struck_at is not null) = (reason is not null))
);
create index trainee_person on trainee (county, person_id);

-- Posts in the grid: 楼长 of a building, 单元长 of an entrance.
create table grid_post (
  county     int not null references county,
  id         uuid not null,
  kind       text not null check (kind in ('building_head', 'entrance_head')),
  place_code bigint not null,
  duties     text,
  intensity  smallint not null default 2 check (intensity between 1 and 4),
  opened_on  date not null,
  closed_on  date check (closed_on >= opened_on),
  reason     text,
  created_by uuid,
  created_at timestamptz not null,
  primary key (county, id),
  foreign key (county, place_code) references place (county, code),
  check ((closed_on is not null) = (reason is not null))
);
create unique index grid_post_once on grid_post (county, place_code) where closed_on is null;

create table post_holding (
  county     int not null,
  id         uuid not null,
  post_id    uuid not null,
  person_id  uuid not null,
  during     daterange not null check (not isempty(during)),
  -- What the office knew of the holder's strength when the post was given, and who agreed all the same.
  strength   text not null check (strength in ('fine', 'warn', 'consent')),
  consent_by text check (consent_by in ('self', 'family')),
  reason     text,
  claimed_by uuid,
  claimed_at timestamptz not null,
  ended_by   uuid,
  ended_at   timestamptz,
  primary key (county, id),
  foreign key (county, post_id) references grid_post (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  constraint post_holding_one exclude using gist (county with =, post_id with =, during with &&),
  check (strength <> 'consent' or consent_by is not null),
  check ((ended_at is not null) = (reason is not null))
);
create index post_holding_person on post_holding (county, person_id);

create table need_number (
  county int not null references county,
  year   int not null,
  last   int not null check (last > 0),
  primary key (county, year)
);

create table need (
  county       int not null references county,
  id           uuid not null,
  number       text not null,
  kind         text not null,                           -- src/modules/volunteering/codes
  urgency      text not null check (urgency in ('today', 'week', 'normal')),
  intensity    smallint not null check (intensity between 1 and 4), -- what helping asks of the body
  minutes      int not null check (minutes between 10 and 1440),
  place_code   bigint not null,
  person_id    uuid,                                    -- whom it is for; none: for the house, the grid
  words_sealed bytea not null,
  asker_sealed bytea,                                   -- who asked, where it was somebody else
  channel      text not null check (channel in ('visit', 'grid', 'unit', 'phone', 'paper', 'own')),
  on_behalf    text not null check (on_behalf in ('self', 'family', 'neighbour', 'clerk')),
  wished_on    date,
  status       text not null check (status in ('raised', 'accepted', 'matched', 'in_service', 'served', 'closed', 'declined', 'withdrawn')),
  helper_id    uuid,                                    -- the person who helps
  team_id      uuid,                                    -- or the team
  shift_id     uuid,
  satisfaction smallint check (satisfaction between 1 and 5),
  raised_by    uuid,
  raised_at    timestamptz not null,
  due_at       timestamptz not null,                    -- when it should be accepted and matched by its urgency
  ended_at     timestamptz,
  version      int not null default 1,
  primary key (county, id),
  constraint need_number_once unique (county, number),
  foreign key (county, place_code) references place (county, code),
  foreign key (county, person_id) references person (county, id) on update cascade,
  foreign key (county, helper_id) references person (county, id) on update cascade,
  foreign key (county, team_id) references volunteer_team (county, id),
  check (helper_id <> person_id),
  check ((ended_at is not null) = (status in ('closed', 'declined', 'withdrawn')))
);
comment on column need.words_sealed is 'sealed';
comment on column need.asker_sealed is 'sealed';
create index need_status on need (county, status, raised_at);
create index need_place on need (county, place_code, raised_at);
create index need_person on need (county, person_id, raised_at desc);
create index need_helper on need (county, helper_id) where helper_id is not null;
create index need_team on need (county, team_id) where team_id is not null;

-- Each step of each need: who, when, from what to what. The book of any month is a fold over these.
create table need_step (
  county      int not null,
  id          uuid not null,
  need_id     uuid not null,
  act         text not null,
  to_status   text not null,
  helper_id   uuid,
  team_id     uuid,
  note_sealed bytea,
  account_id  uuid,
  at          timestamptz not null,
  primary key (county, id),
  foreign key (county, need_id) references need (county, id)
);
comment on column need_step.note_sealed is 'sealed';
create index need_step_need on need_step (county, need_id, at);
create index need_step_at on need_step (county, at);

-- A book of a month, closed: its figures as they stood, by whom. What comes later stands in later months.
create table book_closing (
  county     int not null references county,
  book       text not null check (book in ('needs', 'service')),
  place_code bigint not null,
  month      date not null check (extract(day from month) = 1),
  figures    jsonb not null,
  closed_by  uuid,
  closed_at  timestamptz not null,
  primary key (county, book, place_code, month),
  foreign key (county, place_code) references place (county, code)
);

do $$ declare t text; begin
  foreach t in array array['volunteer_number', 'volunteer', 'volunteer_team', 'team_member', 'training', 'trainee', 'grid_post', 'post_holding',
                           'need_number', 'need', 'need_step', 'book_closing'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;

-- What volunteering publishes for the roof.
create view need_published with (security_invoker = true) as
select county, id, number, kind, urgency, channel, on_behalf, status, place_code, person_id, helper_id, team_id, words_sealed, satisfaction,
       raised_at, due_at, ended_at
  from need;
create view need_step_published with (security_invoker = true) as
select county, id, need_id, act, to_status, at from need_step;
create view volunteer_published with (security_invoker = true) as
select county, id, person_id, number, skills, elder_kind, since_on, left_on from volunteer;
create view volunteer_team_published with (security_invoker = true) as
select county, id, kind, parent_id, name, place_code, founded_on, dissolved_on from volunteer_team;
