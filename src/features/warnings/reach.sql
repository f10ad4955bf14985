-- Whom a warning reaches and who finds it: what must see further than a row policy lets its caller, and tells little.

-- The units that asked for such warnings, for a sender who chooses recipients: that they asked, not what else they ask for.
create function work.units_asking(route text, countries text[], citizenships text[], means text[])
  returns table (unit integer) language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select distinct s.unit from work.warning_subscription s
    where network.i_may('issue')
      and (units_asking.route = any(s.routes) or units_asking.countries && s.countries
        or units_asking.citizenships && s.citizenships or units_asking.means && s.means);
  end;
alter function work.units_asking(text, text[], text[], text[]) owner to iconet_keeper;

-- Warnings with these words. Runs as the keeper because row security keeps the index of words from being used; it applies the
-- reading rule itself, and its caller reads the rows under their own rights once more.
create function work.warning_search(words text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select w.id from work.warning w
    where w.words @@ to_tsquery('simple', warning_search.words)
      and w.audience_id = any((select network.my_audiences())::integer[])
      and w.area = any((select network.my_areas())::text[])
      and w.marking <= (select network.my_clearance());
  end;
alter function work.warning_search(text) owner to iconet_keeper;

-- The newest warnings the actor may read, before a place in the list: a page of 50 and one more, which says that there is more.
-- Who sees much finds a page among the newest rows of all. Otherwise each of the actor's audiences first says how new its newest is;
-- the page can only come from the first 51 of them.
-- Runs as the keeper because under row security each of those looks would compare every audience again; it applies the reading
-- rule itself, and its caller reads the rows under their own rights once more.
-- Planned once a connection: planning it took longer than finding. For that the 51 stands here, since of a number it does
-- not know PostgreSQL believes that a tenth of all rows is wanted.
create function work.newest_warnings(before timestamptz, before_id uuid) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  place timestamptz := coalesce(before, 'infinity');
  place_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  mine integer[] := network.my_audiences();
  me network.actor_row := network.me();
  found uuid[];
begin
  found := array(
    select x.id from (
      select r.id, r.audience_id, r.area, r.marking, r.expires_at, r.owner_authority, r.issued_at from work.warning r
      where r.issued_at is not null and (r.issued_at, r.id) < (place, place_id)
      order by r.issued_at desc, r.id desc limit 4 * 51) x
    where x.audience_id = any(mine) and x.area = any(me.areas) and x.marking <= me.clearance
      and (x.expires_at > now() or x.owner_authority = me.authority)
    order by x.issued_at desc, x.id desc limit 51);
  if cardinality(found) = 51 then return found; end if;
  return array(
    with first as materialized (
      select a.audience, w.issued_at, w.id
      from unnest(mine) a (audience)
      cross join lateral (
        select x.issued_at, x.id from work.warning x
        where x.audience_id = a.audience and x.issued_at is not null and (x.issued_at, x.id) < (place, place_id)
          and x.area = any(me.areas) and x.marking <= me.clearance
          and (x.expires_at > now() or x.owner_authority = me.authority)
        order by x.issued_at desc, x.id desc limit 1) w
      order by w.issued_at desc, w.id desc limit 51)
    select w.id from first
    cross join lateral (
      select x.issued_at, x.id from work.warning x
      where x.audience_id = first.audience and x.issued_at is not null and (x.issued_at, x.id) < (place, place_id)
        -- As many audiences as the page has lines have something at least so new: nothing older can be on it.
        and x.issued_at >= (select case when count(*) < 51 then '-infinity' else min(f.issued_at) end from first f)
        and x.area = any(me.areas) and x.marking <= me.clearance
        and (x.expires_at > now() or x.owner_authority = me.authority)
      order by x.issued_at desc, x.id desc limit 51) w
    order by w.issued_at desc, w.id desc limit 51);
end $$;
alter function work.newest_warnings(timestamptz, uuid) owner to iconet_keeper;

-- How far these warnings have got with the reader's own unit, for the lines of a list. Runs as the keeper because asking the row
-- policies of three tables for each line takes longer than the list itself; it applies the reading rule once, and tells of the
-- reader's own unit only.
create policy keeper on work.warning_opening for select to iconet_keeper using (true);
create function work.our_part(warnings uuid[])
  returns table (warning uuid, due_at timestamptz, escalated_at timestamptz, opened_at timestamptz, answer text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select d.warning, d.due_at, d.escalated_at, o.at,
      (select a.answer from work.warning_answer a where a.warning = d.warning and a.unit = d.unit order by a.id desc limit 1)
    from work.warning_delivery d
    join work.warning w on w.id = d.warning
    left join work.warning_opening o on o.warning = d.warning and o.unit = d.unit
    where d.warning = any(our_part.warnings) and d.unit = (select network.my_unit())
      and w.audience_id = any((select network.my_audiences())::integer[])
      and w.area = any((select network.my_areas())::text[])
      and w.marking <= (select network.my_clearance());
  end;
alter function work.our_part(uuid[]) owner to iconet_keeper;

-- The mandate under which automatic duties run. It reads no content; anybody who issues must be able to queue a deadline for it.
create function work.clock() returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select m.id from network.mandate m join network.official o on o.id = m.official and o.active
    where m.competences = '{run}' and m.withdrawn_at is null and now() between m.valid_from and m.valid_until
    order by m.id limit 1;
  end;
alter function work.clock() owner to iconet_keeper;

-- Raises the deliveries of a warning that nobody answered in time to the deputy contact point of the unit's State, or to the
-- contact point, whichever of the two may read the warning; to nobody where neither may, which the originator sees. Runs as the
-- keeper because the clock itself can read no warning. Gives who is to be told.
create function work.escalate_warning(warning uuid, at timestamptz)
  returns table (mandate integer, version integer)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  w work.warning;
  d record;
  told record;
begin
  if not network.i_may('run') then
    raise exception 'automatic duty' using errcode = '42501';
  end if;
  select * into w from work.warning x where x.id = escalate_warning.warning and x.status = 'issued';
  for d in
    select x.unit, x.state from work.warning_delivery x
    where x.warning = w.id and x.due_at <= escalate_warning.at and x.escalated_at is null
      and not exists (select from work.warning_answer a where a.warning = x.warning and a.unit = x.unit)
    for update
  loop
    told := null;
    select r.mandate, r.official into told
    from network.contact_point c
    cross join lateral (values (1, c.deputy), (2, c.official)) p (rank, official)
    join network.readers(w.audience_id, w.area, w.marking) r on r.official = p.official
    where c.state = d.state order by p.rank, r.mandate limit 1;
    update work.warning_delivery x set escalated_at = escalate_warning.at, escalated_to = told.official
      where x.warning = w.id and x.unit = d.unit;
    mandate := told.mandate;
    version := w.version;
    return next;
  end loop;
end $$;
alter function work.escalate_warning(uuid, timestamptz) owner to iconet_keeper;
revoke all on function work.escalate_warning(uuid, timestamptz), work.warning_search(text), work.our_part(uuid[]), work.clock(),
  work.newest_warnings(timestamptz, uuid),
  work.units_asking(text, text[], text[], text[]) from public;
grant execute on function work.escalate_warning(uuid, timestamptz), work.warning_search(text), work.our_part(uuid[]), work.clock(),
  work.newest_warnings(timestamptz, uuid),
  work.units_asking(text, text[], text[], text[]) to iconet_member;
