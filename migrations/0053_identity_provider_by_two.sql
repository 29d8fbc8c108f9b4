-- Where the system administrator wants people to be confirmed. It is asked once the security administrator says yes; until then the provider stays as it was:
-- whoever alone could point the sign-in at a provider of their own would come in as anybody who is linked.
create table identity_provider_wish (
  county        int primary key references county,
  id            uuid not null,                      -- another wish is another one to decide
  name          text not null,
  issuer        text not null,
  client_id     text not null,
  client_secret bytea not null,
  own_address   text not null,
  accepts_second_factor boolean not null,
  asked_by      uuid not null,
  asked_at      timestamptz not null
);
comment on column identity_provider_wish.client_secret is 'sealed';
alter table identity_provider_wish enable row level security;
create policy tenant on identity_provider_wish using (county = (select app_county()));
alter table identity_provider add column asked_by uuid, add constraint identity_provider_two_people check (asked_by <> changed_by);
