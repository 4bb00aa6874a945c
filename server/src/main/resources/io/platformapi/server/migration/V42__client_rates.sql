-- how many requests of a client each server has let in, by which all of them have one limit; rows end after some minutes
create table client_rates (
    -- a server from its start to its end
    server uuid not null,
    client varchar(1000) not null,
    minute_begins timestamp(6) with time zone not null,
    let_in integer not null,
    primary key (server, client, minute_begins)
);

create index client_rates_by_minute on client_rates (minute_begins);
