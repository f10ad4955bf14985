-- Passengers: what carriers announce about a flight, checked before it departs, decided on by officers, and forgotten when due.
-- An authority's passengers are its own: nobody shares them on, so these tables have an owner and no audience. All is LIMITED.
-- What hangs on a carrier has its owner from there, through foreign keys over both columns. They are checked for each row that a
-- message brings, so no index but that of the key may look fit for it: none begins with the owner, unless it is a partial one.

-- The authority whose passengers the actor may work on: their own, with the competence to screen, the area, at least LIMITED and
-- the purpose of a border check stated for this transaction (lawful for all who screen: network.my_lawful_purpose). Null for everybody
-- else, and null equals nothing. Asked some twenty times for each message, hence in the language that is quickest at it.
create function person.my_screening_authority() returns integer language plpgsql stable parallel safe as $$
declare
  me network.actor_row;
begin
  if network.my_purpose() = 'border-check' then
    me := network.me();
    if 'screen' = any(me.competences) and 'passengers' = any(me.areas) and me.clearance >= 1 then return me.authority; end if;
  end if;
  return null;
end $$;
-- The same for an officer, never for automatic duties: only a person decides about a person.
create function person.my_deciding_authority() returns integer language sql stable parallel safe
  return (select person.my_screening_authority() from network.me() where not 'run' = any(competences));
-- The same for automatic duties alone: taking in, answering, forgetting.
create function person.my_gateway_authority() returns integer language sql stable parallel safe
  return (select person.my_screening_authority() from network.me() where 'run' = any(competences));
-- The authority whose carriers the actor deals with; what carriers are is no personal data and needs no purpose.
create function person.my_carrier_authority() returns integer language sql stable parallel safe
  return (select case when 'screen' = any(competences) and 'passengers' = any(areas) and clearance >= 1
                       then authority end from network.me());
-- The authorities whose handling of passengers the actor supervises, with that purpose stated: those of their State; all for the
-- Union's supervisor. They see what was done, never with whom.
create function person.my_supervised_authorities() returns integer[] language sql stable parallel safe
  return (select coalesce(array_agg(a.id), '{}') from network.me() me, network.authority a
          where network.my_lawful_purpose() = 'supervision' and me.state in (a.state, 'EU'));
-- The authorities for which the actor answers requests of persons, with that purpose stated: those of their State.
create function person.my_answerable_authorities() returns integer[] language sql stable parallel safe
  return (select coalesce(array_agg(a.id), '{}') from network.me() me, network.authority a
          where network.my_lawful_purpose() = 'request-of-the-person' and me.state = a.state);

-- Carriers, as the authority of a State deals with them.
create table person.carrier (
  id uuid primary key default gen_random_uuid(),
  owner_authority integer not null references network.authority,
  code text not null check (code ~ '^[A-Z0-9]{2,3}$'),
  name text not null check (length(name) between 2 and 120),
  also text[] not null default '{}', -- other codes it flies under, such as that of three letters
  contact text not null default '' check (length(contact) <= 300), -- how its operations are reached; a desk, not a person
  -- What this carrier is told for each standing, where it differs from answers.ts: {"selectee": "2Z"}
  codes jsonb not null default '{}' check (jsonb_typeof(codes) = 'object'),
  entered_by integer not null references network.official,
  entered_at timestamptz(3) not null,
  suspended_at timestamptz(3),
  unique (code, owner_authority),
  unique (id, owner_authority)
);
-- Seen, entered and changed by the officers of its authority who screen passengers, and by the authority's gateway.
create policy carrier_read on person.carrier for select using (owner_authority = (select person.my_carrier_authority()));
create policy carrier_enter on person.carrier for insert
  with check (owner_authority = (select person.my_carrier_authority()) and entered_by = (select network.my_person()));
create policy carrier_change on person.carrier for update using (owner_authority = (select person.my_carrier_authority()))
  with check (owner_authority = (select person.my_carrier_authority()));
create policy keeper on person.carrier for select to iconet_keeper using (true);

-- The keys that carriers show. Only the SHA-256 of a key is kept.
create table person.carrier_key (
  id uuid primary key default gen_random_uuid(),
  carrier uuid not null,
  owner_authority integer not null,
  label text not null check (length(label) between 1 and 80),
  secret bytea not null unique check (octet_length(secret) = 32),
  made_by integer not null references network.official,
  made_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  revoked_by integer references network.official,
  foreign key (carrier, owner_authority) references person.carrier (id, owner_authority)
);
-- Made and revoked by officers of the authority for its own carriers.
create policy carrier_key_read on person.carrier_key for select using (owner_authority = (select person.my_carrier_authority()));
create policy carrier_key_make on person.carrier_key for insert
  with check (owner_authority = (select person.my_carrier_authority()) and made_by = (select network.my_person())
    and revoked_at is null and revoked_by is null);
create policy carrier_key_revoke on person.carrier_key for update
  using (owner_authority = (select person.my_carrier_authority()) and revoked_at is null)
  with check (owner_authority = (select person.my_carrier_authority()) and revoked_at is not null
    and revoked_by = (select network.my_person()));
create policy keeper on person.carrier_key for select to iconet_keeper using (true);

-- A key is revoked, never made to be another's.
create function person.carrier_key_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.carrier, new.owner_authority, new.label, new.secret, new.made_by, new.made_at)
    is distinct from (old.id, old.carrier, old.owner_authority, old.label, old.secret, old.made_by, old.made_at) then
    raise exception 'a key is revoked, never rewritten' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger carrier_key_guard before update on person.carrier_key for each row execute function person.carrier_key_guard();

grant execute on function network.enqueue(jsonb, timestamptz, text) to iconet_keeper;
-- The mandate of an authority's gateway: the automatic duties that take in and answer messages in its name. Sees all mandates
-- and tells one number.
create function person.gateway_of(authority integer) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return (select min(m.id) from network.mandate m join network.official o on o.id = m.official and o.active
          join network.unit u on u.id = o.unit
          where u.authority = gateway_of.authority and m.competences @> '{run,screen}' and m.areas @> '{passengers}'
            and m.withdrawn_at is null and now() between m.valid_from and m.valid_until);
alter function person.gateway_of(integer) owner to iconet_keeper;

-- Whose key this is, and as whom its messages are taken in. Runs as the keeper because a carrier is nobody in the network; it
-- tells the same nothing for a key that never was, one that was revoked and one of a suspended carrier.
create function person.carrier_of_key(secret bytea) returns table (id uuid, code text, also text[], codes jsonb, authority integer, actor jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select c.id, c.code, c.also, c.codes, c.owner_authority, network.actor_of_mandate(person.gateway_of(c.owner_authority))
    from person.carrier_key k join person.carrier c on c.id = k.carrier
    where k.secret = carrier_of_key.secret and k.revoked_at is null and c.suspended_at is null;
  end;
alter function person.carrier_of_key(bytea) owner to iconet_keeper;

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
  delete_at timestamptz(3) not null,
  unique (carrier, control, sha256),
  unique (id, owner_authority),
  foreign key (carrier, owner_authority) references person.carrier (id, owner_authority),
  foreign key (flight, owner_authority) references person.flight (id, owner_authority) on delete cascade
);
create index message_by_time on person.message (owner_authority, received_at desc) where received_at is not null;
create index message_by_flight on person.message (flight);
create index message_by_deletion on person.message (delete_at);
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

-- A message that was put aside waits for a person: each officer of the authority who screens is written to, as a job in their own
-- name. Runs as the keeper, because whoever takes messages in sees no mandates; it queues this one job for each and no other.
create function person.message_quarantined() returns trigger
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
alter function person.message_quarantined() owner to iconet_keeper;
create trigger message_quarantined after update of state on person.message for each row
  when (new.state = 'quarantined' and old.state <> 'quarantined') execute function person.message_quarantined();

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

-- Who is on a flight: the closed list of the API Regulations, and what screening made of it.
create table person.passenger (
  id uuid primary key default gen_random_uuid(),
  flight uuid not null,
  owner_authority integer not null,
  source text not null check (source in ('api', 'pnr')),
  key text not null, -- the carrier's reference of the person, else a hash of name, birth and document
  kind text not null check (kind in ('passenger', 'crew', 'transit', 'transit-crew')),
  pax_ref text, -- the carrier's own reference (RFF+ABO): what it is answered by
  family text,
  given text,
  birth text check (birth ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  sex text check (sex in ('M', 'F', 'X', 'U')),
  nationality text,
  pnr text,
  seat text,
  bags integer,
  bag_weight numeric, -- kilograms
  embarked text,
  crossing_point text, -- where the person enters (LOC+22)
  on_board boolean, -- as the close-out says; null before it
  cancelled_at timestamptz(3),
  checks jsonb not null default '[]', -- faults of the documents: code, severity, which document
  -- What the machine suggests. It has no word for refusing.
  suggestion text not null default 'board' check (suggestion in ('board', 'selectee')),
  -- What the carrier is to be told. A refusal exists only as the word of an officer's decision.
  standing text not null default 'board' check (standing in ('board', 'selectee', 'no-board')),
  decided uuid,
  check (standing <> 'no-board' or decided is not null),
  screened_at timestamptz(3),
  message uuid, -- the last that spoke of the person; gone before the person where it is due earlier
  changed_at timestamptz(3) not null,
  mask_at timestamptz(3), -- bookings only (Directive (EU) 2016/681, Article 12)
  masked_at timestamptz(3),
  delete_at timestamptz(3) not null,
  unique (flight, source, key),
  unique (id, owner_authority),
  foreign key (flight, owner_authority) references person.flight (id, owner_authority) on delete cascade
);
create index passenger_to_review on person.passenger (owner_authority, flight) where suggestion = 'selectee' or decided is not null;
create index passenger_by_deletion on person.passenger (delete_at);
-- Seen by the authority's officers for a border check, and by those who answer the person's own request.
create policy passenger_read on person.passenger for select
  using (owner_authority = (select person.my_screening_authority())
    or owner_authority = any((select person.my_answerable_authorities())::integer[]));
create policy passenger_enter on person.passenger for insert
  with check (owner_authority = (select person.my_screening_authority()) and decided is null and standing = suggestion);
create policy passenger_change on person.passenger for update using (owner_authority = (select person.my_screening_authority()))
  with check (owner_authority = (select person.my_screening_authority()));
create policy passenger_forget on person.passenger for delete
  using (owner_authority = (select person.my_gateway_authority()) and delete_at <= now());

-- The travel documents of a passenger, in the order of the message.
create table person.passenger_document (
  passenger uuid not null,
  position smallint not null check (position between 1 and 9),
  owner_authority integer not null,
  type text not null,
  number text not null,
  issuer text,
  expires text,
  primary key (passenger, position),
  foreign key (passenger, owner_authority) references person.passenger (id, owner_authority) on delete cascade
);
create index passenger_document_by_number on person.passenger_document (number);
-- Seen and kept with the passenger.
create policy passenger_document_read on person.passenger_document for select
  using (owner_authority = (select person.my_screening_authority())
    or owner_authority = any((select person.my_answerable_authorities())::integer[]));
create policy passenger_document_enter on person.passenger_document for insert
  with check (owner_authority = (select person.my_screening_authority()));
create policy passenger_document_change on person.passenger_document for update
  using (owner_authority = (select person.my_screening_authority()))
  with check (owner_authority = (select person.my_screening_authority()));
-- The documents of a later message take the place of the earlier; automatic duties take them away when they mask.
create policy passenger_document_replace on person.passenger_document for delete
  using (owner_authority = (select person.my_screening_authority()));

-- What an officer decided about a passenger, and why. There is no other way to refuse anybody.
create table person.decision (
  id uuid primary key default gen_random_uuid(),
  passenger uuid not null,
  owner_authority integer not null,
  says text not null check (says in ('board', 'selectee', 'no-board')),
  reason text not null check (length(reason) <= 1000 and (says = 'board' or length(btrim(reason)) >= 3)),
  officer integer not null references network.official,
  at timestamptz(3) not null,
  second_needed boolean not null default false,
  second_officer integer references network.official,
  second_at timestamptz(3),
  unique (id, passenger, says),
  check ((second_officer is null) = (second_at is null)),
  check (second_officer <> officer),
  foreign key (passenger, owner_authority) references person.passenger (id, owner_authority) on delete cascade
);
create index decision_by_passenger on person.decision (passenger, at desc);
-- Seen by the authority's officers for a border check; its supervisor sees who decided what and why.
create policy decision_read on person.decision for select
  using (owner_authority = (select person.my_screening_authority())
    or owner_authority = any((select person.my_supervised_authorities())::integer[]));
-- Taken by an officer in their own name about a passenger of their authority, never by automatic duties.
create policy decision_take on person.decision for insert
  with check (owner_authority = (select person.my_deciding_authority()) and officer = (select network.my_person())
    and second_officer is null);
-- Where a second pair of eyes is needed, another officer of the authority adds them.
create policy decision_second on person.decision for update
  using (owner_authority = (select person.my_deciding_authority()) and second_needed and second_officer is null)
  with check (owner_authority = (select person.my_deciding_authority()) and second_officer = (select network.my_person())
    and officer <> second_officer);

-- A decision is added to, never rewritten.
create function person.decision_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.passenger, new.owner_authority, new.says, new.reason, new.officer, new.at, new.second_needed)
    is distinct from (old.id, old.passenger, old.owner_authority, old.says, old.reason, old.officer, old.at, old.second_needed) then
    raise exception 'a decision is added to, never rewritten' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger decision_guard before update on person.decision for each row execute function person.decision_guard();

-- What stands is the machine's suggestion or, word for word, a decision about this very passenger that has all its eyes.
alter table person.passenger add foreign key (decided, id, standing) references person.decision (id, passenger, says);
create function person.standing_guard() returns trigger language plpgsql as $$
begin
  if new.decided is null and new.standing <> new.suggestion then
    raise exception 'a standing without a decision is the suggestion' using errcode = '42501';
  end if;
  if new.decided is not null and new.decided is distinct from old.decided and not exists (
      select from person.decision d where d.id = new.decided and (not d.second_needed or d.second_officer is not null)) then
    raise exception 'this decision needs a second officer' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger standing_guard before update of standing, suggestion, decided on person.passenger
  for each row execute function person.standing_guard();

-- What a carrier was told (CUSRES 962 in answer, 132 when a decision changed) and that it understood (312).
create table person.answer (
  id uuid primary key default gen_random_uuid(),
  owner_authority integer not null,
  flight uuid not null,
  carrier uuid not null,
  message uuid, -- what it answers
  kind text not null check (kind in ('962', '132')),
  reference text not null, -- the transaction the carrier answers by (RFF+TN)
  cusres text not null,
  at timestamptz(3) not null,
  fetched_at timestamptz(3),
  due_at timestamptz(3), -- by when a 132 is to be acknowledged
  acknowledged_at timestamptz(3),
  delete_at timestamptz(3) not null,
  unique (id, owner_authority),
  foreign key (flight, owner_authority) references person.flight (id, owner_authority) on delete cascade,
  foreign key (carrier, owner_authority) references person.carrier (id, owner_authority),
  foreign key (message, owner_authority) references person.message (id, owner_authority) on delete cascade
);
create index answer_by_flight on person.answer (flight, at desc);
create index answer_open on person.answer (carrier, at) where kind = '132' and acknowledged_at is null;
create index answer_by_message on person.answer (message);
-- Seen and given by the authority's officers and its gateway for a border check.
create policy answer_read on person.answer for select using (owner_authority = (select person.my_screening_authority()));
create policy answer_give on person.answer for insert with check (owner_authority = (select person.my_screening_authority()));
-- Fetched and acknowledged through the gateway.
create policy answer_change on person.answer for update using (owner_authority = (select person.my_gateway_authority()))
  with check (owner_authority = (select person.my_gateway_authority()));

create policy answer_forget on person.answer for delete
  using (owner_authority = (select person.my_gateway_authority()) and delete_at <= now());

-- What an answer said about each passenger; a refusal only with the decision that says so.
create table person.answer_line (
  answer uuid not null,
  passenger uuid not null,
  owner_authority integer not null,
  told text not null check (told in ('board', 'selectee', 'no-board')),
  decision uuid,
  primary key (answer, passenger),
  check (told <> 'no-board' or decision is not null),
  foreign key (decision, passenger, told) references person.decision (id, passenger, says) on delete cascade,
  foreign key (answer, owner_authority) references person.answer (id, owner_authority) on delete cascade,
  foreign key (passenger, owner_authority) references person.passenger (id, owner_authority) on delete cascade
);
create index answer_line_by_passenger on person.answer_line (passenger);
-- Seen and given with its answer.
create policy answer_line_read on person.answer_line for select using (owner_authority = (select person.my_screening_authority()));
create policy answer_line_give on person.answer_line for insert
  with check (owner_authority = (select person.my_screening_authority()));

-- What is left of flights when they are forgotten: counts of a carrier's day, told when its last flight was counted, people rounded to
-- the nearest five. Nothing in it leads back to a flight or a person.
create table stat.passenger_day (
  state text not null references network.state,
  carrier_code text not null,
  day date not null,
  flights integer not null check (flights >= 0),
  messages integer not null check (messages >= 0),
  errors integer not null check (errors >= 0),
  passengers integer not null check (passengers >= 0 and passengers % 5 = 0),
  crew integer not null check (crew >= 0 and crew % 5 = 0),
  reviewed integer not null check (reviewed >= 0 and reviewed % 5 = 0),
  refused integer not null check (refused >= 0 and refused % 5 = 0),
  primary key (state, carrier_code, day)
);
-- Read by the State's officials with the area of passengers or statistics.
create policy passenger_day_read on stat.passenger_day for select
  using (state = (select network.my_state()) and (select network.my_areas()) && '{passengers,statistics}'::text[]);
-- Counted by the State's automatic duties.
create policy passenger_day_count on stat.passenger_day for insert
  with check (state = (select network.my_state()) and (select person.my_gateway_authority()) is not null);
create policy passenger_day_add on stat.passenger_day for update
  using (state = (select network.my_state()) and (select person.my_gateway_authority()) is not null)
  with check (state = (select network.my_state()) and (select person.my_gateway_authority()) is not null);

-- The gateways that take in what comes under a carrier's code by file or mail. For the server itself, before anybody acts; it sees
-- all carriers and tells the number of a mandate.
create function person.gateways_of_carrier(code text) returns table (mandate integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select person.gateway_of(c.owner_authority) from person.carrier c
    where (c.code = gateways_of_carrier.code or gateways_of_carrier.code = any(c.also)) and c.suspended_at is null;
  end;
alter function person.gateways_of_carrier(text) owner to iconet_keeper;
revoke all on function person.gateways_of_carrier(text) from public;
grant usage on schema person to iconet_app;
grant execute on function person.gateways_of_carrier(text) to iconet_app;

-- What people make of a hit changes what the machine suggests: the gateway of the authority that screened follows, at once. Runs as the
-- keeper, because the officer who reviews may queue nothing in the gateway's name; it queues this one job and no other.
create function person.passenger_hit_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gateway integer := person.gateway_of(new.executing_authority);
begin
  if gateway is not null then
    perform network.enqueue(jsonb_build_object('operation', 'passengers.follow', 'input', jsonb_build_object('id', new.subject_ref),
      'mandate', gateway, 'purpose', 'border-check'), null, 'passengers.follow:' || new.subject_ref);
  end if;
  return null;
end $$;
alter function person.passenger_hit_changed() owner to iconet_keeper;
create trigger passenger_hit_changed after update on person.hit for each row
  when (new.subject_kind = 'passenger'
    and (new.state, new.verdict, new.suppressed) is distinct from (old.state, old.verdict, old.suppressed))
  execute function person.passenger_hit_changed();

-- An alert that is entered or changed is held against everybody under way, a few seconds later and once for many changes. Runs as
-- the keeper, because whoever keeps alerts may know of no gateway; it queues this one job for each and tells nothing.
create function person.screen_again() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform network.enqueue(jsonb_build_object('operation', 'passengers.rescreen', 'input', '{}'::jsonb, 'mandate', m.id,
      'purpose', 'border-check'), now() + interval '5 seconds', 'passengers.rescreen:' || m.id)
    from network.mandate m join network.official o on o.id = m.official and o.active
    where m.competences @> '{run,screen}' and m.areas @> '{passengers}' and m.withdrawn_at is null
      and now() between m.valid_from and m.valid_until;
  return null;
end $$;
alter function person.screen_again() owner to iconet_keeper;
create trigger screen_again after insert or update on person.alert for each statement execute function person.screen_again();
