-- Passkeys (W3C Web Authentication, level 3): public keys only.
create table network.passkey (
  id integer generated always as identity primary key,
  official integer not null references network.official,
  credential text not null unique check (length(credential) between 16 and 1400), -- base64url
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  device_bound boolean not null,
  label text check (length(label) <= 60),
  enrolled_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_by_official on network.passkey (official);
create policy keeper on network.passkey for select to iconet_keeper using (true);
create policy keeper_enter on network.passkey for insert to iconet_keeper with check (true);
create policy keeper_used on network.passkey for update to iconet_keeper using (true);
create policy keeper_replace on network.passkey for delete to iconet_keeper using (true);
-- Officials see and remove their own.
create policy passkey_read on network.passkey for select using (official = (select network.my_person()));
create policy passkey_remove on network.passkey for delete using (official = (select network.my_person()));

-- One-time links by which an official enrols a passkey: only the SHA-256 of the secret is kept.
create table network.enrolment (
  id integer generated always as identity primary key,
  official integer not null references network.official,
  secret bytea not null unique check (length(secret) = 32),
  replaces boolean not null default true, -- whether passkeys enrolled before are removed when it is used
  made_by integer references network.mandate, -- null: the founding of the network
  made_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '72 hours',
  used_at timestamptz
);
create index enrolment_by_official on network.enrolment (official);
create policy keeper on network.enrolment for select to iconet_keeper using (true);
create policy keeper_found on network.enrolment for insert to iconet_keeper with check (true);
create policy keeper_use on network.enrolment for update to iconet_keeper using (true);
create policy keeper_void on network.enrolment for delete to iconet_keeper using (true);
-- Made by whoever may grant to the person all that the person holds: the contact point for its State's officials other than
-- contact points and administrators, for whom the administrator makes it. Nobody for themselves.
create policy enrolment_make on network.enrolment for insert
  with check (made_by = (select network.my_mandate()) and used_at is null and expires_at <= now() + interval '72 hours'
    and network.i_could_grant(official,
      case when network.holds(official, '{appoint,administer}') then '{appoint}'::text[] else '{}' end,
      network.clearance_of(official)));

-- A new link makes the earlier ones for the same person void. As the keeper: they may be another's.
create function network.enrolment_made() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from network.enrolment where official = new.official and used_at is null and id <> new.id;
  return null;
end $$;
alter function network.enrolment_made() owner to iconet_keeper;
create trigger enrolment_made after insert on network.enrolment for each row execute function network.enrolment_made();

-- Challenges given to browsers, each good for one answer within five minutes.
create table network.challenge (
  challenge text primary key check (length(challenge) between 22 and 100),
  kind text not null check (kind in ('sign-in', 'enrol', 'add')),
  official integer references network.official,
  expires_at timestamptz not null default now() + interval '5 minutes'
);
create policy keeper on network.challenge for select to iconet_keeper using (true);
create policy keeper_give on network.challenge for insert to iconet_keeper with check (true);
create policy keeper_take on network.challenge for delete to iconet_keeper using (true);

-- Before sign-in nobody is anybody, so all of what follows runs as the keeper. Each function takes what only the right person
-- can know (a link's secret, an unguessable credential, a fresh challenge) and tells nothing else.
create function network.give_challenge(challenge text, kind text, official integer) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    delete from network.challenge where expires_at < now();
    insert into network.challenge (challenge, kind, official)
      values (give_challenge.challenge, give_challenge.kind, give_challenge.official);
  end;
alter function network.give_challenge(text, text, integer) owner to iconet_keeper;

create function network.take_challenge(challenge text, kind text) returns table (official integer)
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    delete from network.challenge c
      where c.challenge = take_challenge.challenge and c.kind = take_challenge.kind and c.expires_at > now()
      returning c.official;
  end;
alter function network.take_challenge(text, text) owner to iconet_keeper;

create function network.passkey_of(credential text)
  returns table (id integer, official integer, public_key bytea, counter bigint, transports text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select p.id, p.official, p.public_key, p.counter, p.transports from network.passkey p
    where p.credential = passkey_of.credential;
  end;
alter function network.passkey_of(text) owner to iconet_keeper;

-- Notes the use of a passkey and gives the mandate to begin with: the last used of those in force, else the first.
create function network.passkey_used(passkey integer, counter bigint) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  begun integer;
begin
  select m.id into begun from network.passkey p join network.mandate m on m.official = p.official
    join network.official o on o.id = p.official and o.active
    left join network.session s on s.mandate = m.id
    where p.id = passkey and m.withdrawn_at is null and now() between m.valid_from and m.valid_until
    order by s.started_at desc nulls last, m.id limit 1;
  update network.passkey p set counter = passkey_used.counter, used_at = now() where p.id = passkey and begun is not null;
  return begun;
end $$;
alter function network.passkey_used(integer, bigint) owner to iconet_keeper;

-- Whom a link enrols, while it is good: not used, not expired, its maker's mandate still in force, and the person not meanwhile
-- raised above what its maker could grant.
create function network.enrolment_of(secret bytea) returns table (id integer, official integer, name text, replaces boolean)
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select e.id, o.id, o.name, e.replaces
    from network.enrolment e join network.official o on o.id = e.official and o.active
    left join network.mandate m on m.id = e.made_by
    where e.secret = enrolment_of.secret and e.used_at is null and e.expires_at > now()
      and (e.made_by is null or m.withdrawn_at is null and now() between m.valid_from and m.valid_until
        and ('administer' = any(m.competences) or not network.holds(o.id, '{appoint,administer}')))
    for update of e;
  end;
alter function network.enrolment_of(bytea) owner to iconet_keeper;

-- Uses a link: keeps the passkey, and when the link replaces, ends what was before.
create function network.use_enrolment(secret bytea, credential text, public_key bytea, counter bigint, transports text[],
    device_bound boolean, label text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  good record;
  made integer;
begin
  select * into good from network.enrolment_of(use_enrolment.secret);
  if not found then return null; end if;
  update network.enrolment e set used_at = now() where e.id = good.id;
  if good.replaces then
    delete from network.passkey p where p.official = good.official;
    delete from network.session s using network.mandate m where m.id = s.mandate and m.official = good.official;
  end if;
  insert into network.passkey (official, credential, public_key, counter, transports, device_bound, label)
    values (good.official, use_enrolment.credential, use_enrolment.public_key, use_enrolment.counter,
      use_enrolment.transports, use_enrolment.device_bound, use_enrolment.label) returning id into made;
  return made;
end $$;
alter function network.use_enrolment(bytea, text, bytea, bigint, text[], boolean, text) owner to iconet_keeper;

-- A further passkey of somebody who has just signed in with one: the session must be younger than ten minutes, so that a
-- screen left open is not enough.
create function network.add_passkey(session bytea, credential text, public_key bytea, counter bigint, transports text[],
    device_bound boolean, label text) returns integer
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    insert into network.passkey (official, credential, public_key, counter, transports, device_bound, label)
    select m.official, add_passkey.credential, add_passkey.public_key, add_passkey.counter, add_passkey.transports,
      add_passkey.device_bound, add_passkey.label
    from network.session s join network.mandate m on m.id = s.mandate
    where s.secret = add_passkey.session and s.started_at > now() - interval '10 minutes'
    returning id;
  end;
alter function network.add_passkey(bytea, text, bytea, bigint, text[], boolean, text) owner to iconet_keeper;

-- The people of the demonstration, each with the first of their mandates; not the automatic duties. Sees further than its caller, who is not signed in yet; the server
-- asks only when it was started as a demonstration.
create function network.personas() returns table (mandate integer, name text, title text, unit text, state text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select m.id, o.name, o.title, u.name, a.state
    from network.mandate m
    join network.official o on o.id = m.official and o.active
    join network.unit u on u.id = o.unit
    join network.authority a on a.id = u.authority
    where m.id in (
      select min(h.id) from network.mandate h
      where h.withdrawn_at is null and now() between h.valid_from and h.valid_until
        and not 'run' = any(h.competences) group by h.official)
    order by m.id;
  end;
alter function network.personas() owner to iconet_keeper;

-- Founds a network: its first administrator, in a desk of the Union. It works once, on an empty network, because only then is
-- there nobody who could grant a mandate.
create policy keeper_found on network.state for insert to iconet_keeper with check (true);
create policy keeper_found on network.authority for insert to iconet_keeper with check (true);
create policy keeper_found on network.unit for insert to iconet_keeper with check (true);
create policy keeper_found on network.official for insert to iconet_keeper with check (true);
create policy keeper_found on network.mandate for insert to iconet_keeper with check (true);
create function network.found(authority text, unit text, name text, title text, email text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  place integer;
  made integer;
begin
  perform pg_advisory_xact_lock(hashtext('iconet.found'));
  if exists (select from network.mandate) then
    raise exception 'the network has been founded' using errcode = '42501';
  end if;
  insert into network.state (code, kind) values ('EU', 'union');
  insert into network.authority (state, name) values ('EU', found.authority) returning id into place;
  insert into network.unit (authority, name, kind) values (place, found.unit, 'desk') returning id into place;
  insert into network.official (unit, name, title, email) values (place, found.name, found.title, found.email)
    returning id into place;
  insert into network.mandate (official, competences, areas, clearance, valid_until)
    values (place, '{administer}', '{network}', 0, now() + interval '1 year') returning id into made;
  return made;
end $$;
alter function network.found(text, text, text, text, text) owner to iconet_keeper;

-- The founder's own link, until the network has its first passkey: nobody is there yet who could make one.
create function network.enrol_founder(secret bytea) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ends timestamptz;
begin
  if exists (select from network.passkey) or exists (select from network.mandate where granted_by is not null) then
    raise exception 'the network has its people' using errcode = '42501';
  end if;
  insert into network.enrolment (official, secret)
    select m.official, enrol_founder.secret from network.mandate m order by m.id limit 1 returning expires_at into ends;
  return ends;
end $$;
alter function network.enrol_founder(bytea) owner to iconet_keeper;

-- Whether there is a network yet, and whether anybody has a passkey in it: asked when the server starts.
create function network.foundation(out founded boolean, out enrolled boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select exists (select from network.mandate), exists (select from network.passkey);
  end;
alter function network.foundation() owner to iconet_keeper;
