-- A death taken back: what was asked for because of it ends by itself, and what an heir had is asked back, decided by a second person like the rest.
alter table bank_request drop constraint bank_request_kind_check;
alter table bank_request add constraint bank_request_kind_check
  check (kind in ('reversal', 'inheritance', 'inheritance_return', 'grant', 'grant_reversal'));
alter table bank_request drop constraint bank_request_check;
alter table bank_request add constraint bank_request_heir check ((heir_id is not null) = (kind in ('inheritance', 'inheritance_return')));
alter table bank_request drop constraint bank_request_status_check;
alter table bank_request add constraint bank_request_status_check check (status in ('asked', 'done', 'refused', 'lapsed'));
alter table bank_request add constraint bank_request_lapsed check (status <> 'lapsed' or decided_by is null);

-- Two heirs may each have something to give back.
drop index bank_request_open;
create unique index bank_request_open on bank_request (county, kind, subject_id) where status = 'asked' and kind <> 'inheritance_return';
create unique index bank_request_open_return on bank_request (county, subject_id, heir_id) where status = 'asked' and kind = 'inheritance_return';
