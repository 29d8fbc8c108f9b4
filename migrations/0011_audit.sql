-- The audit trail as evidence (GB/T 22239-2019 8.1.4.3): rows of a county form a chain of hashes, each row over the one before it. The
-- application may read and append through one function; nobody may change, and what is too old goes only up to a recorded cut.
create temporary table former on commit drop as select * from audit_event;
drop table audit_event;

-- Chain 0 holds what belongs to no county: set-up, somebody at a door before it is known whose.
create table audit_event (
  county        int not null,
  seq           bigint not null,
  at            timestamptz not null,
  account_id    uuid,                              -- null: nobody signed in, or the office itself
  roles         text[] not null default '{}',      -- as they were then
  on_behalf_of  uuid,                              -- for whom the office worked (a job)
  session_hash  text,
  address       text,
  device        text,
  action        text not null,
  subject_kind  text,
  subject       text,
  result        text not null default 'done' check (result in ('done', 'refused', 'failed')),
  purpose       text,
  changed       text[],                            -- names of fields, never values
  before_digest text,
  after_digest  text,
  detail        jsonb not null default '{}',       -- ids, counts and field names only
  request_id    text,
  prev_hash     bytea not null,
  hash          bytea not null,
  primary key (county, seq)
);
create index audit_event_at on audit_event (county, at desc);
create index audit_event_subject on audit_event (county, subject, at desc) where subject is not null;

-- The head of each chain. Whoever appends holds its row until the commit, as the last lock of the transaction.
create table audit_chain (
  county int primary key,
  seq    bigint not null,
  hash   bytea not null
);

-- Where a chain begins after old rows were taken away: the last of them, whose hash the next row carries.
create table audit_cut (
  county     int not null,
  seq        bigint not null,
  hash       bytea not null,
  first_seq  bigint not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  keep_days  int not null,
  at         timestamptz not null,
  primary key (county, seq)
);

-- Three years unless said otherwise, never less than one (网络安全法 第二十一条 asks six months, 互联网政务应用安全管理规定 one year).
create table audit_setting (
  county    int primary key references county,
  keep_days int not null default 1095 check (keep_days between 365 and 36500)
);

-- One field of the text that is hashed: its length in bytes and itself, so that no two rows read alike.
create function audit_piece(value text) returns text language sql immutable parallel safe
  as $$ select coalesce(octet_length(value) || ':' || value, '-') $$;

-- src/platform/audit/chain/text.ts writes the same text; a change here would break every chain.
create function audit_text(e audit_event) returns text language sql stable parallel safe as $$
  select concat_ws(',', audit_piece(e.county::text), audit_piece(e.seq::text),
    audit_piece(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
    audit_piece(e.account_id::text), audit_piece(array_to_string(e.roles, ',')), audit_piece(e.on_behalf_of::text),
    audit_piece(e.session_hash), audit_piece(e.address), audit_piece(e.device), audit_piece(e.action),
    audit_piece(e.subject_kind), audit_piece(e.subject), audit_piece(e.result), audit_piece(e.purpose),
    audit_piece(array_to_string(e.changed, ',')), audit_piece(e.before_digest), audit_piece(e.after_digest),
    audit_piece(e.detail::text), audit_piece(e.request_id), audit_piece(encode(e.prev_hash, 'hex')))
$$;

create function append_audit(c int, entries jsonb) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_chain; e audit_event; n jsonb;
begin
  select * into head from audit_chain where county = c for update;
  if not found then
    insert into audit_chain values (c, 0, sha256(convert_to('sangyu audit chain ' || c, 'UTF8'))) on conflict do nothing;
    select * into head from audit_chain where county = c for update;
  end if;
  for n in select * from jsonb_array_elements(entries) loop
    e := jsonb_populate_record(null::audit_event, n);
    e.county := c;
    e.seq := head.seq + 1;
    e.roles := coalesce(e.roles, '{}');
    e.result := coalesce(e.result, 'done');
    e.detail := coalesce(e.detail, '{}');
    e.prev_hash := head.hash;
    e.hash := sha256(convert_to(audit_text(e), 'UTF8'));
    insert into audit_event select e.*;
    head.seq := e.seq;
    head.hash := e.hash;
  end loop;
  update audit_chain set seq = head.seq, hash = head.hash where county = c;
  return head.seq;
end $$;

-- Takes away what is older than the county keeps, from the first row up to the first that is young enough, and records the cut.
create function cut_audit(c int, at timestamptz) returns audit_cut
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head audit_chain; first audit_event; last audit_event; young bigint; days int; done audit_cut;
begin
  select * into head from audit_chain where county = c for update;
  select coalesce((select keep_days from audit_setting where county = c), 1095) into days;
  -- The caller's clock may run slow, never fast.
  select e.seq into young from audit_event e
   where e.county = c and e.at >= least(cut_audit.at, now()) - make_interval(days => days) order by e.seq limit 1;
  select * into first from audit_event e where e.county = c order by e.seq limit 1;
  select * into last from audit_event e where e.county = c and e.seq < coalesce(young, head.seq + 1) order by e.seq desc limit 1;
  if last.seq is null then return null; end if;
  insert into audit_cut values (c, last.seq, last.hash, first.seq, first.at, last.at, days, cut_audit.at) returning * into done;
  delete from audit_event e where e.county = c and e.seq <= last.seq;
  return done;
end $$;

revoke execute on function append_audit, cut_audit from public;
grant execute on function append_audit, cut_audit to sangyu_app;
revoke insert, update, delete, truncate on audit_event, audit_chain, audit_cut from sangyu_app;
revoke delete, truncate on audit_setting from sangyu_app;

-- Holds for everybody, the owner included.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger never_changed before update or truncate on audit_event for each statement execute function refuse_audit_change();
create trigger never_changed before update or delete or truncate on audit_cut for each statement execute function refuse_audit_change();
create trigger never_taken_away before delete or truncate on audit_chain for each statement execute function refuse_audit_change();

create function refuse_audit_loss() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select county, max(seq) as seq from gone group by county) g
              where g.seq > coalesce((select max(k.seq) from audit_cut k where k.county = g.county), 0)) then
    raise exception 'audit rows go only up to a recorded cut' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger only_cut after delete on audit_event referencing old table as gone for each statement execute function refuse_audit_loss();

alter table audit_event enable row level security;
create policy tenant on audit_event using (county = (select app_county()));
alter table audit_chain enable row level security;
create policy tenant on audit_chain using (county = (select app_county()));
alter table audit_cut enable row level security;
create policy tenant on audit_cut using (county = (select app_county()));
alter table audit_setting enable row level security;
create policy tenant on audit_setting using (county = (select app_county()));

-- What was noted before there was a chain becomes its beginning.
do $$
declare r record;
begin
  for r in select county, to_jsonb(former) - 'county' - 'id' as entry from former order by county, at, id loop
    perform append_audit(r.county, jsonb_build_array(r.entry));
  end loop;
end $$;
