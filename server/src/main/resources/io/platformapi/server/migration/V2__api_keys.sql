create table api_keys (
    -- SHA-256 of the key, in hex: a copy of this table lets nobody in
    key_hash char(64) primary key,
    name varchar(200) not null unique
);

create table api_key_contacts (
    key_hash char(64) not null references api_keys on delete cascade,
    contact_id uuid not null references contacts,
    primary key (key_hash, contact_id)
);
