-- No one person comes in as another: another code, taking an authenticator off and linking a unified identity are asked for by one administrator and
-- decided by another, as opening an account is. GB/T 22239-2019 8.1.5 (三员分立); who asked and who decided stand beside what was done.
drop index account_request_account;
alter table account_request
  add column kind text not null default 'open' check (kind in ('open', 'code', 'second_factor', 'identity')),
  add column issuer text,                           -- the provider of that hour: one that took its place meanwhile is not what was asked for
  add column subject text check (length(subject) between 1 and 255),
  alter column role drop not null,
  add constraint account_request_role check ((role is not null) = (kind = 'open')),
  add constraint account_request_subject check (num_nonnulls(issuer, subject) = case when kind = 'identity' then 2 else 0 end);
create unique index account_request_opening on account_request (county, account_id) where kind = 'open';
create unique index account_request_waiting_once on account_request (county, account_id, kind) where decision is null;

-- A link that one person made, before this, stays a way to sign in; what its provider says of a second factor does not count for it.
alter table identity_link
  add column asked_by uuid,
  add constraint identity_link_two_people check (asked_by <> linked_by);

-- Where the system administrator wants text messages to leave. It is used once the security administrator says yes; until then the gateway stays as it was.
create table sms_gateway_wish (
  county   int primary key references county,
  id       uuid not null,                           -- another wish is another one to decide
  url      text not null,
  sign     text not null check (length(sign) between 2 and 20),
  secret   bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null
);
comment on column sms_gateway_wish.secret is 'sealed';
alter table sms_gateway_wish enable row level security;
create policy tenant on sms_gateway_wish using (county = (select app_county()));
alter table sms_gateway add column asked_by uuid, add constraint sms_gateway_two_people check (asked_by <> changed_by);
