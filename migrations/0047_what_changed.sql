-- Whose word a changed plan waits for is told what they had signed up for: its time and how much it asked of the body.
alter table gathering_sign_up
  add column judged_from_during tstzrange,
  add column judged_from_intensity smallint check (judged_from_intensity between 1 and 4);
