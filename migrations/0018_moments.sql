-- Restoring to a moment: how many days back any moment can be restored, and the base copies that this needs.
alter table backup_setting add column keep_moment_days int not null default 7 check (keep_moment_days between 1 and 90);
alter table backup_run drop constraint backup_run_kind_check;
alter table backup_run add constraint backup_run_kind_check check (kind in ('backup', 'drill', 'restore', 'base'));
