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
  -- Since when its answers say nothing of lists (probing.ts), and what was counted then, in numbers: {"since": …, "inVain": 20, …}
  quiet jsonb check (jsonb_typeof(quiet) = 'object'),
  looked_by integer references network.official, -- who has looked at that last; what was counted before counts no more
  looked_at timestamptz(3),
  -- Whether a close-out is asked of it; where none is, whoever is on its list when the flight leaves counts as travelled (probing.ts).
  close_outs boolean not null default true,
  close_outs_by integer references network.official, -- who has said that last
  unique (code, owner_authority),
  unique (id, owner_authority)
);
-- Seen, entered and changed by the officers of its authority who screen passengers, and by the authority's gateway.
create policy carrier_read on person.carrier for select using (owner_authority = (select person.my_carrier_authority()));
create policy carrier_enter on person.carrier for insert
  with check (owner_authority = (select person.my_carrier_authority()) and entered_by = (select network.my_person())
    and close_outs and close_outs_by is null);
create policy carrier_change on person.carrier for update using (owner_authority = (select person.my_carrier_authority()))
  with check (owner_authority = (select person.my_carrier_authority()));
create policy keeper on person.carrier for select to iconet_keeper using (true);

-- Automatic duties make a carrier's answers say less, never more again: that somebody has looked, and what is asked of a carrier, is said
-- by an officer, in their own name.
create function person.carrier_guard() returns trigger language plpgsql as $$
begin
  if (new.close_outs, new.close_outs_by) is distinct from (old.close_outs, old.close_outs_by)
    and not (person.i_am_no_machine() and new.close_outs_by is not distinct from network.my_person()) then
    raise exception 'an officer says in their own name what is asked of a carrier' using errcode = '42501';
  end if;
  if (new.looked_by, new.looked_at) is distinct from (old.looked_by, old.looked_at) then
    if not person.i_am_no_machine() or new.looked_by is distinct from network.my_person() then
      raise exception 'an officer says in their own name that they have looked' using errcode = '42501';
    end if;
  elsif old.quiet is not null and new.quiet is null then
    raise exception 'an officer looks first' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger carrier_guard before update on person.carrier for each row execute function person.carrier_guard();

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
