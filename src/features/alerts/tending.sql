-- Finding alerts by words, and the passing of their time.

-- Alerts with these words in a name. Runs as the keeper because row security keeps the index of words from being used; it applies
-- the reading rule itself, and its caller reads the rows under their own rights once more.
create function person.alert_search(words text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select distinct a.id from person.identity i join person.alert a on a.id = i.alert
    where i.words @@ to_tsquery('simple', alert_search.words) and a.expires_at > now()
      and (a.area = any((select network.my_areas())::text[]) and a.marking <= (select network.my_clearance())
          and (a.audience_id = any((select network.my_audiences())::integer[])
              and (select network.my_lawful_purpose()) = any(a.purposes)
            or a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts()))
        or a.owner_state = (select network.my_state()) and (select person.i_oversee_alerts()));
  end;
alter function person.alert_search(text) owner to iconet_keeper;
revoke all on function person.alert_search(text) from public;
grant execute on function person.alert_search(text) to iconet_member;

-- The passing of time, once a day: deletes what has ended, forgets histories whose three years are over, and gives the alerts whose
-- owner is to be told that a review is due or that an answer is late. Runs as the keeper because the clock itself can read no
-- alert; it tells whom to tell, and no content.
create function person.tend_alerts(at timestamptz)
  returns table (about text, alert uuid, officials integer[], mandates integer[])
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not network.i_may('run') then
    raise exception 'automatic duty' using errcode = '42501';
  end if;
  insert into person.alert_history (alert, reference, list, owner_authority, owner_state, marking, version, act, at)
    select a.id, a.reference, a.list, a.owner_authority, a.owner_state, a.marking, a.version, 'expired', tend_alerts.at
    from person.alert a where a.expires_at <= tend_alerts.at;
  delete from person.alert a where a.expires_at <= tend_alerts.at;
  delete from person.alert_history h where h.kept_until <= tend_alerts.at;
  return query
    with due as (
      update person.alert a set reminded_at = tend_alerts.at from person.list l
      where l.id = a.list and a.reminded_at is null
        and a.expires_at <= tend_alerts.at + make_interval(months => l.warn_months)
      returning a.id, a.owner_authority, a.marking),
    late as (
      update person.alert_achieved x set escalated_at = tend_alerts.at from person.alert a
      where a.id = x.alert and x.answered_at is null and x.escalated_at is null and x.due_at <= tend_alerts.at
      returning a.id, a.owner_authority, a.marking)
    select t.about, t.id, k.officials, k.mandates
    from (select 'review' as about, due.* from due union all select 'achieved', late.* from late) t
    cross join lateral (
      select coalesce(array_agg(distinct o.id), '{}') as officials, coalesce(array_agg(m.id), '{}') as mandates
      from network.mandate m join network.official o on o.id = m.official and o.active
      join network.unit u on u.id = o.unit
      where u.authority = t.owner_authority and 'alert' = any(m.competences) and 'alerts' = any(m.areas)
        and m.clearance >= t.marking and m.withdrawn_at is null and now() between m.valid_from and m.valid_until) k;
end $$;
alter function person.tend_alerts(timestamptz) owner to iconet_keeper;
revoke all on function person.tend_alerts(timestamptz) from public;
grant execute on function person.tend_alerts(timestamptz) to iconet_member;
