-- What the units room publishes.
create view unit_published with (security_invoker = true) as
select county, id, name, short, kind, nature, parent_id, status from unit;
