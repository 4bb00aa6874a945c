-- who changed what, and when; a row for each piece of work, in its transaction
create table audit (
    id uuid primary key,
    happened timestamp(6) with time zone not null,
    -- the name of the client, of its key or token
    client varchar(1000) not null,
    operation varchar(200) not null,
    request_id varchar(200) not null,
    trace_id varchar(40) not null,
    -- kind and id of each thing that was made or changed, one a line
    changes varchar(100000) not null
);

create index audit_by_time on audit (happened);
