-- Interest groups and associations: who founded them for what, who belongs, who leads until when, and what they held.
create table activity_group (
  county     int not null references county,
  id         uuid not null,
  kind       text not null check (kind in ('interest', 'association')),
  name       text not null check (length(name) between 2 and 60),
  interests  text[] not null default '{}',              -- what its people like, as their records say it
  purpose    text,
  charter    text,                                      -- 章程
  place_code bigint not null,                           -- who has this place in their area keeps it
  site_id    uuid,
  unit_id    uuid,                                      -- 业务主管、指导单位
  founded_on date not null,
  filing     text not null default 'none' check (filing in ('none', 'filed', 'registered')), -- 备案, 民政登记
  filing_no  text,
  closed_on  date,
  reason     text,
  version    int not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  primary key (county, id),
  foreign key (county, place_code) references place (county, code),
  foreign key (county, site_id) references site (county, id),
  foreign key (county, unit_id) references unit (county, id),
  check ((filing = 'none') = (filing_no is null)),
  check ((closed_on is null) = (reason is null)),
  check (closed_on >= founded_on)
);
create unique index activity_group_name on activity_group (county, name) where closed_on is null;
create index activity_group_place on activity_group (county, place_code);

create table group_member (
  county     int not null,
  id         uuid not null,
  group_id   uuid not null,
  person_id  uuid not null,
  joined_on  date not null,
  left_on    date,
  reason     text,
  on_behalf  text not null check (on_behalf in ('self', 'family', 'clerk')),
  by_account uuid,
  at         timestamptz not null,
  primary key (county, id),
  foreign key (county, group_id) references activity_group (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check (left_on >= joined_on)
);
create unique index group_member_once on group_member (county, group_id, person_id) where left_on is null;
create index group_member_person on group_member (county, person_id);

create table group_election (
  county       int not null,
  id           uuid not null,
  group_id     uuid not null,
  held_on      date not null,
  gathering_id uuid,
  eligible     int not null check (eligible > 0),       -- members on that day
  voted        int not null check (voted > 0),
  note         text,
  by_account   uuid,
  at           timestamptz not null,
  primary key (county, id),
  foreign key (county, group_id) references activity_group (county, id),
  foreign key (county, gathering_id) references gathering (county, id),
  check (voted <= eligible)
);

-- One term of one post.
create table group_officer (
  county      int not null,
  id          uuid not null,
  group_id    uuid not null,
  election_id uuid not null,
  person_id   uuid not null,
  post        text not null check (post in ('head', 'deputy', 'secretary', 'treasurer', 'council', 'honorary')),
  term        smallint not null check (term > 0),       -- which term in a row
  from_on     date not null,
  until_on    date not null,
  is_paid     boolean not null default false,
  approval_no text,                                     -- 批文号, where 中组发〔2014〕11号 asks for approval
  ended_on    date,
  reason      text,
  primary key (county, id),
  foreign key (county, group_id) references activity_group (county, id),
  foreign key (county, election_id) references group_election (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check (until_on > from_on),
  check (ended_on >= from_on),
  check ((ended_on is null) = (reason is null))
);
create unique index group_officer_once on group_officer (county, group_id, person_id) where ended_on is null;
create index group_officer_person on group_officer (county, person_id);
create index group_officer_until on group_officer (county, until_on) where ended_on is null;

-- What a group held: the yearly report counts over these.
create table group_gathering (
  county       int not null,
  group_id     uuid not null,
  gathering_id uuid not null,
  linked_by    uuid,
  linked_at    timestamptz not null,
  primary key (county, group_id, gathering_id),
  foreign key (county, group_id) references activity_group (county, id),
  foreign key (county, gathering_id) references gathering (county, id)
);
create index group_gathering_gathering on group_gathering (county, gathering_id);

do $$ declare t text; begin
  foreach t in array array['activity_group', 'group_member', 'group_election', 'group_officer', 'group_gathering'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;
