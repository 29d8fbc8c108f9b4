-- Messages: telling people, in the product, by text message or on paper. What was told stands sealed, with the secret of whom it was told to.
create table message_setting (
  county     int primary key references county,
  quiet_from time not null,                             -- 免打扰: what falls into it waits until it ends
  quiet_to   time not null,
  changed_by uuid,
  changed_at timestamptz not null
);

-- The county's own words for a template. The shipped ones stand in the code as version 0; every change is another version, none is lost.
create table message_template (
  county     int not null references county,
  code       text not null,
  version    int not null check (version > 0),
  zh         text not null check (length(zh) between 2 and 500),
  en         text not null check (length(en) between 2 and 1000),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (county, code, version)
);

-- Where text messages leave. Nothing leaves a county that has none.
create table sms_gateway (
  county     int primary key references county,
  url        text not null,
  sign       text not null check (length(sign) between 2 and 20), -- 短信签名
  secret     bytea not null,
  changed_by uuid,
  changed_at timestamptz not null
);
comment on column sms_gateway.secret is 'sealed';

-- How somebody wishes to be told; who never said is told by their own mobile, or on paper where they have none.
create table message_choice (
  county     int not null,
  person_id  uuid not null,
  way        text not null check (way in ('own', 'family', 'paper')),
  declined   text[] not null default '{}',              -- kinds they do not want
  by_account uuid,
  on_behalf  text not null check (on_behalf in ('self', 'family', 'clerk')),
  at         timestamptz not null,
  primary key (county, person_id),
  foreign key (county, person_id) references person (county, id) on update cascade
);

create table message (
  county           int not null references county,
  id               uuid not null,
  key              text not null,                       -- what happened: told once to each
  person_id        uuid,
  account_id       uuid,
  template         text not null,
  template_version int not null,
  kind             text not null,
  text_sealed      bytea not null,
  to_sealed        bytea,                               -- the telephone, where it is no matter of choice: one-time codes
  way              text not null check (way in ('inbox', 'sms', 'paper')),
  status           text not null check (status in ('shown', 'waiting', 'sent', 'to_print', 'printed', 'withheld')),
  why              text check (why in ('no_phone', 'by_choice', 'no_gateway', 'failed', 'declined', 'not_living', 'erased', 'too_late')),
  due_at           timestamptz,
  claimed_until    timestamptz,
  tries            smallint not null default 0,
  parts            smallint not null default 0,          -- text messages paid for
  done_at          timestamptz,
  read_at          timestamptz,
  by_account       uuid,
  created_at       timestamptz not null,
  primary key (county, id),
  constraint message_once unique nulls not distinct (county, key, person_id, account_id),
  foreign key (county, person_id) references person (county, id) on update cascade,
  foreign key (county, account_id) references account (county, id),
  check (num_nonnulls(person_id, account_id) = 1),
  check ((due_at is not null) = (status = 'waiting')),
  check ((done_at is not null) = (status in ('sent', 'printed', 'withheld')))
);
create index message_due on message (county, due_at) where status = 'waiting';
create index message_to_print on message (county, created_at) where status = 'to_print';
create index message_account on message (county, account_id, created_at desc) where account_id is not null;
create index message_person on message (county, person_id, created_at desc) where person_id is not null;
create index message_log on message (county, created_at desc, id);

-- Every try to send, with what came of it and what it cost.
create table message_sending (
  county     int not null,
  id         uuid not null,
  message_id uuid not null,
  outcome    text not null check (outcome in ('sent', 'refused', 'unreachable')),
  parts      smallint not null default 0,
  reference  text,                                      -- the gateway's own
  fault      text,
  at         timestamptz not null,
  primary key (county, id),
  foreign key (county, message_id) references message (county, id)
);
create index message_sending_message on message_sending (county, message_id, at);

do $$ declare t text; begin
  foreach t in array array['message_setting', 'message_template', 'sms_gateway', 'message_choice', 'message', 'message_sending'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;
