-- Sessions: only the SHA-256 of the secret in the cookie is kept.
create table network.session (
  id integer generated always as identity primary key,
  secret bytea not null unique,
  mandate integer not null references network.mandate,
  how text not null check (how in ('passkey', 'demonstration')),
  device text check (length(device) <= 60), -- the browser's kind, so that officials recognise their own
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '8 hours'
);
create index session_by_mandate on network.session (mandate);
create policy keeper on network.session for select to iconet_keeper using (true);
create policy keeper_start on network.session for insert to iconet_keeper with check (true);
create policy keeper_seen on network.session for update to iconet_keeper using (true);
create policy keeper_end on network.session for delete to iconet_keeper using (true);
-- Officials see and end their own sessions.
create policy session_read on network.session for select
  using (mandate in (select id from network.mandate where official = (select network.my_person())));
create policy session_end on network.session for delete
  using (mandate in (select id from network.mandate where official = (select network.my_person())));

-- The end of a session closes the person's open streams; those of their other sessions open again by themselves.
create function network.session_ended() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform network.announce('access', old.id::text, array(select official from network.mandate where id = old.mandate));
  return null;
end $$;
alter function network.session_ended() owner to iconet_keeper;
create trigger session_ended after delete on network.session for each row execute function network.session_ended();

-- A change of a mandate closes the person's open streams, and its end their sessions, so that it takes effect at once. Runs as
-- the keeper because the sessions are another person's.
create function network.mandate_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.withdrawn_at is not null then
    delete from network.session where mandate = new.id;
  end if;
  perform network.announce('access', new.id::text, array[new.official]);
  return null;
end $$;
alter function network.mandate_changed() owner to iconet_keeper;
create trigger mandate_changed after update on network.mandate for each row execute function network.mandate_changed();

-- Whoever leaves is out at once; as the keeper for the same reason.
create function network.official_left() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from network.session s using network.mandate m where m.id = s.mandate and m.official = new.id;
  perform network.announce('access', new.id::text, array[new.id]);
  return null;
end $$;
alter function network.official_left() owner to iconet_keeper;
create trigger official_left after update of active on network.official
  for each row when (old.active and not new.active) execute function network.official_left();

-- Which version of the terms of use an official accepted, and when (Council Decision 2005/267/EC, Article 3(b)).
create table network.acceptance (
  official integer not null references network.official,
  version text not null check (length(version) <= 20),
  at timestamptz not null default now(),
  primary key (official, version)
);
create policy keeper on network.acceptance for select to iconet_keeper using (true);
-- Each official accepts for themselves, and sees that they did.
create policy acceptance_read on network.acceptance for select using (official = (select network.my_person()));
create policy acceptance_enter on network.acceptance for insert with check (official = (select network.my_person()));

-- How an official wants to be told of what arrives, and in which language.
create table network.preference (
  official integer primary key references network.official,
  language text not null default 'en' check (language in ('en', 'fr', 'de')),
  immediate text not null default 'at-once' check (immediate in ('at-once', 'digest', 'none')),
  priority text not null default 'at-once' check (priority in ('at-once', 'digest', 'none')),
  routine text not null default 'digest' check (routine in ('at-once', 'digest', 'none')),
  -- Times of day in the official's zone; during them only immediate warnings are sent.
  quiet_from text check (quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  quiet_until text check (quiet_until ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  zone text not null default 'UTC' check (length(zone) <= 60),
  check ((quiet_from is null) = (quiet_until is null))
);
-- Each official's own.
create policy preference_read on network.preference for select using (official = (select network.my_person()));
create policy preference_enter on network.preference for insert with check (official = (select network.my_person()));
create policy preference_change on network.preference for update using (official = (select network.my_person()));

-- Who a session belongs to. Before it is answered nobody is signed in, so it must see further than its caller; it takes the
-- secret's hash, which only the bearer can make. One hour without a request ends a session.
-- A session of the demonstration is nobody's once the network runs in earnest. `terms`: the version in force.
create function network.actor_of_session(secret bytea, demonstration boolean, terms text, quietly boolean) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held record;
  actor jsonb;
begin
  select s.mandate, s.how, s.seen_at into held from network.session s
    where s.secret = actor_of_session.secret and s.ends_at > now() and s.seen_at > now() - interval '1 hour'
      and (s.how <> 'demonstration' or demonstration);
  if not found then return null; end if;
  if held.seen_at < now() - interval '1 minute' and not quietly then
    update network.session s set seen_at = now() where s.secret = actor_of_session.secret;
  end if;
  actor := network.actor_of_mandate(held.mandate);
  if held.how = 'passkey' and not exists (select from network.acceptance a
      where a.official = (actor ->> 'person')::integer and a.version = terms) then
    actor := actor || '{"termsDue": true}';
  end if;
  return actor;
end $$;

-- The actor a mandate stands for; null when it is withdrawn, expired or unknown. For sessions and jobs.
create function network.actor_of_mandate(mandate integer) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select jsonb_build_object('mandate', m.id, 'person', o.id, 'name', o.name, 'unit', u.id, 'unitName', u.name, 'authority', a.id, 'state', a.state,
      'competences', m.competences, 'areas', m.areas, 'clearance', (array['PUBLIC', 'LIMITED', 'SENSITIVE'])[m.clearance + 1])
    from network.mandate m
    join network.official o on o.id = m.official and o.active
    join network.unit u on u.id = o.unit
    join network.authority a on a.id = u.authority
    where m.id = actor_of_mandate.mandate and m.withdrawn_at is null and now() between m.valid_from and m.valid_until;
  end;
alter function network.actor_of_mandate(integer) owner to iconet_keeper;
alter function network.actor_of_session(bytea, boolean, text, boolean) owner to iconet_keeper;
revoke all on function network.actor_of_mandate(integer), network.actor_of_session(bytea, boolean, text, boolean) from public;
grant execute on function network.actor_of_mandate(integer) to iconet_member, iconet_keeper;

-- Asked at every request, before there is an actor: by the role the server logs in as, without a transaction of its own.
grant usage on schema network to iconet_app;
grant execute on function network.actor_of_session(bytea, boolean, text, boolean) to iconet_app;

-- Starts a session for a mandate that is in force; the caller has proved who signs in. Runs as the keeper because nobody is
-- signed in yet.
create function network.start_session(mandate integer, secret bytea, how text, device text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    delete from network.session where ends_at < now();
    insert into network.session (mandate, secret, how, device)
    select m.id, start_session.secret, start_session.how, start_session.device from network.mandate m
    where m.id = start_session.mandate and m.withdrawn_at is null and now() between m.valid_from and m.valid_until;
  end;
alter function network.start_session(integer, bytea, text, text) owner to iconet_keeper;

-- Puts another mandate of the same person into a session, under a fresh secret; gives whether it could. As the keeper, since
-- nobody may otherwise change a session.
create function network.switch_session(secret bytea, fresh bytea, mandate integer) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update network.session s set mandate = m.id, secret = fresh
    from network.mandate old, network.mandate m
    where s.secret = switch_session.secret and s.ends_at > now() and old.id = s.mandate
      and m.id = switch_session.mandate and m.official = old.official
      and m.withdrawn_at is null and now() between m.valid_from and m.valid_until;
  return found;
end $$;
alter function network.switch_session(bytea, bytea, integer) owner to iconet_keeper;

create function network.end_session(secret bytea) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    delete from network.session s where s.secret = end_session.secret;
  end;
alter function network.end_session(bytea) owner to iconet_keeper;
