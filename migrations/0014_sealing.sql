-- What must not be read by whoever gets hold of the database: free words on health and hardship, telephones and uploaded files are sealed like
-- the numbers (GB/T 22239-2019 8.1.4.8; GB/T 39786-2021 8.4 e), and what belongs to one person opens only with that person's secret, so that
-- destroying the secret erases it everywhere (个人信息保护法 第四十七条). SQL holds no key: what lay in clear is put where it belongs behind a
-- zero byte, and the product seals it at its next start.

create function waiting(clear text) returns bytea language sql immutable
  as $$ select case when clear <> '' then '\x00'::bytea || convert_to(clear, 'UTF8') end $$;

-- Null: destroyed. The default serves those who write rows by SQL; the product brings its own random bytes.
alter table person add column secret bytea default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());

alter table person
  add column medical_history_sealed bytea,
  add column long_term_medicine_sealed bytea,
  add column disability_grade_sealed bytea,
  add column care_card_no_sealed bytea,
  add column living_evidence_sealed bytea,
  add column death_cause_sealed bytea,
  add column bereavement_unpaid_reason_sealed bytea,
  add column collector_phone_sealed bytea,
  add column remark_sealed bytea;
update person set
  medical_history_sealed = waiting(medical_history), long_term_medicine_sealed = waiting(long_term_medicine),
  disability_grade_sealed = waiting(disability_grade), care_card_no_sealed = waiting(care_card_no),
  living_evidence_sealed = waiting(living_evidence), death_cause_sealed = waiting(death_cause),
  bereavement_unpaid_reason_sealed = waiting(bereavement_unpaid_reason), collector_phone_sealed = waiting(collector_phone),
  remark_sealed = waiting(remark);

-- The ledger prints the remark and the telephone, so it is given what opens them.
drop view person_published;
create view person_published with (security_invoker = true) as
select p.county, p.id, p.status, p.is_counted, p.name, p.name_sort, p.gender, p.birth_on, p.kind, p.nature,
       p.work_started_on, p.retired_on, p.post, p.rank, p.rank_treatment, p.medical_treatment, p.political,
       p.party_joined_on, p.education, p.living_flags, p.health, p.ability, p.remark_sealed, p.secret, p.place_code, p.unit_id,
       p.managing_unit_id, p.unit_ids,
       (select h.number_sealed from person_phone h
         where h.county = p.county and h.person_id = p.id order by h.position limit 1) as phone_sealed
  from person p
 where p.status <> 'merged';
grant select on person_published to sangyu_app;

alter table person
  drop column medical_history, drop column long_term_medicine, drop column disability_grade, drop column care_card_no,
  drop column living_evidence, drop column death_cause, drop column bereavement_unpaid_reason, drop column collector_phone,
  drop column remark;

alter table family_member add column health_sealed bytea, add column note_sealed bytea;
update family_member set health_sealed = waiting(health), note_sealed = waiting(note);
alter table family_member drop column health, drop column note;

-- History of what is sealed now was written as JSON texts.
update person_change
   set is_sealed = true,
       old_value = encode(waiting(old_value::jsonb #>> '{}'), 'base64'),
       new_value = encode(waiting(new_value::jsonb #>> '{}'), 'base64')
 where not is_sealed
   and field in ('medicalHistory', 'longTermMedicine', 'disabilityGrade', 'careCardNo', 'livingEvidence', 'deathCause', 'bereavementUnpaidReason',
                 'collectorPhone', 'remark');

-- A roster holds everything; so may any file.
alter table stored_file rename column content to content_sealed;
update stored_file set content_sealed = '\x00'::bytea || content_sealed;

-- With samples of its cells.
alter table import_batch add column tables_sealed bytea;
update import_batch set tables_sealed = waiting(tables::text) where tables <> '[]';
alter table import_batch drop column tables;

drop function waiting(text);

-- The schema says what is sealed where the name does not, whose secret opens it, and which fingerprints are made from it: the rotation
-- of keys reads it here (platform/crypto/rotation).
comment on column person.id_sealed is 'sealed for id';
comment on column person.id_text_sealed is 'sealed for id';
comment on column person.medical_insurance_no_sealed is 'sealed for id';
comment on column person.medical_history_sealed is 'sealed for id';
comment on column person.long_term_medicine_sealed is 'sealed for id';
comment on column person.disability_grade_sealed is 'sealed for id';
comment on column person.care_card_no_sealed is 'sealed for id';
comment on column person.living_evidence_sealed is 'sealed for id';
comment on column person.death_cause_sealed is 'sealed for id';
comment on column person.bereavement_unpaid_reason_sealed is 'sealed for id';
comment on column person.collector_phone_sealed is 'sealed for id';
comment on column person.remark_sealed is 'sealed for id';
comment on column person.id_index is 'fingerprint of id_sealed as id';
comment on column person_phone.number_sealed is 'sealed for person_id';
comment on column person_phone.number_index is 'fingerprint of number_sealed as phone';
comment on column person_contact.landline_sealed is 'sealed for person_id';
comment on column person_contact.mobile_sealed is 'sealed for person_id';
comment on column person_contact.mobile_index is 'fingerprint of mobile_sealed as phone';
comment on column family_member.phone_sealed is 'sealed for person_id';
comment on column family_member.health_sealed is 'sealed for person_id';
comment on column family_member.note_sealed is 'sealed for person_id';
comment on column person_change.old_value is 'sealed for person_id as base64 if is_sealed';
comment on column person_change.new_value is 'sealed for person_id as base64 if is_sealed';
comment on column person_merge.snapshot_sealed is 'sealed for kept_id with rows';
do $$ declare c text; begin
  foreach c in array array['second_factor.seed', 'identity_provider.client_secret', 'identity_request.secrets'] loop
    if exists (select from pg_attribute where attrelid = to_regclass(split_part(c, '.', 1)) and attname = split_part(c, '.', 2)) then
      execute format('comment on column %I.%I is %L', split_part(c, '.', 1), split_part(c, '.', 2), 'sealed');
    end if;
  end loop;
end $$;

-- A code over each grant that only the holder of the keys can make (GB/T 39786-2021 8.4 b); `sangyu doctor` checks them.
alter table account_grant add column mac bytea;

-- Which keys this database was sealed with: a home that holds others is not opened.
create table sealing_key (
  purpose       text not null check (purpose in ('data', 'index')),
  id            smallint not null check (id between 1 and 255),
  fingerprint   text not null,
  first_used_at timestamptz not null,
  destroyed_at  timestamptz,
  primary key (purpose, id)
);
-- A change of keys, while the service goes on.
create table key_rotation (
  id          uuid primary key,
  purpose     text not null check (purpose in ('data', 'index', 'none')),
  key_id      smallint,
  asked_by    text,
  started_at  timestamptz not null,
  total       int not null default 0,
  done        int not null default 0,
  finished_at timestamptz,
  fault       text
);
create unique index key_rotation_open on key_rotation ((true)) where finished_at is null; -- one at a time
revoke insert, update, delete on sealing_key, key_rotation from sangyu_app;
-- What was sealed before there were secrets is bound to its person in the background, after the next start.
insert into key_rotation (id, purpose, started_at) select gen_random_uuid(), 'none', now() where exists (select from person);
