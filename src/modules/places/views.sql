-- What the places room publishes. A code tells what it lies under, so nothing more is needed to group by street or community.
create view place_published with (security_invoker = true) as
select county, code, level, name, short, valid_to from place;
