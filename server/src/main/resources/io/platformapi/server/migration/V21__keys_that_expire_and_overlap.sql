-- a client may hold more than one key, so that a new one can be handed out before the old one ends
create table client_keys (
    -- SHA-256 of the key, in hex: a copy of this table lets nobody in
    key_hash char(64) primary key,
    client varchar(200) not null,
    -- null if it is not known any more
    made timestamp(6) with time zone,
    -- null if it never ends
    expires timestamp(6) with time zone
);

create index client_keys_by_client on client_keys (client);

create table client_key_contacts (
    key_hash char(64) not null references client_keys on delete cascade,
    contact_id uuid not null references contacts,
    primary key (key_hash, contact_id)
);

insert into client_keys (key_hash, client) select key_hash, name from api_keys;
insert into client_key_contacts (key_hash, contact_id) select key_hash, contact_id from api_key_contacts;

drop table api_key_contacts;
drop table api_keys;
