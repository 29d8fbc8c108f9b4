-- 每月公示 of the volunteer bank, and what a year was approved to issue, decision by decision.

create table bank_notice (
  county       int not null references county,
  id           uuid not null,                   -- opens the public page: nobody guesses it
  place_code   bigint not null,
  month        date not null check (extract(day from month) = 1),
  issuer       text not null,
  phone        text not null,                   -- of the office, for questions
  published_on date not null,
  published_by uuid,
  until_on     date not null check (until_on > published_on),
  withdrawn_on date,
  withdrawn_by uuid,
  reason       text,
  primary key (county, id),
  foreign key (county, place_code) references place (county, code),
  check ((withdrawn_on is null) = (reason is null))
);
-- One stands for a place and a month; what was withdrawn stays beside what took its place.
create unique index bank_notice_standing on bank_notice (county, place_code, month) where withdrawn_on is null;

-- What the books said of one person in that month: with each team they served with, and by themselves.
create table bank_notice_line (
  county      int not null,
  notice_id   uuid not null,
  seq         int not null,
  person_id   uuid not null,
  masked_name text not null,
  is_named    boolean not null,                 -- who asked not to be named and who has died stand in the sums alone
  community   bigint,
  team_id     uuid,
  minutes     int not null,                     -- below zero where more was taken back than earned
  earned      int not null,
  redeemed    int not null,
  donated     int not null,
  primary key (county, notice_id, seq),
  foreign key (county, notice_id) references bank_notice (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  foreign key (county, team_id) references volunteer_team (county, id)
);
create index bank_notice_line_person on bank_notice_line (county, person_id);

create table bank_notice_question (
  county      int not null,
  id          uuid not null,
  notice_id   uuid not null,
  raised_by   text not null,                    -- as they give their name; none need give it
  words       text not null,
  raised_at   timestamptz not null,
  entered_by  uuid,
  answer      text,
  is_upheld   boolean,
  answered_by uuid,
  answered_at timestamptz,
  primary key (county, id),
  foreign key (county, notice_id) references bank_notice (county, id),
  check ((answer is not null) = (answered_at is not null) and (answer is not null) = (is_upheld is not null)),
  constraint bank_notice_question_two_people check (answered_by <> entered_by)
);
create index bank_notice_question_of on bank_notice_question (county, notice_id);

-- Who asked not to be named in a public notice, from when to when.
create table bank_unnamed (
  county     int not null references county,
  id         uuid not null,
  person_id  uuid not null,
  since_at   timestamptz not null,
  by_account uuid,
  ended_at   timestamptz,
  ended_by   uuid,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade
);
create unique index bank_unnamed_once on bank_unnamed (county, person_id) where ended_at is null;

-- Every decision about what a year may issue; the programme holds the last.
create table bank_budget (
  county        int not null references county,
  id            uuid not null,
  year          int not null check (year between 2000 and 2200),
  points_budget int check (points_budget > 0),
  basis         text,
  set_by        uuid,
  set_at        timestamptz not null,
  primary key (county, id)
);
create index bank_budget_year on bank_budget (county, year, set_at);

do $$ declare t text; begin
  foreach t in array array['bank_notice', 'bank_notice_line', 'bank_notice_question', 'bank_unnamed', 'bank_budget'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;

-- A notice is closed once it is published; a name can be taken out of it, and a record that turns out to be another's moved.
revoke update, delete, truncate on bank_notice, bank_notice_line, bank_notice_question, bank_budget from sangyu_app;
grant update (withdrawn_on, withdrawn_by, reason) on bank_notice to sangyu_app;
grant update (person_id, masked_name, is_named) on bank_notice_line to sangyu_app;
grant update (answer, is_upheld, answered_by, answered_at) on bank_notice_question to sangyu_app;

-- What anybody may read who has the address: while it stands open, masked names of those who may be named today. Nobody is signed in, so no county is set.
create function public_bank_notice(asked uuid, today date) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'place', c.name, 'month', to_char(n.month, 'YYYY-MM'), 'issuer', n.issuer, 'phone', n.phone, 'publishedOn', n.published_on, 'untilOn', n.until_on,
    'withdrawnOn', n.withdrawn_on, 'reason', n.reason,
    'lines', case when n.withdrawn_on is null and today <= n.until_on then coalesce((
      select jsonb_agg(jsonb_build_object('personId', l.person_id, 'teamId', l.team_id, 'name', case when w.may then l.masked_name end, 'community', k.short,
               'team', t.name, 'minutes', l.minutes, 'earned', l.earned, 'redeemed', l.redeemed, 'donated', l.donated) order by l.seq)
        from bank_notice_line l
        join person p on p.county = l.county and p.id = l.person_id
        cross join lateral (select l.is_named and p.status in ('living', 'moved_out')
               and not exists (select from bank_unnamed u where u.county = l.county and u.person_id = l.person_id and u.ended_at is null) as may) w
        left join place k on k.county = l.county and k.code = l.community
        left join volunteer_team t on t.county = l.county and t.id = l.team_id
       where l.county = n.county and l.notice_id = n.id), '[]') end)
    from bank_notice n join place c on c.county = n.county and c.code = n.place_code where n.id = asked
$$;
revoke execute on function public_bank_notice from public;
grant execute on function public_bank_notice to sangyu_app;
