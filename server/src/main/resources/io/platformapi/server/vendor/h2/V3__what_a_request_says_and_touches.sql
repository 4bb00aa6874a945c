alter table contacts add column last_asked timestamp(9) with time zone;

update contacts set last_asked =
    (select max(last_sent) from connections where receiver_contact_id = contacts.id);

-- the address by which the receiver was asked, as whoever asked wrote it
alter table connections add column addressee varchar(1000);

update connections set addressee =
    (select email_address from contacts where contacts.id = receiver_contact_id);

-- each has all that its questions ask for, so that no other index is as good
create index connections_sent on connections (requestor_contact_id, state, since, id);
create index connections_received on connections (receiver_contact_id, state, since, id);
create index connections_by_pair on connections (requestor_contact_id, receiver_contact_id, state, id);
