-- What stands out in the books of the bank, for a person to judge (个人信息保护法 第二十四条: nothing follows by itself).

-- From which day what counts as too many and too fast. Where the county has said nothing the shipped numbers hold.
create table bank_limit (
  county  int not null references county,
  id      uuid not null,
  from_on date not null,
  limits  jsonb not null,
  note    text,
  set_by  uuid,
  set_at  timestamptz not null,
  primary key (county, id),
  constraint bank_limit_from unique (county, from_on)
);

create table bank_finding (
  county     int not null references county,
  id         uuid not null,
  kind       text not null,                     -- src/modules/volunteering/bank/anomalies/finding
  person_id  uuid,                              -- whom it is about: a person, a partner, or who did it at a desk
  partner_id uuid,
  account_id uuid,
  numbers    jsonb not null,                    -- the limit it was measured by, as it stood then
  usual      int,                               -- what is usual there, where the limit asks for it
  status     text not null check (status in ('waiting', 'harmless', 'wrong')),
  found_at   timestamptz not null,
  grown_at   timestamptz not null,              -- when records were added last
  judged_by  uuid,
  judged_at  timestamptz,
  reason     text,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  foreign key (county, partner_id) references bank_partner (county, id),
  foreign key (county, account_id) references account (county, id),
  check (num_nonnulls(person_id, partner_id, account_id) = 1),
  check ((judged_at is null) = (status = 'waiting')),
  check ((reason is null) = (status = 'waiting'))
);
create unique index bank_finding_waiting on bank_finding (county, kind, coalesce(person_id, partner_id, account_id)) where status = 'waiting';

-- The records a finding rests on. One record bears one finding of a kind: what was judged is not raised again.
create table bank_finding_record (
  county     int not null,
  finding_id uuid not null,
  kind       text not null,
  what       text not null check (what in ('redemption', 'service', 'gift')),
  record_id  uuid not null,
  person_id  uuid not null,
  primary key (county, finding_id, record_id),
  constraint bank_finding_record_once unique (county, kind, record_id),
  foreign key (county, finding_id) references bank_finding (county, id),
  foreign key (county, person_id) references person (county, id) on update cascade
);

-- What was done about a finding that was judged wrong.
create table bank_finding_step (
  county     int not null,
  id         uuid not null,
  finding_id uuid not null,
  measure    text not null check (measure in ('reversal', 'dispute', 'partner_closed', 'talk', 'evidence', 'other')),
  words      text not null,
  by_account uuid,
  at         timestamptz not null,
  primary key (county, id),
  foreign key (county, finding_id) references bank_finding (county, id)
);
create index bank_finding_step_of on bank_finding_step (county, finding_id, at);

do $$ declare t text; begin
  foreach t in array array['bank_limit', 'bank_finding', 'bank_finding_record', 'bank_finding_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;

-- Findings and what was done stay; a judgement is written once, and words that name somebody can be taken out.
revoke update, delete, truncate on bank_limit, bank_finding, bank_finding_record, bank_finding_step from sangyu_app;
grant update (numbers, usual, grown_at, status, judged_by, judged_at, reason) on bank_finding to sangyu_app;
grant update (words) on bank_finding_step to sangyu_app;
