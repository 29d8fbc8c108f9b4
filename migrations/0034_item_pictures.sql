-- What can be redeemed has a face: one small picture of the thing, never of a person.
alter table bank_item add column picture_id uuid;
alter table bank_item add foreign key (county, picture_id) references stored_file (county, id);
