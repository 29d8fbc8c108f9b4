-- Three administrators, three natural persons (三员分立, GB/T 22239-2019 8.1.5): one keeps the system, one grants, one audits, and none of them
-- reads people's data. What was the county administrator's business stays with bureau staff.
create extension if not exists btree_gist;

-- The natural person behind an account; one person may have several accounts and is one holder. The number itself is not kept.
alter table account
  add column holder_id uuid not null default gen_random_uuid(),
  add column mobile_index bytea;
update account set holder_id = id;
alter table account
  add constraint account_holder unique (county, id, holder_id),
  add constraint one_mobile_one_holder exclude using gist (county with =, mobile_index with =, holder_id with <>) where (mobile_index is not null);

alter table account_grant drop constraint account_grant_role_check;
alter table account_grant drop constraint account_grant_check;
update account_grant set role = 'bureau_staff' where role = 'county_administrator';
alter table account_grant
  add column holder_id uuid,
  -- Work with people is one duty, whatever the role; each of the three is another.
  add column duty text not null generated always as (
    case when role in ('system_administrator', 'security_administrator', 'audit_administrator') then role else 'business' end) stored;
update account_grant set holder_id = account_id;
alter table account_grant
  alter column holder_id set not null,
  add constraint account_grant_role check (role in ('system_administrator', 'security_administrator', 'audit_administrator',
    'bureau_staff', 'street_staff', 'community_worker', 'unit_liaison', 'reader')),
  -- An administrator's grant has no area, so no row of anybody is in its scope.
  add constraint account_grant_area check (num_nonnulls(place_code, unit_id) = case when duty = 'business' then 1 else 0 end),
  add constraint account_grant_not_oneself check (granted_by is distinct from account_id),
  add constraint account_grant_holder foreign key (county, account_id, holder_id) references account (county, id, holder_id) on update cascade,
  add constraint one_duty_at_a_time exclude using gist (county with =, holder_id with =, duty with <>, valid with &&) where (revoked_at is null);

-- An account is asked for by the system administrator, granted by the security administrator, and opened by its holder with a code that is
-- good once and for a day. After ninety days without a sign-in it is disabled.
alter table account drop constraint account_status_check;
alter table account
  add constraint account_status check (status in ('pending', 'refused', 'invited', 'open', 'disabled', 'closed')),
  add column mobile_tail text check (length(mobile_tail) = 4),
  add column activation_hash bytea,
  add column activation_until timestamptz,
  add column disabled_at timestamptz,
  add column closed_at timestamptz,
  add column closed_by uuid,
  add column close_reason text check (close_reason in ('left', 'moved', 'other'));
update account set closed_at = created_at where status = 'closed';
create index account_status on account (county, status);
create index account_grant_until on account_grant (county, upper(valid)) where revoked_at is null;

-- Who asked for an account with which role and areas, and what was decided. Who asks does not decide.
create table account_request (
  county       int not null,
  id           uuid not null,
  account_id   uuid not null,
  role         text not null,
  places       bigint[] not null default '{}',
  units        uuid[] not null default '{}',
  until        date,
  reason       text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  decision     text check (decision in ('approved', 'refused')),
  decided_by   uuid,
  decided_at   timestamptz,
  refusal      text,
  primary key (county, id),
  foreign key (county, account_id) references account (county, id),
  constraint account_request_two_people check (decided_by <> requested_by),
  check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
  check ((refusal is not null) = (decision is not distinct from 'refused'))
);
create unique index account_request_account on account_request (county, account_id);
create index account_request_waiting on account_request (county, requested_at) where decision is null;
