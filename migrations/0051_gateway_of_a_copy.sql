-- A gateway that a restored copy brought along: nothing leaves by it until the security administrator says that this copy is the office.
alter table sms_gateway_wish add column of_copy boolean not null default false;
