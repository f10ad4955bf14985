-- Flights, what carriers sent about them, and the sealed originals.

-- Flights on which people come: expected, announced, closed, forgotten.
create table person.flight (
  id uuid primary key default gen_random_uuid(),
  owner_authority integer not null,
  carrier uuid not null,
  carrier_code text not null,
  number text not null check (number ~ '^[0-9]{1,5}$'), -- without leading zeros
  suffix text not null default '' check (suffix ~ '^[A-Z]?$'),
  departs_on date not null, -- local to the place of departure
  from_place text not null check (from_place ~ '^[A-Z]{3}$'),
  to_place text not null check (to_place ~ '^[A-Z]{3}$'),
  stops text[] not null default '{}',
  departs_local timestamp(0),
  arrives_local timestamp(0),
  departs_at timestamptz(0), -- in UTC; null where the place's zone is not known or the message gave no time
  arrives_at timestamptz(0),
  state text not null default 'expected' check (state in ('expected', 'received', 'closed', 'cancelled')),
  scheduled boolean not null default false, -- the carrier or the authority said beforehand that it would come
  passengers_total integer check (passengers_total >= 0), -- on board as the carrier counts (CNT), not in the message
  crew_total integer check (crew_total >= 0),
  area text not null default 'passengers' check (area = 'passengers'),
  marking smallint not null default 1 check (marking = 1),
  first_received_at timestamptz(3),
  last_received_at timestamptz(3),
  closed_at timestamptz(3),
  cancelled_at timestamptz(3),
  forget_at timestamptz(3) not null, -- what was announced in advance (API) goes then
  counted_at timestamptz(3), -- its people were counted before that
  counts jsonb, -- how many; in numbers only, until its day is told
  published_at timestamptz(3), -- its day was told, in stat.passenger_day
  delete_at timestamptz(3) not null, -- the flight itself; later where there are bookings
  unique (carrier_code, number, departs_on, from_place, suffix, owner_authority),
  unique (id, owner_authority),
  foreign key (carrier, owner_authority) references person.carrier (id, owner_authority)
);
create index flight_by_departure on person.flight ((coalesce(departs_at, departs_on::timestamp at time zone 'UTC')), owner_authority);
create index flight_by_deletion on person.flight (delete_at);
create index flight_to_count on person.flight (forget_at) where counted_at is null;
create index flight_to_publish on person.flight (carrier_code, departs_on) where published_at is null;
-- Seen by the authority's officers for a border check; its supervisor sees flights, and nobody on them.
create policy flight_read on person.flight for select
  using (owner_authority = (select person.my_screening_authority())
    or owner_authority = any((select person.my_supervised_authorities())::integer[])
    or owner_authority = any((select person.my_answerable_authorities())::integer[]));
create policy flight_enter on person.flight for insert with check (owner_authority = (select person.my_screening_authority()));
create policy flight_change on person.flight for update using (owner_authority = (select person.my_screening_authority()))
  with check (owner_authority = (select person.my_screening_authority()));
-- Forgotten by automatic duties alone, and not before it is due.
create policy flight_forget on person.flight for delete
  using (owner_authority = (select person.my_gateway_authority()) and delete_at <= now());

-- What carriers sent: when, in which shape, what came of it. The content itself lies sealed in person.original.
create table person.message (
  id uuid primary key default gen_random_uuid(),
  owner_authority integer not null,
  carrier uuid not null,
  control text not null check (length(control) <= 70), -- interchange control reference; the hash where there was none
  sha256 bytea not null check (octet_length(sha256) = 32),
  kind text not null check (kind in ('PAXLST', 'PNRGOV', 'CUSRES', 'JSON', 'hand', 'unknown')),
  channel text not null check (channel in ('http', 'folder', 'mail', 'hand')),
  size integer not null check (size >= 0),
  received_at timestamptz(3) not null,
  state text not null default 'received' check (state in ('received', 'processed', 'quarantined', 'discarded')),
  tries smallint not null default 0 check (tries >= 0),
  fault text check (length(fault) <= 500), -- why the last try failed; never what the message says
  findings jsonb not null default '[]',
  errors integer not null default 0,
  warnings integer not null default 0,
  flight uuid, -- the first it speaks of
  people integer not null default 0,
  access text not null default '', -- ties the parts of one list together
  part integer,
  final boolean not null default false,
  processed_at timestamptz(3),
  settled_by integer references network.official, -- who discarded it or had it tried again
  settled_reason text check (length(settled_reason) <= 500),
  folder text check (folder ~ '^[A-Z0-9]{2,3}$'), -- where it lay, of the watched folders: what it is answered is laid beside
  told_at timestamptz(3), -- that it was put aside was written there
  delete_at timestamptz(3) not null,
  unique (carrier, control, sha256),
  unique (id, owner_authority),
  foreign key (carrier, owner_authority) references person.carrier (id, owner_authority),
  foreign key (flight, owner_authority) references person.flight (id, owner_authority) on delete cascade
);
create index message_by_time on person.message (owner_authority, received_at desc) where received_at is not null;
create index message_by_flight on person.message (flight);
create index message_by_deletion on person.message (delete_at);
create index message_to_tell on person.message (received_at) where folder is not null and state = 'quarantined' and told_at is null;
-- Seen by the authority's officers for a border check, and by its supervisor: neither sees the content.
create policy message_read on person.message for select
  using (owner_authority = (select person.my_screening_authority())
    or owner_authority = any((select person.my_supervised_authorities())::integer[]));
create policy message_enter on person.message for insert
  with check (owner_authority = (select person.my_screening_authority()));
create policy message_change on person.message for update using (owner_authority = (select person.my_screening_authority()))
  with check (owner_authority = (select person.my_screening_authority()));
create policy message_forget on person.message for delete
  using (owner_authority = (select person.my_gateway_authority()) and delete_at <= now());

-- A message that was put aside, or a carrier whose answers say less, waits for a person: each officer of the authority who screens is
-- written to, as a job in their own name. Runs as the keeper, because whoever takes messages in sees no mandates; it queues this one job
-- for each and no other.
create function person.summon_officers() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform network.enqueue(jsonb_build_object('operation', 'passengers.summon', 'input', '{}'::jsonb, 'mandate', m.id,
      'purpose', 'border-check'), null, 'passengers.summon:' || m.id)
    from network.mandate m join network.official o on o.id = m.official and o.active and o.email is not null
    join network.unit u on u.id = o.unit
    where u.authority = new.owner_authority and m.competences @> '{screen}' and not 'run' = any(m.competences)
      and m.areas @> '{passengers}' and m.clearance >= 1 and m.withdrawn_at is null and now() between m.valid_from and m.valid_until;
  return null;
end $$;
alter function person.summon_officers() owner to iconet_keeper;
create trigger message_quarantined after update of state on person.message for each row
  when (new.state = 'quarantined' and old.state <> 'quarantined') execute function person.summon_officers();
create trigger carrier_quiet after update of quiet on person.carrier for each row
  when (new.quiet is not null and old.quiet is null) execute function person.summon_officers();

-- Originals, each sealed with a key of its own that is sealed under the node's (kit/seal.ts).
create table person.original (
  message uuid primary key,
  owner_authority integer not null,
  sealed bytea not null,
  key bytea not null,
  foreign key (message, owner_authority) references person.message (id, owner_authority) on delete cascade
);
-- Kept and opened by automatic duties alone: no officer reads what a carrier sent, only what the law lets through.
create policy original_read on person.original for select using (owner_authority = (select person.my_gateway_authority()));
create policy original_keep on person.original for insert with check (owner_authority = (select person.my_gateway_authority()));
create policy original_forget on person.original for delete using (owner_authority = (select person.my_gateway_authority()));
