-- A check-in of the wrong person is taken back, and stands as taken back: what it was, who took it back, when and why.
alter table shift_turn add column taken_back jsonb not null default '[]' check (jsonb_typeof(taken_back) = 'array');
