create table roles (
    id uuid primary key,
    name varchar(200) not null,
    is_licensee boolean not null,
    image_url varchar(2000),
    image_thumbnail_url varchar(2000),
    image_id uuid
);

create table contacts (
    id uuid primary key,
    type varchar(40) not null,
    full_name varchar(1000) not null,
    email_address varchar(1000),
    -- the address in lower case, since letter case does not tell addresses apart
    email_key varchar(1000) unique,
    entered_by uuid references contacts,
    mobile_number varchar(200),
    phone_number varchar(200),
    photo_url varchar(2000),
    photo_thumbnail_url varchar(2000),
    description varchar(4000),
    industry varchar(1000),
    occupation varchar(1000),
    area varchar(1000),
    timezone varchar(200),
    address varchar(1000)
);

create table contact_roles (
    id uuid primary key,
    contact_id uuid not null references contacts,
    role_id uuid not null references roles,
    -- null while the role is only offered
    start_date timestamp(9) with time zone,
    end_date timestamp(9) with time zone
);

create index contact_roles_by_contact on contact_roles (contact_id);

create table connections (
    id uuid primary key,
    requestor_contact_id uuid not null references contacts,
    requestor_contact_role_id uuid not null references contact_roles,
    requestor_role_id uuid not null references roles,
    receiver_contact_id uuid not null references contacts,
    receiver_contact_role_id uuid not null references contact_roles,
    receiver_role_id uuid not null references roles,
    state varchar(40) not null,
    suggester_id uuid references contacts,
    since timestamp(9) with time zone not null,
    last_sent timestamp(9) with time zone not null
);

create index connections_by_requestor on connections (requestor_contact_id);
create index connections_by_receiver on connections (receiver_contact_id);
