-- What moves a hit: what was known before, other data, the reviews that people write, its alert.

-- Before a hit is entered: whether it is known not to be the same, and, where it was raised before, by when it is looked at now. As
-- the keeper, because no official changes a hit.
create function person.hit_before() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform person.hold_pair(new.executing_authority, new.alert, new.number, new.person_key, false);
  new.suppressed := (select n.id from person.not_the_same n
    where n.alert = new.alert and n.number = new.number and n.identity_print = new.identity_print and n.person_key = new.person_key
      and n.person_key <> '' and n.executing_authority = new.executing_authority and n.withdrawn_at is null and n.expires_at > new.raised_at
    order by n.expires_at desc limit 1);
  new.forget_at := coalesce(new.due_at, new.raised_at) + interval '48 hours';
  new.delete_at := new.forget_at + interval '3 years';
  update person.hit h set due_at = new.due_at, forget_at = new.forget_at
    where h.executing_authority = new.executing_authority and h.alert = new.alert and h.number = new.number
      and h.subject_ref = new.subject_ref and h.subject_print = new.subject_print and h.identity_print = new.identity_print
      and h.state in ('open', 'first') and h.due_at is distinct from new.due_at;
  return new;
end $$;
alter function person.hit_before() owner to iconet_keeper;
create trigger hit_before before insert on person.hit for each row execute function person.hit_before();

-- After hits are entered: what was raised before from other data gives way, and people are told.
create function person.hits_after() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one person.hit;
begin
  update person.hit h set state = 'closed', closed_because = 'superseded', first_by = null, version = h.version + 1
    from fresh f
    where h.executing_authority = f.executing_authority and h.alert = f.alert and h.number = f.number and h.subject_ref = f.subject_ref
      and h.id <> f.id and h.state in ('open', 'first');
  for one in select distinct on (f.executing_authority, f.audience_id, f.marking, f.purpose) f.* from fresh f where f.suppressed is null loop
    perform network.announce('hits', one.id::text, person.hit_reviewers(one));
  end loop;
  return null;
end $$;
alter function person.hits_after() owner to iconet_keeper;
create trigger hits_after after insert on person.hit
  referencing new table as fresh for each statement execute function person.hits_after();

-- Somebody's data, or the alert, were corrected and the two are compared anew: what nobody has looked at yet and is alike no more closes.
-- As the keeper, because no official changes a hit; for those who screen for the same authority alone, and only where what was compared
-- has indeed changed. What a person has begun to review stays with people. Gives what was closed.
create function person.close_unlike(hits uuid[], print text) returns uuid[]
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one person.hit;
  closed uuid[] := '{}';
begin
  if not network.i_may('screen') then
    raise exception 'only those who screen' using errcode = '42501';
  end if;
  for one in
    update person.hit h set state = 'closed', version = h.version + 1, closed_because = case when exists (
        select from person.hit n where n.executing_authority = h.executing_authority and n.subject_ref = h.subject_ref and n.alert = h.alert
          and n.id <> h.id and n.state <> 'closed' and n.raised_at >= h.raised_at) then 'superseded' else 'no-longer-alike' end
      where h.id = any(close_unlike.hits) and h.state = 'open' and h.executing_authority = network.my_authority()
        and h.purpose = network.my_lawful_purpose() and h.subject_kind = 'passenger'
        and (h.subject_print <> close_unlike.print or h.identity_print <> person.identity_print(h.alert, h.number))
      returning h.* loop
    closed := closed || one.id;
    perform network.announce('hits', one.id::text, person.hit_reviewers(one));
  end loop;
  return closed;
end $$;
alter function person.close_unlike(uuid[], text) owner to iconet_keeper;
revoke all on function person.close_unlike(uuid[], text) from public;
grant execute on function person.close_unlike(uuid[], text) to iconet_member;

-- Before a review, and before anything else is held: what is known of the pair may follow from it. As the keeper, because the key by
-- which somebody is known is read by no official.
create function person.review_before() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform person.hold_pair(h.executing_authority, h.alert, h.number, h.person_key, true) from person.hit h where h.id = new.hit;
  return new;
end $$;
alter function person.review_before() owner to iconet_keeper;
create trigger review_before before insert on person.hit_review for each row execute function person.review_before();

-- A review moves its hit: the only way in which a hit is decided. As the keeper, because no official changes a hit.
create function person.hit_reviewed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  h person.hit;
  before person.hit_review;
begin
  select * into h from person.hit x where x.id = new.hit for update;
  if h.version <> new.seen then
    raise exception 'reviewed meanwhile' using errcode = '40001';
  end if;
  if h.state = 'first' then
    select * into before from person.hit_review r where r.hit = h.id and r.round = h.round and r.place = 'first';
    if before.verdict <> new.verdict then
      update person.hit x set state = 'open', first_by = null, disagreed = true, round = h.round + 1, version = h.version + 1
        where x.id = h.id;
    else
      update person.hit x set state = 'decided', first_by = null, verdict = new.verdict, decided_by = before.official,
          second_by = new.official, decided_at = new.at, version = h.version + 1
        where x.id = h.id;
    end if;
  -- What the list says now, not what it said when the hit was raised.
  elsif coalesce((select l.four_eyes from person.list l where l.id = h.list), h.four_eyes) then
    update person.hit x set state = 'first', four_eyes = true, first_by = new.official, verdict = null, decided_by = null, second_by = null,
        decided_at = null, round = new.round, version = h.version + 1
      where x.id = h.id;
  else
    update person.hit x set state = 'decided', four_eyes = false, verdict = new.verdict, decided_by = new.official, second_by = null,
        decided_at = new.at, round = new.round, version = h.version + 1
      where x.id = h.id;
  end if;
  select * into h from person.hit x where x.id = new.hit;
  -- What was remembered from an earlier verdict goes when there is another.
  if h.verdict is distinct from 'not-the-same' then
    delete from person.not_the_same n where n.hit = h.id;
  end if;
  if h.verdict = 'not-the-same' and new.remember_months is not null and h.person_key <> '' then
    insert into person.not_the_same (hit, alert, number, identity_print, person_key, executing_authority, official, reason, at, expires_at)
      values (h.id, h.alert, h.number, h.identity_print, h.person_key, h.executing_authority, new.official, new.reason, new.at,
        new.at + make_interval(months => new.remember_months));
  end if;
  if h.verdict = 'same' then
    update person.hit x set told_at = coalesce(x.told_at, new.at), forget_at = greatest(x.forget_at, new.at + interval '6 months')
      where x.id = h.id;
    perform network.announce('hits', h.id::text, person.alert_keepers(h.owner_authority, h.marking));
  end if;
  perform network.announce('hits', h.id::text, person.hit_reviewers(h));
  return null;
end $$;
alter function person.hit_reviewed() owner to iconet_keeper;
create trigger hit_reviewed after insert on person.hit_review for each row execute function person.hit_reviewed();

-- Known not to be the same from now on, also where the same person waits already: whoever was announced and booked is looked at once.
-- What a person has begun to review stays with people. As the keeper, because no official changes a hit.
create function person.known_from_now() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one person.hit;
begin
  for one in
    update person.hit h set suppressed = new.id, version = h.version + 1
      where h.alert = new.alert and h.number = new.number and h.identity_print = new.identity_print and h.person_key = new.person_key
        and h.executing_authority = new.executing_authority and h.id <> new.hit
        and h.state = 'open' and h.round = 1 and h.suppressed is null
      returning h.* loop
    perform network.announce('hits', one.id::text, person.hit_reviewers(one));
  end loop;
  return null;
end $$;
alter function person.known_from_now() owner to iconet_keeper;
create trigger known_from_now after insert on person.not_the_same for each row execute function person.known_from_now();

-- Hits follow their alert: who may read it, how it is marked, when it ends, what is to be done. With the alert goes what the hit says of
-- it; what nobody had decided closes itself. As the keeper, because no official changes a hit.
create function person.hits_follow(alerts uuid[]) returns void language sql
  set search_path = pg_catalog, pg_temp
  begin atomic
    update person.hit h set purposes = a.purposes, audience_id = a.audience_id, marking = a.marking, action = a.action,
        ends_at = a.expires_at
      from person.alert a where a.id = h.alert and a.id = any(hits_follow.alerts)
        and (h.purposes, h.audience_id, h.marking, h.action, h.ends_at)
          is distinct from (a.purposes, a.audience_id, a.marking, a.action, a.expires_at);
  end;
create function person.hits_end(alerts uuid[]) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  h person.hit;
begin
  for h in select x.* from person.hit x where x.alert = any(hits_end.alerts) and x.identity_print not like 'gone %'
      order by x.id for update of x loop
    if h.state in ('open', 'first') then
      update person.hit x set state = 'closed', closed_because = 'alert-ended', first_by = null, reasons = '[]', ends_at = least(x.ends_at, now()),
        identity_print = 'gone ' || x.id, version = x.version + 1 where x.id = h.id;
      perform network.announce('hits', h.id::text, person.hit_reviewers(h));
    else
      update person.hit x set reasons = '[]', ends_at = least(x.ends_at, now()), identity_print = 'gone ' || x.id where x.id = h.id;
    end if;
  end loop;
  delete from person.not_the_same n where n.alert = any(hits_end.alerts);
end $$;
revoke all on function person.hits_follow(uuid[]), person.hits_end(uuid[]) from public;
grant execute on function person.hits_follow(uuid[]), person.hits_end(uuid[]) to iconet_keeper;

create function person.hit_alert_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform person.hits_follow(array(select f.id from fresh f));
  return null;
end $$;
alter function person.hit_alert_changed() owner to iconet_keeper;
create trigger hit_alert_changed after update on person.alert
  referencing new table as fresh for each statement execute function person.hit_alert_changed();
create function person.hit_alert_gone() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform person.hits_end(array(select g.id from gone g));
  return null;
end $$;
alter function person.hit_alert_gone() owner to iconet_keeper;
create trigger hit_alert_gone after delete on person.alert
  referencing old table as gone for each statement execute function person.hit_alert_gone();

-- Whoever raises and whoever changes or ends the alert may not see each other's rows until one of them has committed. So each looks once
-- more as it commits, the one after the other: whoever is last sees what the other did, and the hit follows at once. Held for the
-- commit alone: nobody who screens waits while a list is brought in. As the keeper, because no official changes a hit.
create function person.hit_once_more() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('iconet.hits-follow', 0));
  if exists (select from person.alert a where a.id = new.alert) then
    perform person.hits_follow(array[new.alert]);
  else
    perform person.hits_end(array[new.alert]);
  end if;
  return null;
end $$;
alter function person.hit_once_more() owner to iconet_keeper;
create constraint trigger hit_once_more after insert on person.hit deferrable initially deferred
  for each row execute function person.hit_once_more();
create function person.alert_once_more() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('iconet.hits-follow', 0));
  if tg_op = 'DELETE' then
    perform person.hits_end(array[old.id]);
  else
    perform person.hits_follow(array[new.id]);
  end if;
  return null;
end $$;
alter function person.alert_once_more() owner to iconet_keeper;
create constraint trigger alert_gone_once_more after delete on person.alert deferrable initially deferred
  for each row execute function person.alert_once_more();
create constraint trigger alert_changed_once_more after update on person.alert deferrable initially deferred
  for each row when ((old.purposes, old.audience_id, old.marking, old.action, old.expires_at)
    is distinct from (new.purposes, new.audience_id, new.marking, new.action, new.expires_at))
  execute function person.alert_once_more();
-- Whether two officers are needed is what the list says at the time of the decision.
create function person.hit_list_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update person.hit h set four_eyes = new.four_eyes where h.list = new.id and h.state in ('open', 'first');
  return null;
end $$;
alter function person.hit_list_changed() owner to iconet_keeper;
create trigger hit_list_changed after update of four_eyes on person.list
  for each row when (old.four_eyes is distinct from new.four_eyes) execute function person.hit_list_changed();
