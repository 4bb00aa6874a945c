-- mail that is decided and not yet sent; what is sent is deleted
create table outbox (
    id uuid primary key,
    address varchar(1000) not null,
    inviter varchar(1000) not null,
    -- names, one a line
    roles varchar(100000) not null,
    decided timestamp(6) with time zone not null,
    -- when it is sent, or sent again; whoever sends it puts this off first, so that nobody else does meanwhile
    due timestamp(6) with time zone not null,
    tries integer not null,
    -- tells who sends it from who did before
    taken_by uuid,
    dead boolean not null,
    -- why it was not sent the last time
    problem varchar(1000)
);

create index outbox_due on outbox (dead, due, id);
