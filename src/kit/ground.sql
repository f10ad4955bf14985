-- The ground under every feature: schemas that keep the kinds of data apart, and who is asking.
-- Roles (iconet_app, iconet_member) belong to the whole server and are made by kit/roles.ts.

create schema network;  -- who is who: States, authorities, units, officials, mandates, sessions
create schema work;     -- shared work: warnings, reports, documents. No personal data of travellers
create schema person;   -- alerts, passengers, cases: behind a purpose and a legal basis
create schema stat;     -- aggregates and open data. Nothing joins it to person
create schema record;   -- who did what

grant usage on schema network, work, person, stat, record to iconet_member;

-- The keeper owns the few functions that must see further than the official who calls them (who is in an audience, which
-- session is whose). Nobody logs in as it; it reads only tables whose policy names it.
grant usage on schema network, work, person, stat, record to iconet_keeper;
grant create on schema network, work, person, stat, record to iconet_keeper;

-- The mandate under which this transaction acts; null when nobody is signed in. A setting reads '' after its transaction.
create function network.my_mandate() returns integer language sql stable parallel safe
  return nullif(current_setting('iconet.mandate', true), '')::integer;

-- The purpose stated for this transaction; null when none was.
create function network.my_purpose() returns text language sql stable parallel safe
  return nullif(current_setting('iconet.purpose', true), '');

-- A time as it leaves the database, also within jsonb: ISO 8601 in UTC, milliseconds.
create function network.iso(at timestamptz) returns text language sql immutable parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- Tells signed-in officials that something changed. Only its topic and id travel: each reader looks again under their own
-- rights. The caller says who may know; NOTIFY carries at most 8000 bytes, hence the slices.
create function network.announce(topic text, id text, readers integer[]) returns void language plpgsql as $$
declare first integer := 1;
begin
  while first <= coalesce(array_length(readers, 1), 0) loop
    perform pg_notify('iconet', json_build_object('topic', topic, 'id', id, 'to', readers[first:first + 799])::text);
    first := first + 800;
  end loop;
end $$;

-- Who did what: one row for every act, refusal, failure and reading of marked content.
create table record.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  -- No foreign keys: the record outlives what it speaks of.
  mandate integer,
  person integer,
  unit integer,
  state text,
  operation text not null,
  outcome text not null check (outcome in ('done', 'read', 'refused', 'failed')),
  subject text,
  subject_ids text[] not null default '{}',
  marking smallint not null default 0 check (marking between 0 and 2),
  purpose text,
  problem text,
  correlation text
);
create index entry_by_time on record.entry (state, at desc);
create index entry_by_subject on record.entry using gin (subject_ids);

-- An answer already given to a submission, so that sending it again over a bad line does no harm.
create table record.submission (
  mandate integer not null,
  key text not null check (length(key) between 8 and 100),
  operation text not null,
  request bytea not null,
  answer jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (mandate, key)
);

-- Seen and written only by the official who made the submission.
create policy submission_own on record.submission for select using (mandate = network.my_mandate());
create policy submission_write on record.submission for insert with check (mandate = network.my_mandate());

-- Queues a job in the caller's transaction. It runs as the owner because the queue's tables are nobody else's; the job itself
-- is performed later as the mandate it names, with that mandate's rights and no more.
create function network.enqueue(job jsonb, at timestamptz, key text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select graphile_worker.add_job('perform', job::json, run_at => at, job_key => key, max_attempts => 5);
  end;
revoke all on function network.enqueue(jsonb, timestamptz, text) from public;
grant execute on function network.enqueue(jsonb, timestamptz, text) to iconet_member;
