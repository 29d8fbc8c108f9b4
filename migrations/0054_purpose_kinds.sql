-- What an export is for stands in the trail as a kind out of a list and a file number: the trail is never erased, so no words of people's own go there.
-- Those words stay here, beside the request, and go with whom they name.
alter table people_export
  add column kind text not null default 'other'
    check (kind in ('visit', 'gathering', 'benefit', 'medical', 'check', 'report', 'archive', 'other')),
  add column reference text check (reference ~ '^[A-Za-z0-9-]{1,20}$');
