-- as PostgreSQL keeps them, so that both stores give back the same
alter table contact_roles alter column start_date set data type timestamp(6) with time zone;
alter table contact_roles alter column end_date set data type timestamp(6) with time zone;
alter table connections alter column since set data type timestamp(6) with time zone;
alter table connections alter column last_sent set data type timestamp(6) with time zone;
alter table contacts alter column last_asked set data type timestamp(6) with time zone;
