-- Whole numbers asked in vain within the hour are counted from the trail, at every question by number.
create index audit_event_missed on audit_event (county, account_id, at) where action = 'people.number_missed';

-- What the rosters of one account held in the last day, so that one area and birthday tried out over several files is seen. No number can be told from it:
-- the stem is a keyed fingerprint of a number's first 14 signs, each mark 24 bits of the whole number's.
create table roster_stem (
  county     int not null,
  account_id uuid not null,
  stem       bytea not null,
  marks      int[] not null,
  asked_at   timestamptz not null,
  primary key (county, account_id, stem)
);
create index roster_stem_at on roster_stem (county, asked_at);
alter table roster_stem enable row level security;
create policy tenant on roster_stem using (county = (select app_county()));
