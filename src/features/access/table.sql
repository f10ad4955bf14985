-- Who may do what: mandates, audiences, sessions, passkeys and enrolment.

create function network.state_of_official(official integer) returns text
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return (select a.state from network.official o join network.unit u on u.id = o.unit
          join network.authority a on a.id = u.authority where o.id = state_of_official.official);
alter function network.state_of_official(integer) owner to iconet_keeper;

-- One's own mandates, those of one's State for its contact point, its data-protection officer and its supervisor, and all for
-- the administrator.
create policy mandate_read on network.mandate for select
  using (official = (select network.my_person())
    or (network.state_of_official(official) = (select network.my_state())
        and ((select network.i_may('appoint')) or (select network.i_may('protect')) or (select network.i_may('supervise'))))
    or (select network.i_may('administer')));
-- The contact point grants within its State and no higher than its own clearance. The administrator grants the contact points
-- and other administrators, and all mandates of the Union's own bodies, which have no contact point. Nobody grants to themselves,
-- or in another's name.
create policy mandate_grant on network.mandate for insert
  with check (granted_by = (select network.my_mandate()) and official <> (select network.my_person()) and withdrawn_at is null
    and ((select network.i_may('appoint')) and network.state_of_official(official) = (select network.my_state())
         and not competences && '{appoint,administer}' and clearance <= (select network.my_clearance())
      or (select network.i_may('administer'))
         and (competences && '{appoint,administer}' or network.state_of_official(official) = 'EU')));
-- Withdrawn by whoever could have granted it.
create policy mandate_withdraw on network.mandate for update
  using ((select network.i_may('appoint')) and network.state_of_official(official) = (select network.my_state())
      and not competences && '{appoint,administer}'
    or (select network.i_may('administer')) and official <> (select network.my_person()))
  with check (withdrawn_by = (select network.my_mandate()) and withdrawn_at is not null);

-- A change of a mandate closes the person's open streams, so that it takes effect at once.
create function network.mandate_changed() returns trigger language plpgsql as $$
begin
  perform network.announce('access', new.id::text, array[new.official]);
  return null;
end $$;
create trigger mandate_changed after update on network.mandate for each row execute function network.mandate_changed();

-- Audiences: each distinct set of readers is kept once. A shared row points at one.
create table work.audience (
  id integer generated always as identity primary key,
  -- The sorted members, for example '{state:EL,state:IT,unit:12}'.
  members text[] not null unique check (cardinality(members) between 1 and 500)
);
create index audience_by_member on work.audience using gin (members);
create policy keeper on work.audience for select to iconet_keeper using (true);
create policy keeper_enter on work.audience for insert to iconet_keeper with check (true);

-- The names under which the actor can be in an audience.
create function network.my_names() returns text[] language sql stable parallel safe
  return (select array['all', 'state:' || state, 'authority:' || authority, 'unit:' || unit, 'official:' || person]
          from network.me());

-- The audiences the actor is in. Sees all audiences because it is the very thing that decides which may be seen.
create function network.my_audiences() returns integer[]
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return (select coalesce(array_agg(id), '{}') from work.audience where members && network.my_names());
alter function network.my_audiences() owner to iconet_keeper;

-- An audience is seen by those who are in it.
create policy audience_read on work.audience for select using (id = any((select network.my_audiences())::integer[]));

-- Finds or makes the audience with these members. Runs as the keeper, since the same set may exist already where the caller
-- may not look; it tells nothing but a number.
create function network.audience(members text[]) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted text[] := (select array_agg(distinct m order by m) from unnest(members) m);
  found integer;
begin
  if exists (select from unnest(wanted) m where m !~ '^(all|(state:[A-Z]{2})|((authority|unit|official):[0-9]{1,9}))$') then
    raise exception 'unknown kind of audience member' using errcode = '22P02';
  end if;
  select id into found from work.audience a where a.members = wanted;
  if found is null then
    insert into work.audience (members) values (wanted) on conflict do nothing returning id into found;
    if found is null then select id into found from work.audience a where a.members = wanted; end if;
  end if;
  return found;
end $$;
alter function network.audience(text[]) owner to iconet_keeper;

-- The officials who can read a row with this audience, area and marking, by the very rules of the row policies: used to say
-- beforehand who will see a warning, and to tell them that it is there. Sees all mandates; callers may only ask about
-- audiences they are in or that they are about to make.
create function network.readers(audience integer, area text, marking integer)
  returns table (mandate integer, official integer, unit integer, authority integer, state text)
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select m.id, o.id, u.id, a.id, a.state
    from network.mandate m
    join network.official o on o.id = m.official and o.active
    join network.unit u on u.id = o.unit
    join network.authority a on a.id = u.authority
    join work.audience w on w.id = readers.audience
    where m.withdrawn_at is null and now() between m.valid_from and m.valid_until
      and readers.area = any(m.areas) and readers.marking <= m.clearance
      and w.members && array['all', 'state:' || a.state, 'authority:' || a.id, 'unit:' || u.id, 'official:' || o.id];
  end;
alter function network.readers(integer, text, integer) owner to iconet_keeper;

-- Sessions: only the SHA-256 of the secret in the cookie is kept.
create table network.session (
  id integer generated always as identity primary key,
  secret bytea not null unique,
  mandate integer not null references network.mandate,
  how text not null check (how in ('passkey', 'demonstration')),
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null default now() + interval '8 hours'
);
create policy keeper on network.session for select to iconet_keeper using (true);
create policy keeper_start on network.session for insert to iconet_keeper with check (true);
create policy keeper_seen on network.session for update to iconet_keeper using (true);
create policy keeper_end on network.session for delete to iconet_keeper using (true);
-- Officials see and end their own sessions.
create policy session_read on network.session for select
  using (mandate in (select id from network.mandate where official = (select network.my_person())));
create policy session_end on network.session for delete
  using (mandate in (select id from network.mandate where official = (select network.my_person())));

-- Who a session belongs to. Before it is answered nobody is signed in, so it must see further than its caller; it takes the
-- secret's hash, which only the bearer can make. One hour without a request ends a session.
create function network.actor_of_session(secret bytea) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held integer;
begin
  update network.session s set seen_at = now()
    where s.secret = actor_of_session.secret and s.ends_at > now() and s.seen_at > now() - interval '1 hour'
      and s.seen_at < now() - interval '1 minute';
  select s.mandate into held from network.session s
    where s.secret = actor_of_session.secret and s.ends_at > now() and s.seen_at > now() - interval '1 hour';
  return network.actor_of_mandate(held);
end $$;

-- The actor a mandate stands for; null when it is withdrawn, expired or unknown. For sessions and jobs.
create function network.actor_of_mandate(mandate integer) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select jsonb_build_object('mandate', m.id, 'person', o.id, 'name', o.name, 'unit', u.id, 'authority', a.id, 'state', a.state,
      'competences', m.competences, 'areas', m.areas, 'clearance', (array['PUBLIC', 'LIMITED', 'SENSITIVE'])[m.clearance + 1])
    from network.mandate m
    join network.official o on o.id = m.official and o.active
    join network.unit u on u.id = o.unit
    join network.authority a on a.id = u.authority
    where m.id = actor_of_mandate.mandate and m.withdrawn_at is null and now() between m.valid_from and m.valid_until;
  end;
alter function network.actor_of_mandate(integer) owner to iconet_keeper;
alter function network.actor_of_session(bytea) owner to iconet_keeper;
revoke all on function network.actor_of_mandate(integer), network.actor_of_session(bytea) from public;
grant execute on function network.actor_of_mandate(integer), network.actor_of_session(bytea) to iconet_member, iconet_keeper;

-- Starts a session for a mandate that is in force; the caller has proved who signs in. Runs as the keeper because nobody is
-- signed in yet.
create function network.start_session(mandate integer, secret bytea, how text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    insert into network.session (mandate, secret, how)
    select m.id, start_session.secret, start_session.how from network.mandate m
    where m.id = start_session.mandate and m.withdrawn_at is null and now() between m.valid_from and m.valid_until;
  end;
alter function network.start_session(integer, bytea, text) owner to iconet_keeper;

create function network.end_session(secret bytea) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
  begin atomic
    delete from network.session s where s.secret = end_session.secret;
  end;
alter function network.end_session(bytea) owner to iconet_keeper;

-- The people of the demonstration, each with one mandate. Sees further than its caller, who is not signed in yet; the server
-- asks only when it was started as a demonstration.
create function network.personas() returns table (mandate integer, name text, title text, unit text, state text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select m.id, o.name, o.title, u.name, a.state
    from network.mandate m
    join network.official o on o.id = m.official and o.active
    join network.unit u on u.id = o.unit
    join network.authority a on a.id = u.authority
    where m.withdrawn_at is null and now() between m.valid_from and m.valid_until
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
