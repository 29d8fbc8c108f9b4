-- A statement that a partner disputes with reason is put right: what was wrong is reversed in the books, and the statement asks for that much less. Its own sums
-- stay what they were (0026_bank.sql); each correction is a new version of what is asked, with the dispute it answers.
create table bank_settlement_correction (
  county        int not null,
  settlement_id uuid not null,
  version       int not null check (version > 1),
  due           int not null check (due >= 0),
  dispute       text,
  answer        text not null,
  corrected_by  uuid,
  corrected_at  timestamptz not null,
  primary key (county, settlement_id, version),
  foreign key (county, settlement_id) references bank_settlement (county, id)
);
alter table bank_settlement_correction enable row level security;
create policy tenant on bank_settlement_correction using (county = (select app_county()));
revoke update, delete, truncate on bank_settlement_correction from sangyu_app;

-- What a statement asks to be paid now: by its last correction, if there is one.
create function due_of(s bank_settlement) returns int language sql stable as $$
  select coalesce((select c.due from bank_settlement_correction c
                    where c.county = s.county and c.settlement_id = s.id order by c.version desc limit 1), s.due)
$$;

-- How the last dispute was answered.
alter table bank_settlement add column outcome text check (outcome in ('corrected', 'rejected'));
update bank_settlement set outcome = 'rejected' where answer is not null;
grant update (outcome) on bank_settlement to sangyu_app;

-- Codes that were typed wrong at a counter stand out when they are many: each try is a record that a finding can rest on, of a partner and of nobody's person.
alter table bank_code_try add column id uuid not null default gen_random_uuid(), add column tried_by uuid,
  add constraint bank_code_try_key primary key (county, id);
alter table bank_finding_record
  alter column person_id drop not null,
  drop constraint bank_finding_record_what_check,
  add constraint bank_finding_record_what_check check (what in ('redemption', 'service', 'gift', 'code')),
  add constraint bank_finding_record_person check ((person_id is null) = (what = 'code'));
