-- in the order in which lists are read, so that the first rows of a list cost no more where there are many
create index connections_sent_newest on connections (requestor_contact_id, state, since desc, id);
create index connections_received_newest on connections (receiver_contact_id, state, since desc, id);
drop index connections_sent;
drop index connections_received;
