-- The passing of time, and what is left of it in numbers.

-- Months of hits in numbers, without persons: by the State that screened and the kind of list. Each is counted once, when what was
-- raised in it has been reviewed or closed, to the nearest five: a small number tells nothing of anybody, and no number changes
-- while somebody watches.
create table stat.hit_month (
  state text not null references network.state,
  kind text not null,
  month date not null,
  raised integer not null check (raised >= 0 and raised % 5 = 0),
  suppressed integer not null check (suppressed >= 0 and suppressed % 5 = 0),
  same integer not null check (same >= 0 and same % 5 = 0),
  not_the_same integer not null check (not_the_same >= 0 and not_the_same % 5 = 0),
  cannot_tell integer not null check (cannot_tell >= 0 and cannot_tell % 5 = 0),
  not_reviewed integer not null check (not_reviewed >= 0 and not_reviewed % 5 = 0),
  within_hour integer not null check (within_hour >= 0 and within_hour % 5 = 0),
  within_twelve integer not null check (within_twelve >= 0 and within_twelve % 5 = 0),
  later integer not null check (later >= 0 and later % 5 = 0),
  primary key (state, kind, month)
);
-- Read by officials of the State with the area of alerts or statistics.
create policy hit_month_read on stat.hit_month for select
  using (state = (select network.my_state()) and (select network.my_areas()) && '{alerts,statistics}'::text[]);
create policy keeper on stat.hit_month for select to iconet_keeper using (true);
create policy keeper_count on stat.hit_month for insert to iconet_keeper with check (true);

-- The passing of time: hits that nobody reviewed in time close, what was compared is forgotten when due, old hits go, and forms without
-- an answer are told of once. Gives whom to tell, and the files that are nobody's any more. As the keeper, because the clock
-- itself can read no hit.
create function person.tend_hits(at timestamptz) returns table (late uuid, hit uuid, officials integer[], files text[])
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone text[];
  forgotten text[];
begin
  if not network.i_may('run') then
    raise exception 'automatic duty' using errcode = '42501';
  end if;
  -- Due by the caller's clock and by ours: one that runs ahead makes nothing go sooner.
  tend_hits.at := least(tend_hits.at, now());
  -- Hits follow their alert at once (following.sql); a net for rows that came in by another way, as from a backup.
  update person.hit h set purposes = a.purposes, audience_id = a.audience_id, marking = a.marking, action = a.action, ends_at = a.expires_at
    from person.alert a where a.id = h.alert and h.delete_at > tend_hits.at
      and (h.purposes, h.audience_id, h.marking, h.action, h.ends_at)
        is distinct from (a.purposes, a.audience_id, a.marking, a.action, a.expires_at);
  delete from person.not_the_same n where not exists (select from person.alert a where a.id = n.alert);
  update person.hit h set reasons = '[]', ends_at = least(h.ends_at, date_trunc('milliseconds', tend_hits.at)), identity_print = 'gone ' || h.id
    where h.identity_print not like 'gone %' and not exists (select from person.alert a where a.id = h.alert);
  update person.hit h set state = 'closed', first_by = null, version = h.version + 1,
      closed_because = case when h.ends_at <= tend_hits.at then 'alert-ended' when h.suppressed is not null then 'known' else 'not-reviewed' end
    where h.state in ('open', 'first') and (h.forget_at <= tend_hits.at or h.ends_at <= tend_hits.at);
  -- A fortnight after its end, when the last of what it brought has departed and was looked at.
  with fresh as (
    update person.hit h set counted_at = tend_hits.at
      where h.counted_at is null and h.raised_at < date_trunc('month', (tend_hits.at - interval '14 days') at time zone 'UTC') at time zone 'UTC'
      returning h.executing_state as state, h.kind, date_trunc('month', h.raised_at at time zone 'UTC')::date as month, h.suppressed,
        h.verdict, h.closed_because, h.decided_at - h.raised_at as took)
  insert into stat.hit_month (state, kind, month, raised, suppressed, same, not_the_same, cannot_tell, not_reviewed, within_hour,
      within_twelve, later)
    select f.state, f.kind, f.month, round(count(*) / 5.0) * 5, round(count(f.suppressed) / 5.0) * 5,
      round(count(*) filter (where f.verdict = 'same') / 5.0) * 5,
      round(count(*) filter (where f.verdict = 'not-the-same') / 5.0) * 5,
      round(count(*) filter (where f.verdict = 'cannot-tell') / 5.0) * 5,
      round(count(*) filter (where f.closed_because = 'not-reviewed') / 5.0) * 5,
      round(count(*) filter (where f.took <= interval '1 hour') / 5.0) * 5,
      round(count(*) filter (where f.took > interval '1 hour' and f.took <= interval '12 hours') / 5.0) * 5,
      round(count(*) filter (where f.took > interval '12 hours') / 5.0) * 5
    from fresh f group by 1, 2, 3 on conflict do nothing;
  update person.hit h set subject = '{}', reasons = '[]', forgotten_at = tend_hits.at
    where h.forgotten_at is null and h.forget_at <= tend_hits.at;
  -- What people wrote about somebody goes with them, also what they wrote since: nobody knows what stands in it. That they said it stays.
  update person.hit_review r set reason = null from person.hit h
    where h.id = r.hit and r.reason is not null and h.forget_at <= tend_hits.at;
  update person.not_the_same n set reason = null, withdrawn_reason = null from person.hit h
    where h.id = n.hit and coalesce(n.reason, n.withdrawn_reason) is not null and h.forget_at <= tend_hits.at;
  -- Forms likewise, once the longest time for an answer is over.
  with over as (select f.id from person.form f join person.hit h on h.id = f.hit
      where greatest(h.forget_at, f.sent_at + interval '15 days') <= tend_hits.at
        and (f.note <> '' or exists (select from person.form_text t where t.form = f.id)
          or exists (select from person.form_file x where x.form = f.id))),
  texts as (delete from person.form_text t using over where t.form = over.id),
  notes as (update person.form f set note = '' from over where f.id = over.id),
  files as (delete from person.form_file x using over where x.form = over.id returning x.hash)
  select coalesce(array_agg(f.hash), '{}') into forgotten from files f;
  with due as (select h.id from person.hit h where h.delete_at <= tend_hits.at
      and not exists (select from person.not_the_same n where n.hit = h.id and n.withdrawn_at is null and n.expires_at > tend_hits.at)),
  files as (select f.hash from person.form_file f join person.form m on m.id = f.form join due on due.id = m.hit),
  deleted as (delete from person.hit h using due where h.id = due.id)
  select coalesce(array_agg(f.hash), '{}') into gone from files f;
  return query
    with told as (
      update person.form f set late_told_at = tend_hits.at from person.hit h
        where h.id = f.hit and f.answered_at is null and f.late_told_at is null and f.due_at <= tend_hits.at
        returning f.id, f.hit, f.from_authority, f.to_authority, h.marking)
    select t.id, t.hit, person.alert_keepers(t.to_authority, t.marking) || person.alert_keepers(t.from_authority, t.marking), '{}'::text[]
      from told t
    union all select null, null, '{}', gone || forgotten;
end $$;
alter function person.tend_hits(timestamptz) owner to iconet_keeper;
revoke all on function person.tend_hits(timestamptz) from public;
grant execute on function person.tend_hits(timestamptz) to iconet_member;
