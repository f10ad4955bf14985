-- Who may do what: mandates, audiences, sessions, passkeys and enrolment.

-- One's own mandates, those of one's State for its contact point, its data-protection officer and its supervisor, and all for
-- the administrator.
create policy mandate_read on network.mandate for select
  using (official = (select network.my_person())
    or (network.state_of_official(official) = (select network.my_state())
        and ((select network.i_may('appoint')) or (select network.i_may('protect')) or (select network.i_may('supervise'))))
    or (select network.i_may('administer')));
-- Whether somebody holds, now or later, one of these competences. Sees all mandates, because a contact point must be refused
-- where the other person holds more than it could grant; it tells only yes or no.
create function network.holds(official integer, competences text[]) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return exists (select from network.mandate m where m.official = holds.official and m.withdrawn_at is null
                 and m.valid_until > now() and m.competences && holds.competences);
alter function network.holds(integer, text[]) owner to iconet_keeper;

-- The highest clearance an official holds now or will hold. Sees further than its caller and tells only that level.
create function network.clearance_of(official integer) returns smallint
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return (select coalesce(max(m.clearance), 0)::smallint from network.mandate m
          where m.official = clearance_of.official and m.withdrawn_at is null and m.valid_until > now());
alter function network.clearance_of(integer) owner to iconet_keeper;

-- Whether the actor could grant this mandate: the contact point within its State, no higher than its own clearance; the
-- administrator to contact points, other administrators and automatic duties, and everything to the Union's own bodies, which have no contact
-- point. Nobody to themselves.
create function network.i_could_grant(official integer, competences text[], clearance smallint) returns boolean
  language sql stable
  return coalesce(official <> network.my_person()
    and (network.i_may('appoint') and network.state_of_official(official) = network.my_state()
         and not competences && '{appoint,administer,run}' and clearance <= network.my_clearance()
      or network.i_may('administer')
         and (competences && '{appoint,administer,run}' or network.state_of_official(official) = 'EU')), false);

-- Granted by whoever could grant it, in their own name.
create policy mandate_grant on network.mandate for insert
  with check (granted_by = (select network.my_mandate()) and withdrawn_at is null and extended_at is null
    and network.i_could_grant(official, competences, clearance));
-- Withdrawn and extended by whoever could have granted it. A contact point may withdraw what is marked above its own
-- clearance: taking away needs less than giving.
create policy mandate_withdraw on network.mandate for update
  using (network.i_could_grant(official, competences, 0::smallint))
  with check (withdrawn_by = (select network.my_mandate()) and withdrawn_at is not null);
create policy mandate_extend on network.mandate for update
  using (network.i_could_grant(official, competences, clearance))
  with check (withdrawn_at is null and extended_by = (select network.my_mandate())
    and network.i_could_grant(official, competences, clearance));

-- A policy sees whole rows; what of a mandate may change is held here: its end, once, or its time, to later.
create function network.mandate_guard() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null
    or (new.official, new.competences, new.areas, new.clearance, new.valid_from, new.reason, new.granted_by, new.granted_at)
      is distinct from
      (old.official, old.competences, old.areas, old.clearance, old.valid_from, old.reason, old.granted_by, old.granted_at)
    or new.valid_until < old.valid_until then
    raise exception 'a mandate is withdrawn or extended, never rewritten' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger mandate_guard before update on network.mandate for each row execute function network.mandate_guard();

-- The purpose stated for this transaction, where the mandate covers it; null otherwise. What vocabulary/purpose.ts says, in SQL.
create function network.my_lawful_purpose() returns text language sql stable parallel safe
  return (select case network.my_purpose()
      when 'border-check' then case when 'screen' = any(competences) then 'border-check' end
      when 'visa-examination' then
        case when 'read' = any(competences) and areas @> '{travel-documents,alerts}' then 'visa-examination' end
      when 'return' then case when 'read' = any(competences) and areas @> '{returns,alerts}' then 'return' end
      when 'identity-verification' then
        case when 'screen' = any(competences) and areas @> '{alerts}' then 'identity-verification' end
      when 'protection-of-the-person' then
        case when competences && '{screen,alert}' and areas @> '{alerts}' then 'protection-of-the-person' end
      when 'alert-keeping' then case when 'alert' = any(competences) and areas @> '{alerts}' then 'alert-keeping' end
      when 'supervision' then case when 'supervise' = any(competences) then 'supervision' end
      when 'request-of-the-person' then case when 'protect' = any(competences) then 'request-of-the-person' end
    end from network.me());

-- Audiences: each distinct set of readers is kept once. A shared row points at one.
create table work.audience (
  id integer generated always as identity primary key,
  -- The sorted members, for example '{state:EL,state:IT,unit:12}'.
  members text[] not null unique check (cardinality(members) between 1 and 500)
);
create index audience_by_member on work.audience using gin (members);
create policy keeper on work.audience for select to iconet_keeper using (true);
create policy keeper_enter on work.audience for insert to iconet_keeper with check (true);

-- The names under which the actor can be in an audience; nobody is in none, not even in that of all.
create function network.my_names() returns text[] language sql stable parallel safe
  return (select array['all', 'state:' || state, 'authority:' || authority, 'unit:' || unit, 'official:' || person]
          from network.me() where person is not null);

-- The audiences the actor is in. Sees all audiences because it is the very thing that decides which may be seen.
create function network.look_my_audiences_up() returns integer[]
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return (select coalesce(array_agg(id), '{}') from work.audience where members && network.my_names());
alter function network.look_my_audiences_up() owner to iconet_keeper;

-- The same, looked up once a transaction, like network.me().
create function network.my_audiences() returns integer[] language plpgsql stable parallel safe as $$
declare
  kept text := current_setting('iconet.audiences', true);
begin
  if kept <> '' and split_part(kept, ':', 1) = network.my_mandate()::text then
    return split_part(kept, ':', 2)::integer[];
  end if;
  return network.look_my_audiences_up();
end $$;

create function network.keep_my_audiences() returns void language plpgsql as $$
begin
  perform set_config('iconet.audiences',
    case when network.my_mandate() is null then '' else network.my_mandate() || ':' || network.look_my_audiences_up()::text end, true);
end $$;

-- Begins to act under a mandate (null: nobody) and a stated purpose, until the end of the transaction: every transaction of
-- kit/db.ts begins with it. A mandate withdrawn meanwhile is nobody's in the next transaction.
create function network.enter(mandate integer, purpose text) returns void language plpgsql as $$
begin
  perform set_config('iconet.mandate', coalesce(mandate::text, ''), true), set_config('iconet.purpose', coalesce(purpose, ''), true);
  perform set_config('iconet.me', case when mandate is null then '' else coalesce(network.look_me_up()::text, '') end, true);
  perform network.keep_my_audiences();
end $$;

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
  perform network.keep_my_audiences();
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
