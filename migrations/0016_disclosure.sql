-- Whole numbers are shown one by one for a purpose, and long lists leave the house by the decision of a second person
-- (个人信息保护法 第五十一条; GB/T 35273-2020 7.1, 7.2).

-- Each look at a whole number. The value itself is kept nowhere but in the record.
create table reveal (
  county     int not null,
  id         uuid not null,
  person_id  uuid not null,
  account_id uuid not null,
  field      text not null check (field in ('idNumber', 'idText', 'medicalInsuranceNo', 'phones')),
  purpose    text not null check (purpose in ('benefit', 'medical', 'visit', 'check', 'funeral', 'other')),
  note       text not null,
  at         timestamptz not null,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id),
  foreign key (county, account_id) references account (county, id)
);
create index reveal_hour on reveal (county, account_id, at);

-- Every list that leaves as a file: at once, or after a second person's decision, once, within a day of it.
create table people_export (
  county       int not null,
  id           uuid not null,
  status       text not null check (status in ('at_once', 'waiting', 'making', 'ready', 'refused', 'withdrawn', 'fetched', 'expired', 'failed')),
  paper        text not null check (paper in ('list', 'ledger')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  purpose      text not null check (length(purpose) >= 4),
  question     jsonb not null,                      -- whom, which columns, in which order and language
  is_whole     boolean not null default false,      -- with whole numbers
  people       int not null,
  decided_by   uuid,
  decided_at   timestamptz,
  decision_note text,
  made_at      timestamptz,
  file_name    text,
  content_sealed bytea,                             -- made with the requester's own scope when approved; gone once fetched or too late
  fetched_at   timestamptz,
  primary key (county, id),
  foreign key (county, requested_by) references account (county, id),
  foreign key (county, decided_by) references account (county, id),
  check (decided_by is distinct from requested_by),
  check ((decided_by is null) = (decided_at is null)),
  check (status not in ('making', 'ready', 'refused', 'fetched', 'expired', 'failed') or decided_by is not null),
  check (content_sealed is null or status = 'ready')
);
create index people_export_recent on people_export (county, requested_by, requested_at);
create index people_export_waiting on people_export (county, status, requested_at);

do $$
declare t text;
begin
  foreach t in array array['reveal', 'people_export'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;
