-- What volunteering publishes for the roof.
create view need_published with (security_invoker = true) as
select county, id, number, kind, urgency, channel, on_behalf, status, place_code, person_id, helper_id, team_id, words_sealed, satisfaction,
       raised_at, due_at, ended_at
  from need;
create view need_step_published with (security_invoker = true) as
select county, id, need_id, act, to_status, at from need_step;
create view volunteer_published with (security_invoker = true) as
select county, id, person_id, number, skills, elder_kind, since_on, left_on from volunteer;
create view volunteer_team_published with (security_invoker = true) as
select county, id, kind, parent_id, name, place_code, founded_on, dissolved_on from volunteer_team;
