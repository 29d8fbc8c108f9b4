-- A gift or a donation taken back within its ten minutes: the books undo it by its opposite, this row says who did so for whom. Neither is ever changed.
create table bank_gift_undo (
  county    int not null,
  gift_id   uuid not null,
  on_behalf text not null check (on_behalf in ('self', 'family', 'clerk')),
  undone_by uuid,
  undone_at timestamptz not null,
  primary key (county, gift_id),
  foreign key (county, gift_id) references bank_gift (county, id)
);
alter table bank_gift_undo enable row level security;
create policy tenant on bank_gift_undo using (county = (select app_county()));
revoke update, delete, truncate on bank_gift_undo from sangyu_app;

-- Who asked not to be named may have done so themselves, or family for them; until now the desk alone could.
alter table bank_unnamed
  add column on_behalf       text not null default 'clerk' check (on_behalf in ('self', 'family', 'clerk')),
  add column ended_on_behalf text check (ended_on_behalf in ('self', 'family', 'clerk'));
alter table bank_unnamed alter column on_behalf drop default;
update bank_unnamed set ended_on_behalf = 'clerk' where ended_at is not null;
