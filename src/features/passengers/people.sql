-- Who is on a flight, with which documents, and what officers decided about them.

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
  again_at timestamptz(3), -- since when something new waits for an officer although one has decided
  check (again_at is null or decided is not null),
  -- What was gravely wrong with their documents when that decision was taken (checks.ts), as digests: anything else asks an officer again.
  settled text[] not null default '{}',
  -- Of a booking: the announcement of the same traveller on the same flight (travellers.ts). Two rows, for each is kept as long as its
  -- own law says; one line to an officer.
  same_as uuid,
  check (same_as is null or source = 'pnr' and same_as <> id),
  screened_at timestamptz(3),
  message uuid, -- the last that spoke of the person; gone before the person where it is due earlier
  changed_at timestamptz(3) not null,
  mask_at timestamptz(3), -- bookings only (Directive (EU) 2016/681, Article 12)
  masked_at timestamptz(3),
  delete_at timestamptz(3) not null,
  unique (flight, source, key),
  unique (id, owner_authority),
  foreign key (flight, owner_authority) references person.flight (id, owner_authority) on delete cascade,
  foreign key (same_as, owner_authority) references person.passenger (id, owner_authority) on delete set null (same_as)
);
create index passenger_booked on person.passenger (same_as) where same_as is not null;
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
  reason text check (length(reason) <= 1000 and (says = 'board' or length(btrim(reason)) >= 3)), -- null: masked with the person
  officer integer not null references network.official,
  at timestamptz(3) not null,
  second_needed boolean not null default false,
  second_officer integer references network.official,
  second_at timestamptz(3),
  beside uuid, -- of a booking: the decision about the same traveller's announcement, of which this is the other half
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
-- Whether a decision about a passenger needs a second officer: where a list on which somebody like them was found asks for four eyes.
-- Runs as the keeper, because the rule holds also for an officer who may not read that alert; it tells this and no more.
create function person.second_needed(passenger uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return exists (select from person.hit h
    where h.subject_ref = second_needed.passenger and h.subject_kind = 'passenger' and h.four_eyes
      and h.executing_authority = (select person.my_deciding_authority()) and h.suppressed is null
      and (h.state in ('open', 'first') and h.ends_at > now() or h.state = 'decided' and h.verdict <> 'not-the-same'));
alter function person.second_needed(uuid) owner to iconet_keeper;
revoke all on function person.second_needed(uuid) from public;
grant execute on function person.second_needed(uuid) to iconet_member;
-- What was found on somebody and said of it, as a digest: another as soon as that is other. Runs as the keeper, because whoever decides
-- must learn that something is new also where they may not read what; it tells this of the actor's own passengers and no more.
create function person.found_on(passengers uuid[]) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return (select md5(string_agg(concat_ws(' ', h.id, h.verdict, h.suppressed), ';' order by h.id)) from person.hit h
    where h.subject_ref = any(passengers) and h.subject_kind = 'passenger' and h.state <> 'closed'
      and h.executing_authority = (select person.my_screening_authority()));
alter function person.found_on(uuid[]) owner to iconet_keeper;
revoke all on function person.found_on(uuid[]) from public;
grant execute on function person.found_on(uuid[]) to iconet_member;
-- Taken by an officer in their own name about a passenger of their authority, never by automatic duties, and with a second where one
-- is needed.
create policy decision_take on person.decision for insert
  with check (owner_authority = (select person.my_deciding_authority()) and officer = (select network.my_person())
    and second_officer is null and reason is not null and (second_needed or not person.second_needed(passenger)));
-- Where a second pair of eyes is needed, another officer of the authority adds them.
create policy decision_second on person.decision for update
  using (owner_authority = (select person.my_deciding_authority()) and second_needed and second_officer is null)
  with check (owner_authority = (select person.my_deciding_authority()) and second_officer = (select network.my_person())
    and officer <> second_officer);

-- The words of a decision are taken away by automatic duties when the person is to be masked: nobody knows what stands in them.
create policy decision_mask on person.decision for update
  using (owner_authority = (select person.my_gateway_authority())
    and exists (select from person.passenger p where p.id = passenger and p.mask_at <= now()))
  with check (owner_authority = (select person.my_gateway_authority()) and reason is null);

-- A decision is added to, never rewritten; only its words may go, and with the person's name.
create function person.decision_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.passenger, new.owner_authority, new.says, new.officer, new.at, new.second_needed, new.beside)
    is distinct from (old.id, old.passenger, old.owner_authority, old.says, old.officer, old.at, old.second_needed, old.beside)
    or new.reason is distinct from old.reason and (new.reason is not null
      or not exists (select from person.passenger p where p.id = old.passenger and p.mask_at <= now()))
    -- Automatic duties take words away and are nobody's second pair of eyes.
    or (new.second_officer, new.second_at) is distinct from (old.second_officer, old.second_at) and not person.i_am_no_machine()
  then
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
  -- A new decision settles what was new. What the machine finds after it waits for an officer again, and so does whoever was held up
  -- for what is no more; what asks again anyway is left at that.
  if new.decided is distinct from old.decided then
    new.again_at := null;
  elsif new.decided is not null and new.suggestion <> old.suggestion and new.again_at is not distinct from old.again_at then
    new.again_at := case when new.suggestion = 'selectee' or new.standing <> 'board' then now() end;
  end if;
  return new;
end $$;
create trigger standing_guard before update of standing, suggestion, decided on person.passenger
  for each row execute function person.standing_guard();
