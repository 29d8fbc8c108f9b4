-- Shifts of volunteers, what was served in them, and what follows from it: stars and certificates.

-- A shift is a gathering of kind `shift`: the gathering keeps when, where, how many and who has a place, so that the calendar, clashes and strength are one.
create table shift (
  county           int not null references county,
  id               uuid not null,
  gathering_id     uuid not null,
  need_id          uuid,
  team_id          uuid,
  task             text not null,                       -- kinds of needs, src/modules/volunteering/codes
  open_to          text not null check (open_to in ('team', 'volunteers', 'invited')),
  served_person_id uuid,
  -- Whom it is done for shows this code; who types it was there.
  served_code      text not null check (served_code ~ '^\d{6}$'),
  organiser_id     uuid,
  created_by       uuid,
  created_at       timestamptz not null,
  primary key (county, id),
  constraint shift_gathering unique (county, gathering_id),
  foreign key (county, gathering_id) references gathering (county, id),
  foreign key (county, need_id) references need (county, id),
  foreign key (county, team_id) references volunteer_team (county, id),
  foreign key (county, served_person_id) references person (county, id) on update cascade,
  foreign key (county, organiser_id) references unit (county, id),
  check (open_to <> 'team' or team_id is not null)
);
create index shift_need on shift (county, need_id) where need_id is not null;
create index shift_team on shift (county, team_id) where team_id is not null;

-- Somebody's turn in a shift. `during` is the plan until it is served, then from check-in to check-out.
create table shift_turn (
  county         int not null,
  id             uuid not null,
  shift_id       uuid not null,
  person_id      uuid not null,
  sign_up_id     uuid,
  during         tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  status         text not null check (status in ('waiting', 'claimed', 'started', 'late', 'served', 'confirmed', 'refused', 'cancelled', 'missed', 'reversed')),
  on_behalf      text not null check (on_behalf in ('self', 'family', 'clerk')),
  claimed_by     uuid,
  claimed_at     timestamptz not null,
  in_at          timestamptz,
  in_way         text check (in_way in ('code', 'served_code', 'word', 'clerk', 'late')),
  in_by          uuid,
  out_at         timestamptz check (out_at > in_at),
  out_way        text check (out_way in ('code', 'served_code', 'word', 'clerk', 'late')),
  out_by         uuid,
  minutes        int check (minutes between 1 and 480),
  -- Entered afterwards: by one, with the reason, and believed by another.
  late_reason    text,
  late_by        uuid,
  approved_by    uuid,
  approved_at    timestamptz,
  refused_reason text,
  ended_by       uuid,
  ended_at       timestamptz,
  primary key (county, id),
  foreign key (county, shift_id) references shift (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  -- Nobody serves in two places at once.
  constraint shift_turn_free exclude using gist (county with =, person_id with =, during with &&)
    where (status in ('claimed', 'started', 'late', 'served', 'confirmed')),
  check ((in_at is not null) = (in_way is not null)),
  check (status not in ('served', 'confirmed', 'late') or (out_at is not null and minutes is not null)),
  check ((late_by is not null) = (late_reason is not null)),
  constraint shift_turn_two_people check (approved_by <> late_by),
  check (late_by is null or status in ('late', 'refused', 'cancelled') or approved_by is not null),
  check ((status = 'refused') = (refused_reason is not null))
);
create unique index shift_turn_once on shift_turn (county, shift_id, person_id) where status not in ('cancelled', 'refused', 'reversed', 'missed');
create index shift_turn_person on shift_turn (county, person_id, lower(during));
create index shift_turn_waiting on shift_turn (county, status, lower(during)) where status in ('late', 'served');

-- A turn handed on: offered by one, taken by another, agreed by who keeps the shift.
create table shift_swap (
  county       int not null,
  id           uuid not null,
  turn_id      uuid not null,
  to_person_id uuid not null,
  status       text not null check (status in ('offered', 'taken', 'agreed', 'declined', 'withdrawn')),
  offered_by   uuid,
  offered_at   timestamptz not null,
  on_behalf    text not null check (on_behalf in ('self', 'family', 'clerk')),
  taken_by     uuid,
  taken_at     timestamptz,
  taken_on_behalf text check (taken_on_behalf in ('self', 'family', 'clerk')),
  decided_by   uuid,
  decided_at   timestamptz,
  primary key (county, id),
  foreign key (county, turn_id) references shift_turn (county, id),
  foreign key (county, to_person_id) references person (county, id) on update cascade,
  check (status not in ('taken', 'agreed') or taken_at is not null),
  check ((decided_at is not null) = (status in ('agreed', 'declined', 'withdrawn')))
);
create unique index shift_swap_open on shift_swap (county, turn_id) where status in ('offered', 'taken');

-- 志愿服务记录 (民政部 2020年第67号令, 志愿服务记录与证明出具办法（试行）): one for each confirmed turn. Added, never changed; one that was wrong is marked as reversed.
create table service_record (
  county        int not null references county,
  id            uuid not null,
  turn_id       uuid not null,
  person_id     uuid not null,
  shift_id      uuid not null,
  need_id       uuid,
  team_id       uuid,
  title         text not null,
  task          text not null,
  place_code    bigint not null,
  address       text,
  during        tstzrange not null,
  served_on     date not null,
  minutes       int not null check (minutes between 1 and 480),
  organiser_id  uuid,
  is_late       boolean not null,
  confirmed_way text not null check (confirmed_way in ('served', 'clerk')),
  confirmed_by  uuid,
  rating        smallint check (rating between 1 and 5),
  recorded_at   timestamptz not null,
  reversed_at   timestamptz,
  reversed_by   uuid,
  reversal_id   uuid,
  primary key (county, id),
  constraint service_record_turn unique (county, turn_id),
  foreign key (county, turn_id) references shift_turn (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  foreign key (county, shift_id) references shift (county, id),
  foreign key (county, need_id) references need (county, id),
  foreign key (county, team_id) references volunteer_team (county, id),
  foreign key (county, organiser_id) references unit (county, id),
  foreign key (county, place_code) references place (county, code),
  constraint service_record_free exclude using gist (county with =, person_id with =, during with &&) where (reversed_at is null),
  check ((reversed_at is not null) = (reversal_id is not null))
);
create index service_record_person on service_record (county, person_id, served_on desc);
create index service_record_day on service_record (county, served_on);
create index service_record_team on service_record (county, team_id, served_on) where team_id is not null;
create index service_record_place on service_record (county, place_code, served_on);

create table service_reversal (
  county     int not null,
  id         uuid not null,
  record_id  uuid not null,
  reason     text not null,
  status     text not null check (status in ('asked', 'agreed', 'declined')),
  asked_by   uuid,
  asked_at   timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (county, id),
  foreign key (county, record_id) references service_record (county, id),
  check ((decided_at is not null) = (status <> 'asked')),
  constraint service_reversal_two_people check (decided_by <> asked_by)
);
create unique index service_reversal_open on service_reversal (county, record_id) where status in ('asked', 'agreed');
alter table service_record add foreign key (county, reversal_id) references service_reversal (county, id);

-- From which day how many hours make which star. 100, 300, 600, 1000, 1500 unless the county says otherwise.
create table star_scheme (
  county     int not null references county,
  valid_from date not null,
  hours      int[] not null check (cardinality(hours) = 5 and 0 < hours[1] and hours[1] < hours[2] and hours[2] < hours[3] and hours[3] < hours[4] and hours[4] < hours[5]),
  set_by     uuid,
  set_at     timestamptz not null,
  primary key (county, valid_from)
);

-- Days on which the office works although it is a weekend, or rests although it is not: the State Council's notice of each year.
create table shifted_day (
  county     int not null references county,
  day        date not null,
  is_working boolean not null,
  primary key (county, day)
);

create table star_award (
  county       int not null references county,
  id           uuid not null,
  person_id    uuid,
  team_id      uuid,
  level        smallint not null check (level between 1 and 5),
  minutes      int not null check (minutes > 0),         -- what the records said when it was published
  status       text not null check (status in ('published', 'awarded', 'withdrawn')),
  published_on date not null,
  until_on     date not null check (until_on > published_on),
  published_by uuid,
  awarded_on   date check (awarded_on > until_on),
  awarded_by   uuid,
  reason       text,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  foreign key (county, team_id) references volunteer_team (county, id),
  check ((person_id is null) <> (team_id is null)),
  check ((awarded_on is not null) = (status = 'awarded')),
  check ((reason is not null) = (status = 'withdrawn'))
);
create unique index star_award_once on star_award (county, coalesce(person_id, team_id), level) where status <> 'withdrawn';

create table star_objection (
  county      int not null,
  id          uuid not null,
  award_id    uuid not null,
  raised_by   text not null,                             -- as they give their name; none need give it
  words       text not null,
  raised_at   timestamptz not null,
  entered_by  uuid,
  answer      text,
  is_upheld   boolean,
  answered_by uuid,
  answered_at timestamptz,
  primary key (county, id),
  foreign key (county, award_id) references star_award (county, id),
  check ((answer is not null) = (answered_at is not null) and (answer is not null) = (is_upheld is not null)),
  constraint star_objection_two_people check (answered_by <> entered_by)
);
create index star_objection_award on star_objection (county, award_id);

create table certificate_number (
  county int not null references county,
  year   int not null,
  last   int not null check (last > 0),
  primary key (county, year)
);

-- 志愿服务证明: who recorded it issues it (谁记录、谁证明), free of charge; its words are frozen when it is issued.
create table service_certificate (
  county       int not null references county,
  id           uuid not null,
  number       text not null,
  code         text not null check (code ~ '^[2-9A-HJ-NP-Z]{8}$'), -- with the number opens the public page
  person_id    uuid not null,
  name         text not null,
  from_on      date not null,
  to_on        date not null check (to_on >= from_on),
  minutes      int not null check (minutes > 0),
  lines        jsonb not null,
  issuer       text not null,
  head         text not null,
  handler      text not null,
  phone        text not null,
  issued_on    date not null,
  issued_by    uuid,
  until_on     date not null check (until_on >= issued_on), -- 公示期
  revoked_on   date,
  revoked_by   uuid,
  reason       text,
  primary key (county, id),
  constraint service_certificate_number unique (county, number),
  foreign key (county, person_id) references person (county, id) on update cascade,
  check ((revoked_on is not null) = (reason is not null))
);
create index service_certificate_person on service_certificate (county, person_id, issued_on desc);

-- What anybody may ask who holds a certificate: a masked name, hours, whether it holds. Nobody is signed in, so no county is set.
create function verify_certificate(asked_number text, asked_code text)
  returns table (name text, from_on date, to_on date, minutes int, issuer text, issued_on date, until_on date, revoked_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select left(c.name, 1) || repeat('*', greatest(length(c.name) - 1, 1)), c.from_on, c.to_on, c.minutes, c.issuer, c.issued_on, c.until_on, c.revoked_on
    from service_certificate c where c.number = asked_number and c.code = asked_code
$$;
revoke execute on function verify_certificate from public;
grant execute on function verify_certificate to sangyu_app;

do $$ declare t text; begin
  foreach t in array array['shift', 'shift_turn', 'shift_swap', 'service_record', 'service_reversal', 'star_scheme', 'shifted_day', 'star_award',
                           'star_objection', 'certificate_number', 'service_certificate'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;

-- What volunteering publishes of service for the roof: one row a record, its person's home for whose area it is.
create view service_published with (security_invoker = true) as
select r.county, r.id, r.person_id, r.team_id, r.need_id, r.title, r.task, r.place_code, r.served_on, r.during, r.minutes, r.rating, r.is_late,
       r.confirmed_way, r.recorded_at, r.reversed_at
  from service_record r;
