-- What carriers are told, what is left in numbers, and what makes the gateway look again.

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
create index answer_to_fetch on person.answer (at) where fetched_at is null;
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
    select distinct person.gateway_of(c.owner_authority) from person.carrier c
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

-- A hit that is raised after an officer has decided about the passenger: somebody looks again, also where whoever looks may not read
-- why. Done by whoever screens, under their own rights.
create function person.passenger_hit_raised() returns trigger language plpgsql as $$
begin
  update person.passenger p set again_at = f.raised_at from fresh f
    where f.subject_kind = 'passenger' and f.suppressed is null and p.id = f.subject_ref and p.decided is not null;
  return null;
end $$;
create trigger passenger_hit_raised after insert on person.hit
  referencing new table as fresh for each statement execute function person.passenger_hit_raised();

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
