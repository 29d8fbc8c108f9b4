-- Two ledgers, time in minutes and points, by double entry: a transfer takes a whole number of one unit from one account and gives it to another,
-- so every unit sums to zero at any moment. Rows are added, never changed; a mistake is undone by its opposite. No money stands here and none can be drawn.
create table ledger_account (
  county          int not null references county,
  id              uuid not null default gen_random_uuid(),
  unit            text not null check (unit in ('minutes', 'points')),
  -- wallet: a person's or a team's. issue: where a programme's hours and points come from. payable: what a partner handed over and is owed.
  -- settled: paid to partners. pool: given away for the common good. expired: lapsed.
  kind            text not null check (kind in ('wallet', 'issue', 'payable', 'settled', 'pool', 'expired')),
  owner_id        uuid,
  frozen_at       timestamptz,
  debits_posted   bigint not null default 0 check (debits_posted >= 0),
  credits_posted  bigint not null default 0 check (credits_posted >= 0),
  debits_pending  bigint not null default 0 check (debits_pending >= 0),
  credits_pending bigint not null default 0 check (credits_pending >= 0),
  primary key (county, id),
  constraint ledger_account_owner unique nulls not distinct (county, unit, kind, owner_id),
  check ((owner_id is not null) = (kind in ('wallet', 'issue', 'payable'))),
  -- Nobody spends what is not there, under any concurrency: only where points come from may run below zero.
  constraint ledger_account_covered check (kind = 'issue' or credits_posted - debits_posted - debits_pending >= 0)
);

create table ledger_transfer (
  county      int not null references county,
  id          uuid not null,
  seq         bigint not null,
  unit        text not null check (unit in ('minutes', 'points')),
  debit_id    uuid not null,
  credit_id   uuid not null,
  amount      bigint not null check (amount > 0),
  -- A hold sets aside; a settlement of it posts, a release gives it back. What is not held is posted at once.
  step        text not null check (step in ('post', 'hold', 'settle', 'release')),
  code        text not null check (code in ('earn', 'award', 'redeem', 'gift', 'donate', 'inherit', 'expire', 'pay', 'reverse')),
  ref_kind    text not null,
  ref_id      uuid not null,
  hold_id     uuid,
  reverses_id uuid,
  reason      text,
  created_by  uuid,
  approved_by uuid,
  at          timestamptz not null,
  prev_hash   bytea not null,
  hash        bytea not null,
  primary key (county, id),
  constraint ledger_transfer_seq unique (county, seq),
  foreign key (county, debit_id) references ledger_account (county, id),
  foreign key (county, credit_id) references ledger_account (county, id),
  foreign key (county, hold_id) references ledger_transfer (county, id),
  foreign key (county, reverses_id) references ledger_transfer (county, id),
  check (debit_id <> credit_id),
  check ((hold_id is not null) = (step in ('settle', 'release'))),
  check ((reverses_id is not null) = (code = 'reverse')),
  check (code <> 'reverse' or reason is not null),
  constraint ledger_transfer_two_people check (approved_by <> created_by)
);
-- One thing that happened moves one ledger once; a hold is ended once; a transfer is reversed once.
create unique index ledger_transfer_once on ledger_transfer (county, ref_kind, ref_id, unit, code) where step in ('post', 'hold') and code <> 'reverse';
create unique index ledger_transfer_ended on ledger_transfer (county, hold_id) where hold_id is not null;
create unique index ledger_transfer_reversed on ledger_transfer (county, reverses_id) where reverses_id is not null;
create index ledger_transfer_debit on ledger_transfer (county, debit_id, seq);
create index ledger_transfer_credit on ledger_transfer (county, credit_id, seq);

create table ledger_head (
  county int primary key references county,
  seq    bigint not null,
  hash   bytea not null
);

create function transfer_text(t ledger_transfer) returns text language sql stable parallel safe as $$
  select concat_ws(',', audit_piece(t.county::text), audit_piece(t.id::text), audit_piece(t.seq::text), audit_piece(t.unit),
    audit_piece(t.debit_id::text), audit_piece(t.credit_id::text), audit_piece(t.amount::text), audit_piece(t.step), audit_piece(t.code),
    audit_piece(t.ref_kind), audit_piece(t.ref_id::text), audit_piece(t.hold_id::text), audit_piece(t.reverses_id::text), audit_piece(t.reason),
    audit_piece(t.created_by::text), audit_piece(t.approved_by::text),
    audit_piece(to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), audit_piece(encode(t.prev_hash, 'hex')))
$$;

-- What the transfers of one act say, whatever they have become: the same id with other words is another act under a used key.
create function transfer_wish(t ledger_transfer) returns text language sql immutable parallel safe as $$
  select concat_ws(',', t.unit, t.debit_id, t.credit_id, t.amount, t.step, t.code, t.ref_kind, t.ref_id, t.hold_id, t.reverses_id)
$$;

-- Writes transfers in the order they are given, all or none, and answers with the ids it wrote now; those written before under the same ids are
-- passed over. Locks the accounts in one order and the head last: a room locks its own rows before it posts.
create function post_transfers(c int, wishes jsonb) returns uuid[]
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head ledger_head; t ledger_transfer; former ledger_transfer; w jsonb; written uuid[] := '{}'; ids uuid[];
begin
  if c is distinct from app_county() then raise exception 'another county' using errcode = 'insufficient_privilege'; end if;
  insert into ledger_account (county, unit, kind, owner_id)
    select distinct c, a->>'unit', a->>'kind', (a->>'owner')::uuid
      from jsonb_array_elements(wishes) x cross join lateral (values (x->'debit'), (x->'credit')) s(a) where a is not null
     order by 2, 3, 4
    on conflict on constraint ledger_account_owner do nothing;
  select array_agg(distinct a.id) into ids
    from jsonb_array_elements(wishes) x
    left join ledger_transfer f on f.county = c and f.id = coalesce((x->>'hold')::uuid, (x->>'reverses')::uuid)
    join ledger_account a on a.county = c and (a.id in (f.debit_id, f.credit_id)
      or (a.unit, a.kind) = (x->'debit'->>'unit', x->'debit'->>'kind') and a.owner_id is not distinct from (x->'debit'->>'owner')::uuid
      or (a.unit, a.kind) = (x->'credit'->>'unit', x->'credit'->>'kind') and a.owner_id is not distinct from (x->'credit'->>'owner')::uuid);
  perform 1 from ledger_account a where a.county = c and a.id = any (ids) order by a.id for update;

  for w in select * from jsonb_array_elements(wishes) loop
    t := null;
    t.county := c; t.id := (w->>'id')::uuid; t.step := w->>'step'; t.code := w->>'code'; t.amount := (w->>'amount')::bigint;
    t.ref_kind := w->>'refKind'; t.ref_id := (w->>'refId')::uuid; t.hold_id := (w->>'hold')::uuid; t.reverses_id := (w->>'reverses')::uuid;
    t.reason := w->>'reason'; t.created_by := (w->>'by')::uuid; t.approved_by := (w->>'approvedBy')::uuid; t.at := (w->>'at')::timestamptz;
    if coalesce(t.hold_id, t.reverses_id) is null then
      t.unit := w->'debit'->>'unit';
      t.debit_id := (select a.id from ledger_account a where a.county = c and a.unit = t.unit and a.kind = w->'debit'->>'kind'
                      and a.owner_id is not distinct from (w->'debit'->>'owner')::uuid);
      t.credit_id := (select a.id from ledger_account a where a.county = c and a.unit = w->'credit'->>'unit' and a.kind = w->'credit'->>'kind'
                       and a.owner_id is not distinct from (w->'credit'->>'owner')::uuid);
      if t.unit <> w->'credit'->>'unit' then raise exception 'two units in one transfer' using errcode = 'LG008'; end if;
    else
      select * into former from ledger_transfer f where f.county = c and f.id = coalesce(t.hold_id, t.reverses_id);
      if not found then raise exception 'no such transfer' using errcode = 'LG001'; end if;
      t.unit := former.unit; t.amount := former.amount; t.ref_kind := former.ref_kind; t.ref_id := former.ref_id;
      if t.hold_id is not null then
        if former.step <> 'hold' then raise exception 'not a hold' using errcode = 'LG001'; end if;
        t.code := former.code; t.debit_id := former.debit_id; t.credit_id := former.credit_id;
      else
        if former.code = 'reverse' or former.step not in ('post', 'settle') then raise exception 'cannot be reversed' using errcode = 'LG002'; end if;
        t.code := 'reverse'; t.debit_id := former.credit_id; t.credit_id := former.debit_id;
      end if;
    end if;

    select * into former from ledger_transfer f where f.county = c and f.id = t.id;
    if found then
      if transfer_wish(former) <> transfer_wish(t) then raise exception 'key used before' using errcode = 'LG003'; end if;
      continue;
    end if;
    if t.hold_id is not null and exists (select 1 from ledger_transfer f where f.county = c and f.hold_id = t.hold_id) then
      raise exception 'hold ended before' using errcode = 'LG004';
    end if;
    if t.reverses_id is not null and exists (select 1 from ledger_transfer f where f.county = c and f.reverses_id = t.reverses_id) then
      raise exception 'reversed before' using errcode = 'LG005';
    end if;
    -- A frozen wallet gives nothing but to heirs, or what is put right; a hold of before may still end.
    if t.step in ('post', 'hold') and t.code not in ('inherit', 'reverse') and exists (
         select 1 from ledger_account a where a.county = c and a.id in (t.debit_id, t.credit_id) and a.frozen_at is not null) then
      raise exception 'frozen' using errcode = 'LG006';
    end if;

    update ledger_account a set
        debits_posted = a.debits_posted + case when t.step in ('post', 'settle') then t.amount else 0 end,
        debits_pending = a.debits_pending + case t.step when 'hold' then t.amount when 'post' then 0 else -t.amount end
      where a.county = c and a.id = t.debit_id;
    update ledger_account a set
        credits_posted = a.credits_posted + case when t.step in ('post', 'settle') then t.amount else 0 end,
        credits_pending = a.credits_pending + case t.step when 'hold' then t.amount when 'post' then 0 else -t.amount end
      where a.county = c and a.id = t.credit_id;

    if head is null then
      insert into ledger_head values (c, 0, sha256(convert_to('sangyu ledger ' || c, 'UTF8'))) on conflict do nothing;
      select * into head from ledger_head h where h.county = c for update;
    end if;
    t.seq := head.seq + 1;
    t.prev_hash := head.hash;
    t.hash := sha256(convert_to(transfer_text(t), 'UTF8'));
    insert into ledger_transfer select t.*;
    head.seq := t.seq;
    head.hash := t.hash;
    written := written || t.id;
  end loop;
  update ledger_head h set seq = head.seq, hash = head.hash where h.county = c and head is not null;
  return written;
end $$;

-- Death stops a wallet; an heir or a mistake put right opens it again.
create function freeze_wallets(c int, owner uuid, at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp as $$
  update ledger_account a set frozen_at = freeze_wallets.at
   where a.county = c and c = app_county() and a.kind = 'wallet' and a.owner_id = owner
     and (a.frozen_at is null) <> (freeze_wallets.at is null)
$$;

revoke execute on function post_transfers, freeze_wallets from public;
grant execute on function post_transfers, freeze_wallets to sangyu_app;
revoke insert, update, delete, truncate on ledger_account, ledger_transfer, ledger_head from sangyu_app;

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'a transfer is never changed: reverse it' using errcode = 'insufficient_privilege';
end $$;
create trigger never_changed before update or delete or truncate on ledger_transfer for each statement execute function refuse_ledger_change();

alter table ledger_account enable row level security;
create policy tenant on ledger_account using (county = (select app_county()));
alter table ledger_transfer enable row level security;
create policy tenant on ledger_transfer using (county = (select app_county()));
alter table ledger_head enable row level security;
create policy tenant on ledger_head using (county = (select app_county()));
