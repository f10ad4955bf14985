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

-- It and the next one assign what they do not need: to PostgreSQL a `perform` is a query, an assignment only an expression.
create function network.keep_my_audiences() returns void language plpgsql as $$
declare
  kept text;
begin
  kept := set_config('iconet.audiences',
    case when network.my_mandate() is null then '' else network.my_mandate() || ':' || network.look_my_audiences_up()::text end, true);
end $$;

-- Begins to act under a mandate (null: nobody) and a stated purpose, until the end of the transaction: every transaction of
-- kit/db.ts begins with it. A mandate withdrawn meanwhile is nobody's in the next transaction.
create function network.enter(mandate integer, purpose text) returns void language plpgsql as $$
declare
  kept text;
begin
  kept := set_config('iconet.mandate', coalesce(mandate::text, ''), true);
  kept := set_config('iconet.purpose', coalesce(purpose, ''), true);
  kept := set_config('iconet.me', case when mandate is null then '' else coalesce(network.look_me_up()::text, '') end, true);
  kept := network.keep_my_audiences();
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
