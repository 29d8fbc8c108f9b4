-- The cadre record (老干部信息台账). Nothing but a name is required; every date is kept as well as it is known.
-- Values of GB code tables are stored as the standard's numbers. Identity number, telephones and bank data are sealed; an HMAC finds whole values.

create table person (
  county             int not null references county,
  id                 uuid not null,
  status             text not null default 'living' check (status in ('living', 'deceased', 'moved_out', 'merged')),
  merged_into        uuid,
  is_counted         boolean not null default true,      -- 统计标志

  -- identity
  name               text not null check (length(name) between 1 and 60),
  former_name        text,
  gender             text check (gender in ('0', '1', '2', '9')),                 -- GB/T 2261.1
  birth_on           partial_date,
  ethnicity          text check (ethnicity ~ '^\d\d$'),                           -- GB/T 3304
  native_place       text,
  id_sealed          bytea,
  id_index           bytea,
  id_tail            text,                                                        -- last two, so that a list can tell two people apart
  id_status          text not null default 'missing' check (id_status in ('valid', 'converted15', 'missing', 'unrecoverable', 'invalid')),
  id_text_sealed     bytea,                                                       -- what was written, when it is not usable
  medical_insurance_no_sealed bytea,
  photo_file_id      uuid,

  -- work
  kind               text check (kind in ('lixiu', 'tuixiu', 'survivor', 'other')),
  work_started_on    partial_date,
  revolution_joined_on partial_date,                                              -- 参加革命工作时间; its period is derived
  retired_on         partial_date,
  unit_text          text,                                                        -- 退休时单位 as written
  post               text,
  rank               text check (rank ~ '^\d{3}$'),                               -- 退休时职级, GB/T 12407
  grade              text,                                                        -- 2019 职级
  title              text,                                                        -- 职称
  nature             text check (nature in ('organ', 'institution', 'enterprise')),
  identity_type      text,

  -- treatment: what is enjoyed now is neither the rank at retirement nor the medical treatment
  rank_treatment     text check (rank_treatment ~ '^\d{3}$'),
  treatment_approved_on partial_date,
  treatment_approval_no text,
  treatment_note     text,
  medical_treatment  text,
  income_cents       int check (income_cents >= 0),
  base_pay_cents     int check (base_pay_cents >= 0),
  allowance_cents    int check (allowance_cents >= 0),
  care_fee_cents     int check (care_fee_cents >= 0),
  self_hire_fee_cents int check (self_hire_fee_cents >= 0),
  transport_fee_cents int check (transport_fee_cents >= 0),

  -- party
  political          text check (political ~ '^\d\d$'),                           -- GB/T 4762
  party_joined_on    partial_date,
  education          text check (education ~ '^\d\d$'),                           -- GB/T 4658
  branch_text        text,                                                        -- 隶属支部 as written, until the party room keeps it
  dues_method        text,
  is_home_study      boolean,                                                     -- 送学上门

  -- home
  marital            text check (marital ~ '^\d\d$'),                             -- GB/T 2261.2
  address            text,
  registered_address text,
  living_flags       text[] not null default '{}',
  living_assessed_on partial_date,
  living_evidence    text,
  children_count     smallint check (children_count between 0 and 30),
  dependent_children_count smallint check (dependent_children_count between 0 and 30),
  supported_count    smallint check (supported_count between 0 and 30),
  housing_m2         numeric(7, 2) check (housing_m2 >= 0),

  -- health, in short
  health             text check (health ~ '^\d\d$'),                              -- GB/T 2261.3
  chronic_codes      text[] not null default '{}',
  medical_history    text,
  ability            text,
  ability_assessed_on partial_date,
  hospital_primary   text,
  hospital_secondary text,
  hospital_nearby    text,
  care_card_no       text,
  long_term_medicine text,
  disability_grade   text,

  -- talent and wishes
  interests          text[] not null default '{}',
  skills             text,
  part_time_posts    text,
  can_go_out         boolean,
  wished_services    text[] not null default '{}',
  suggestion         text,

  -- death
  died_on            partial_date,
  death_cause        text,
  farewell           text,
  bereavement_paid_on partial_date,
  bereavement_payee  text,
  bereavement_unpaid_reason text,

  -- keeping
  tags               text[] not null default '{}',
  remark             text,
  collected_by       text,
  collector_phone    text,
  source             text,
  verified_on        date,                                                        -- the oldest section's last check
  sections           jsonb not null default '{}',                                 -- per section: version, source, verified on and by
  missing            text[] not null default '{}',                                -- fields of the county's list that are empty
  completeness       smallint not null default 0,                                 -- per cent of the county's list

  -- where the person stands today; history stands in affiliation
  place_code         bigint,
  unit_id            uuid,                                                        -- 原单位
  managing_unit_id   uuid,                                                        -- 现管单位
  unit_ids           uuid[] not null default '{}',                                -- every unit that has the person today
  keys               text[] not null default '{}',                                -- name search: characters, pairs, pinyin
  name_sort          text collate "C",                                             -- pinyin, then the characters: the order of a Chinese list
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  primary key (county, id),
  foreign key (county, merged_into) references person (county, id),
  foreign key (county, place_code) references place (county, code),
  foreign key (county, unit_id) references unit (county, id),
  foreign key (county, managing_unit_id) references unit (county, id),
  foreign key (county, photo_file_id) references stored_file (county, id),
  check ((status = 'merged') = (merged_into is not null))
);
create index person_birth on person (county, birth_on, id) where status <> 'merged';
create index person_name on person (county, name, birth_on) where status <> 'merged';
create index person_name_sort on person (county, name_sort, id) where status <> 'merged';
-- Carries what row-level security asks for and what lists are filtered by most, so that counting a county reads this index alone.
create index person_count on person (county, status) include (place_code, unit_ids, unit_id, kind, gender, birth_on, political, nature, rank, completeness);
create index person_place on person (county, place_code) where status <> 'merged';
create index person_unit on person (county, unit_id, birth_on);
create unique index person_id_index on person (county, id_index) where id_index is not null and status <> 'merged';
create index person_keys on person using gin (county, keys) with (fastupdate = off);
create index person_units on person using gin (county, unit_ids) with (fastupdate = off);
create index person_tags on person using gin (county, tags) with (fastupdate = off);

-- Telephones: the person's own, the home's, and those of the people around. Contacts number 1 to 4.
create table person_phone (
  county    int not null,
  person_id uuid not null,
  position  smallint not null,
  number_sealed bytea not null,
  number_index  bytea not null,
  number_tail   text not null,
  label     text not null check (label in ('本人', '住宅', '配偶', '子', '女', '子女', '孙辈', '其他')),
  primary key (county, person_id, position),
  foreign key (county, person_id) references person (county, id)
);
create index person_phone_number on person_phone (county, number_index);

create table person_contact (
  county    int not null,
  person_id uuid not null,
  position  smallint not null check (position between 1 and 4),
  relation  text not null check (relation ~ '^\d$'),                              -- GB/T 4761
  name      text not null,
  landline_sealed bytea,
  mobile_sealed   bytea,
  mobile_index    bytea,
  primary key (county, person_id, position),
  foreign key (county, person_id) references person (county, id)
);

create table family_member (
  county    int not null,
  id        uuid not null,
  person_id uuid not null,
  relation  text not null check (relation ~ '^\d$'),
  name      text not null,
  birth_on  partial_date,
  is_living boolean,
  work_unit text,
  health    text,
  phone_sealed bytea,
  subsidy_cents int check (subsidy_cents >= 0),
  linked_person_id uuid,                                                          -- the member's own record, if there is one
  note      text,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id),
  foreign key (county, linked_person_id) references person (county, id)
);
create index family_member_person on family_member (county, person_id);
create index family_member_linked on family_member (county, linked_person_id) where linked_person_id is not null;

-- Parallel dated affiliations (只做加法, 不做减法): adding one never ends another. Only homes exclude each other in time.
create table affiliation (
  county     int not null,
  id         uuid not null,
  person_id  uuid not null,
  kind       text not null check (kind in ('original_unit', 'managing_unit', 'other_unit', 'home', 'branch', 'functional_branch', 'group', 'team')),
  unit_id    uuid,
  place_code bigint,
  address    text,
  during     daterange not null,
  note       text,
  source     text,
  added_by   uuid,
  added_at   timestamptz not null,
  ended_by   uuid,
  ended_at   timestamptz,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id),
  foreign key (county, unit_id) references unit (county, id),
  foreign key (county, place_code) references place (county, code),
  check (not isempty(during)),
  check ((kind = 'home') = (unit_id is null)),
  exclude using gist (county with =, person_id with =, during with &&) where (kind = 'home')
);
create index affiliation_person on affiliation (county, person_id);
create index affiliation_unit on affiliation (county, unit_id) where unit_id is not null;
create index affiliation_place on affiliation (county, place_code) where place_code is not null;

-- Dated events, not counters: the annual tables are a fold over these.
create table person_event (
  county      int not null,
  id          uuid not null,
  person_id   uuid not null,
  kind        text not null check (kind in ('recorded', 'retired', 'moved_in', 'moved_out', 'moved_home', 'died', 'restored', 'treatment_changed', 'unit_changed', 'merged', 'unmerged', 'verified')),
  happened_on partial_date,
  detail      jsonb not null default '{}',
  account_id  uuid,
  at          timestamptz not null,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id)
);
create index person_event_person on person_event (county, person_id, at);

-- The history of every change: who, when, from, to. Sealed values stand sealed here too.
create table person_change (
  county     int not null,
  id         uuid not null,
  person_id  uuid not null,
  at         timestamptz not null,
  account_id uuid,
  section    text not null,
  field      text not null,
  old_value  text,
  new_value  text,
  is_sealed  boolean not null default false,
  cause      text not null,                                                       -- edit, import:<batch>, merge:<merge>, undo:<batch>
  primary key (county, id),
  foreign key (county, person_id) references person (county, id)
);
create index person_change_person on person_change (county, person_id, at desc);

-- A list as somebody likes it: filters, columns, order. Shared views are everybody's.
create table saved_view (
  county     int not null,
  id         uuid not null,
  account_id uuid not null,
  room       text not null,
  name       text not null,
  is_shared  boolean not null default false,
  is_default boolean not null default false,
  definition jsonb not null,
  at         timestamptz not null,
  primary key (county, id),
  unique (county, account_id, room, name),
  foreign key (county, account_id) references account (county, id)
);

-- The second lock. The first is the scope every query goes through.
alter table person enable row level security;
create policy row_scope on person using (
  county = (select app_county())
  and ((select app_all()) or place_code <@ (select app_places()) or unit_ids && (select app_units()))
) with check (county = (select app_county()));
do $$ declare t text; begin
  foreach t in array array['person_phone', 'person_contact', 'family_member', 'affiliation', 'person_event', 'person_change', 'saved_view'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;
