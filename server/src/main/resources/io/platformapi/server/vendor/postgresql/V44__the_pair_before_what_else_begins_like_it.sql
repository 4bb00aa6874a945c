-- of indexes that seem as good PostgreSQL takes the youngest: by the pair it finds one row, by the others all that one
-- of the two has, who may have very many
create index connections_between on connections (requestor_contact_id, receiver_contact_id, state, id);
drop index connections_by_pair;
-- each is the beginning of another
drop index connections_by_requestor;
drop index connections_by_receiver;
