-- What the screening engine holds in memory: names, dates, documents and an id for each identity of an alert in force, `null` for
-- all. Not for officials: granted to the role the server logs in as, outside every official's transaction. Whoever screens reads
-- the alerts behind the ids under their own rights.
create function person.alerts_to_screen(ids uuid[])
  returns table (id text, names jsonb, birth text, nationalities text[], sex text, documents jsonb)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
    select a.id || '/' || coalesce(i.number, 0),
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('family', n ->> 'family', 'given', n ->> 'given', 'full', n ->> 'full'))
        order by at) from jsonb_array_elements(i.names) with ordinality each (n, at)), '[]'),
      i.birth, coalesce(i.nationalities, '{}'), i.sex,
      coalesce((select jsonb_agg(jsonb_build_object('type', d.type, 'number', d.written, 'issuer', d.issuer) order by d.number)
        from person.alert_document d where d.alert = a.id and d.number_from = d.number_to), '[]')
    from person.alert a
    left join person.identity i on i.alert = a.id
    where (alerts_to_screen.ids is null or a.id = any(alerts_to_screen.ids))
      and a.kind not in ('vehicle', 'vessel') and a.expires_at > now();
end $$;
alter function person.alerts_to_screen(uuid[]) owner to iconet_keeper;
revoke all on function person.alerts_to_screen(uuid[]) from public;
grant usage on schema person to iconet_app;
grant execute on function person.alerts_to_screen(uuid[]) to iconet_app;

-- Tells the engine on commit which alerts are to be read again: ids and nothing else, and only when something that is screened
-- has changed. NOTIFY carries at most 8000 bytes, hence the slices.
create function person.tell_engine(ids uuid[]) returns void language plpgsql as $$
declare first integer := 1;
begin
  while first <= coalesce(array_length(ids, 1), 0) loop
    perform pg_notify('iconet_alerts', array_to_string(ids[first:first + 199], ','));
    first := first + 200;
  end loop;
end $$;

create function person.screened_added() returns trigger language plpgsql as $$
begin
  perform person.tell_engine(array(select distinct alert from fresh));
  return null;
end $$;
create function person.screened_removed() returns trigger language plpgsql as $$
begin
  perform person.tell_engine(array(select distinct alert from gone));
  return null;
end $$;
create function person.identity_screened() returns trigger language plpgsql as $$
begin
  perform person.tell_engine(array(
    select distinct f.alert from fresh f join gone g using (alert, number)
    where (f.names, f.birth, f.nationalities, f.sex) is distinct from (g.names, g.birth, g.nationalities, g.sex)));
  return null;
end $$;
create function person.document_screened() returns trigger language plpgsql as $$
begin
  perform person.tell_engine(array(
    select distinct f.alert from fresh f join gone g using (alert, number)
    where (f.type, f.written, f.number_from, f.number_to, f.issuer) is distinct from (g.type, g.written, g.number_from, g.number_to, g.issuer)));
  return null;
end $$;
create function person.alert_added() returns trigger language plpgsql as $$
begin
  perform person.tell_engine(array(select id from fresh where kind not in ('vehicle', 'vessel')));
  return null;
end $$;
create function person.alert_removed() returns trigger language plpgsql as $$
begin
  perform person.tell_engine(array(select id from gone where kind not in ('vehicle', 'vessel')));
  return null;
end $$;
create trigger told_added after insert on person.alert
  referencing new table as fresh for each statement execute function person.alert_added();
create trigger told_removed after delete on person.alert
  referencing old table as gone for each statement execute function person.alert_removed();
create trigger told_added after insert on person.identity
  referencing new table as fresh for each statement execute function person.screened_added();
create trigger told_removed after delete on person.identity
  referencing old table as gone for each statement execute function person.screened_removed();
create trigger told_changed after update on person.identity
  referencing old table as gone new table as fresh for each statement execute function person.identity_screened();
create trigger told_added after insert on person.alert_document
  referencing new table as fresh for each statement execute function person.screened_added();
create trigger told_removed after delete on person.alert_document
  referencing old table as gone for each statement execute function person.screened_removed();
create trigger told_changed after update on person.alert_document
  referencing old table as gone new table as fresh for each statement execute function person.document_screened();
