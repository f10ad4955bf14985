-- Hits: somebody whom the engine found like somebody, or a document, on an alert list, and what people made of it. The machine raises;
-- people decide. Personal data: read for the purpose it was raised for, by the alert bureaux, and by those who oversee them. Longer
-- than most: nine tables that only mean something together.

-- Whether the actor may handle hits of their authority at this moment: the area, and somebody rather than an automatic duty.
create function person.i_am_no_machine() returns boolean language sql stable parallel safe
  return (select not 'run' = any(competences) from network.me());

-- What of an alert's identity was compared, as a hash: a change of anything else raises nothing anew. For those who may read it.
create function person.identity_print(alert uuid, number integer) returns text language sql stable
  return md5(concat_ws('#',
    (select concat_ws('|', i.names::text, i.birth, i.nationalities::text, i.sex) from person.identity i
      where i.alert = identity_print.alert and i.number = identity_print.number),
    (select string_agg(concat_ws('|', d.type, d.number_from, d.number_to, d.issuer), ';' order by d.number) from person.alert_document d
      where d.alert = identity_print.alert)));

create table person.hit (
  id uuid primary key default gen_random_uuid(),
  alert uuid not null, -- no foreign key: a hit outlives the alert
  number smallint not null check (number between 0 and 50), -- of the identity; 0: a document of the alert
  list uuid not null,
  kind text not null,
  owner_authority integer not null references network.authority,
  owner_state text not null references network.state,
  executing_authority integer not null references network.authority, -- who screened
  executing_state text not null references network.state,
  purpose text not null, -- for which it was raised, and is read by those who screen
  -- The alert's, kept here so that reading asks one table and a hit can tell of an alert that is gone. They follow the alert.
  purposes text[] not null,
  area text not null default 'alerts' check (area = 'alerts'),
  audience_id integer not null references work.audience,
  marking smallint not null check (marking between 0 and 2),
  action text not null,
  four_eyes boolean not null,
  ends_at timestamptz(3) not null,
  subject_kind text not null check (subject_kind in ('passenger', 'query')),
  subject_ref uuid not null, -- no foreign key: passengers are further down
  subject jsonb not null,    -- what was compared; empty once it is due to be forgotten
  subject_print text not null,  -- of what was compared
  identity_print text not null, -- of what it was compared with
  person_key text not null,     -- document, issuer and birth, else name and full birth, as a hash; empty: known by nothing
  score real not null check (score between 0 and 1),
  band text not null check (band in ('strong', 'review')),
  reasons jsonb not null,
  raised_at timestamptz(3) not null,
  due_at timestamptz(3), -- when the person departs, where that is known
  state text not null default 'open' check (state in ('open', 'first', 'decided', 'closed')),
  round smallint not null default 1,
  disagreed boolean not null default false, -- two officers came to different verdicts
  first_by integer references network.official,
  verdict text check (verdict in ('same', 'not-the-same', 'cannot-tell')),
  decided_by integer references network.official,
  second_by integer references network.official,
  decided_at timestamptz(3),
  closed_because text check (closed_because in ('alert-ended', 'superseded', 'no-longer-alike', 'known', 'not-reviewed')),
  suppressed uuid, -- by which person.not_the_same: recorded and shown, but waiting for nobody
  told_at timestamptz(3), -- since when the owner of the alert knows of it
  forget_at timestamptz(3) not null, -- what was compared goes then
  forgotten_at timestamptz(3),
  delete_at timestamptz(3) not null, -- the hit itself
  counted_at timestamptz(3), -- its month was counted
  version integer not null default 1,
  -- The same alert, as it is, against the same person, as they are, raises once.
  constraint hit_once unique (executing_authority, alert, number, subject_ref, subject_print, identity_print),
  -- Nothing is decided without a person, and where the list asks for two, not without two. The foreign keys below add: by the
  -- very review that each of them wrote.
  constraint hit_by_a_person check ((state = 'decided') = (verdict is not null) and (verdict is null) = (decided_by is null)
    and (verdict is null) = (decided_at is null)),
  constraint hit_by_two check (verdict is null or not four_eyes or second_by is not null),
  constraint hit_by_another check (second_by is null or verdict is not null and second_by <> decided_by),
  check ((state = 'first') = (first_by is not null)),
  check ((state = 'closed') = (closed_because is not null))
);
create index hit_queue on person.hit (executing_authority, due_at, raised_at, id) where state in ('open', 'first') and suppressed is null;
create index hit_by_subject on person.hit (subject_ref);
create index hit_by_alert on person.hit (alert, number);
create index hit_by_list on person.hit (list) where state in ('open', 'first');
create index hit_by_forgetting on person.hit (forget_at) where forgotten_at is null;
create index hit_by_deletion on person.hit (delete_at);
create index hit_to_count on person.hit (raised_at) where counted_at is null;

-- A hit is read by those of the screening authority who may read the alert and state the purpose it was raised for, or keep that
-- authority's alerts; by the bureau of the alert's owner once a person has confirmed it or asked them; by the supervisor and, for a
-- request of the person, the data-protection officer of the screening State, and of the owner's once that knows of it.
create policy hit_read on person.hit for select
  using (area = any((select network.my_areas())::text[]) and marking <= (select network.my_clearance())
      and (executing_authority = (select network.my_authority())
          and (audience_id = any((select network.my_audiences())::integer[])
              and purpose = (select network.my_lawful_purpose()) and purpose = any(purposes)
            or (select person.i_keep_alerts()))
        or owner_authority = (select network.my_authority()) and told_at is not null and (select person.i_keep_alerts()))
    or (executing_state = (select network.my_state()) or owner_state = (select network.my_state()) and told_at is not null)
      and (select person.i_oversee_alerts()));
-- A hit is raised for one's own authority, for the purpose stated, from an alert that one may read and that says what the hit says of
-- it; open, with no verdict.
create policy hit_raise on person.hit for insert
  with check (executing_authority = (select network.my_authority()) and executing_state = (select network.my_state())
    and purpose = (select network.my_lawful_purpose()) and purpose = any(purposes)
    and state = 'open' and round = 1 and not disagreed and second_by is null and told_at is null and version = 1
    and exists (select from person.alert a where a.id = alert and a.list = hit.list and a.kind = hit.kind
      and a.owner_authority = hit.owner_authority and a.owner_state = hit.owner_state and a.purposes = hit.purposes
      and a.audience_id = hit.audience_id and a.marking = hit.marking and a.expires_at = hit.ends_at));
-- No official changes or deletes a hit: it follows from the reviews that people write, from its alert, and from the passing of time.
create policy keeper on person.hit for select to iconet_keeper using (true);
create policy keeper_follow on person.hit for update to iconet_keeper using (true);
create policy keeper_delete on person.hit for delete to iconet_keeper using (true);

-- What an officer made of a hit. Written once, never changed.
create table person.hit_review (
  id uuid primary key default gen_random_uuid(),
  hit uuid not null references person.hit on delete cascade,
  seen integer not null, -- the version of the hit that the officer had before them
  round smallint not null,
  place text not null check (place in ('first', 'second')),
  official integer not null references network.official,
  unit integer not null references network.unit,
  verdict text not null check (verdict in ('same', 'not-the-same', 'cannot-tell')),
  reason text not null check (length(reason) between 3 and 2000),
  remember_months smallint check (remember_months between 1 and 36), -- only of a verdict that it is not the same
  at timestamptz(3) not null,
  constraint review_of_version unique (hit, seen), -- two at the same moment: one of them looks again
  constraint review_once unique (hit, round, official),
  unique (hit, round, official, verdict),
  unique (hit, round, place),
  check (remember_months is null or verdict = 'not-the-same')
);
alter table person.hit
  add constraint hit_decided_by foreign key (id, round, decided_by, verdict) references person.hit_review (hit, round, official, verdict),
  add constraint hit_second_by foreign key (id, round, second_by, verdict) references person.hit_review (hit, round, official, verdict);

-- A review is read with its hit.
create policy review_read on person.hit_review for select using (exists (select from person.hit h where h.id = hit));
-- It is written by an officer of the authority that screened, about a hit they may read as it is now, whose alert stands, in their own
-- name; never by an automatic duty, and the second never by the first.
create policy review_write on person.hit_review for insert
  with check ((select person.i_am_no_machine()) and official = (select network.my_person()) and unit = (select network.my_unit())
    and exists (select from person.hit h where h.id = hit and h.executing_authority = (select network.my_authority())
      and h.version = seen and h.round = hit_review.round - (h.state = 'decided')::integer
      and place = case h.state when 'first' then 'second' else 'first' end
      and h.state <> 'closed' and h.ends_at > now() and h.first_by is distinct from (select network.my_person())
      and not (select person.i_oversee_alerts())));
create policy keeper on person.hit_review for select to iconet_keeper using (true);

-- Known not to be the same: this identity of this alert, as it is, and this person. Remembered for a time, by the authority whose
-- officers said so and for its own screening only.
create table person.not_the_same (
  id uuid primary key default gen_random_uuid(),
  hit uuid not null references person.hit on delete cascade, -- where it was found out
  alert uuid not null,
  number smallint not null,
  identity_print text not null,
  person_key text not null,
  executing_authority integer not null references network.authority,
  official integer not null references network.official,
  reason text not null,
  at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  withdrawn_by integer references network.official,
  withdrawn_at timestamptz(3),
  withdrawn_reason text check (length(withdrawn_reason) between 3 and 500),
  check (expires_at > at),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index not_the_same_by_alert on person.not_the_same (alert, number, person_key);
create index not_the_same_by_hit on person.not_the_same (hit);
-- Read with the hit it was found out from. It is made by the decision of a hit, not by hand.
create policy not_the_same_read on person.not_the_same for select using (exists (select from person.hit h where h.id = hit));
-- Withdrawn, once, by an officer of the same authority who may read it.
create policy not_the_same_withdraw on person.not_the_same for update
  using (withdrawn_at is null and executing_authority = (select network.my_authority()) and (select person.i_am_no_machine())
    and not (select person.i_oversee_alerts()))
  with check (withdrawn_by = (select network.my_person()) and withdrawn_at is not null);
create policy keeper on person.not_the_same for select to iconet_keeper using (true);
create policy keeper_remember on person.not_the_same for insert to iconet_keeper with check (true);
create policy keeper_forget on person.not_the_same for delete to iconet_keeper using (true);

-- A policy sees whole rows; that a memory is withdrawn and not rewritten is held here. What it kept from people's eyes waits again.
create function person.not_the_same_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.hit, new.alert, new.number, new.identity_print, new.person_key, new.executing_authority, new.official, new.reason,
      new.at, new.expires_at) is distinct from (old.id, old.hit, old.alert, old.number, old.identity_print, old.person_key,
      old.executing_authority, old.official, old.reason, old.at, old.expires_at) then
    raise exception 'what is known is withdrawn, never rewritten' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger not_the_same_guard before update on person.not_the_same
  for each row execute function person.not_the_same_guard();
-- As the keeper, because nobody may otherwise change a hit.
create function person.known_no_more() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update person.hit h set suppressed = null, version = h.version + 1 where h.suppressed = old.id;
  return null;
end $$;
alter function person.known_no_more() owner to iconet_keeper;
create trigger known_no_more after update on person.not_the_same
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function person.known_no_more();
create trigger known_no_longer after delete on person.not_the_same for each row execute function person.known_no_more();

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

-- Who may review a hit: tells officials by the same rules as the policy. Sees all mandates; for the keeper's own triggers only.
create function person.hit_reviewers(of_hit person.hit) returns integer[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return (select coalesce(array_agg(distinct r.official), '{}')
    from network.readers(of_hit.audience_id, of_hit.area, of_hit.marking) r join network.mandate m on m.id = r.mandate
    where r.authority = of_hit.executing_authority and not 'run' = any(m.competences)
      and m.competences && case when of_hit.purpose in ('visa-examination', 'return') then '{read,alert}' else '{screen,alert}' end::text[]);
alter function person.hit_reviewers(person.hit) owner to iconet_keeper;
revoke all on function person.hit_reviewers(person.hit) from public;
-- The officials who keep the alerts of an authority, up to a marking. For the keeper's own triggers only.
create function person.alert_keepers(authority integer, marking integer) returns integer[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  return (select coalesce(array_agg(distinct o.id), '{}')
    from network.mandate m join network.official o on o.id = m.official and o.active join network.unit u on u.id = o.unit
    where u.authority = alert_keepers.authority and m.competences @> '{alert}' and m.areas @> '{alerts}'
      and m.clearance >= alert_keepers.marking and m.withdrawn_at is null and now() between m.valid_from and m.valid_until);
alter function person.alert_keepers(integer, integer) owner to iconet_keeper;
revoke all on function person.alert_keepers(integer, integer) from public;

-- Before a hit is entered: whether it is known not to be the same, and, where it was raised before, by when it is looked at now. As
-- the keeper, because no official changes a hit.
create function person.hit_before() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
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

-- Hits follow their alert: who may read it, how it is marked, when it ends, what is to be done. With the alert goes what the hit says of
-- it; what nobody had decided closes itself. As the keeper, because no official changes a hit.
create function person.hit_alert_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update person.hit h set purposes = f.purposes, audience_id = f.audience_id, marking = f.marking, action = f.action,
      ends_at = f.expires_at
    from fresh f where h.alert = f.id
      and (h.purposes, h.audience_id, h.marking, h.action, h.ends_at)
        is distinct from (f.purposes, f.audience_id, f.marking, f.action, f.expires_at);
  return null;
end $$;
alter function person.hit_alert_changed() owner to iconet_keeper;
create trigger hit_alert_changed after update on person.alert
  referencing new table as fresh for each statement execute function person.hit_alert_changed();
create function person.hit_alert_gone() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  h person.hit;
begin
  delete from person.not_the_same n using gone g where n.alert = g.id;
  for h in select x.* from person.hit x join gone g on g.id = x.alert order by x.id for update of x loop
    if h.state in ('open', 'first') then
      update person.hit x set state = 'closed', closed_because = 'alert-ended', first_by = null, reasons = '[]', ends_at = least(x.ends_at, now()),
        version = x.version + 1 where x.id = h.id;
      perform network.announce('hits', h.id::text, person.hit_reviewers(h));
    else
      update person.hit x set reasons = '[]', ends_at = least(x.ends_at, now()) where x.id = h.id;
    end if;
  end loop;
  return null;
end $$;
alter function person.hit_alert_gone() owner to iconet_keeper;
create trigger hit_alert_gone after delete on person.alert
  referencing old table as gone for each statement execute function person.hit_alert_gone();
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

-- How a victim of misused identity is told from the person who is looked for, with the victim's consent: for the officer who stands
-- before one of the two (Regulation (EU) 2018/1861, Article 59).
create table person.misused (
  alert uuid not null,
  number smallint not null,
  question text not null check (length(question) between 3 and 500),
  answer text not null check (length(answer) between 1 and 500),
  particulars text not null default '' check (length(particulars) <= 1000),
  consent text not null check (length(consent) between 3 and 300),
  consent_on date not null,
  kept_by integer not null references network.official,
  kept_at timestamptz(3) not null,
  primary key (alert, number),
  foreign key (alert, number) references person.identity (alert, number) on delete cascade
);
-- Read with the alert: the officer needs question and answer to let the person go.
create policy misused_read on person.misused for select using (exists (select from person.alert a where a.id = alert));
-- Kept and taken away by the owner of the alert, for an identity that is entered as misused, in their own name.
create policy misused_keep on person.misused for insert
  with check ((select person.i_keep_alerts()) and kept_by = (select network.my_person())
    and exists (select from person.alert a join person.identity i on i.alert = a.id where a.id = misused.alert
      and i.number = misused.number and i.kind = 'misused' and a.owner_authority = (select network.my_authority())));
create policy misused_change on person.misused for update
  using ((select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())))
  with check (kept_by = (select network.my_person())
    and exists (select from person.alert a join person.identity i on i.alert = a.id where a.id = misused.alert
      and i.number = misused.number and i.kind = 'misused' and a.owner_authority = (select network.my_authority())));
create policy misused_forget on person.misused for delete
  using ((select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));

-- What the two bureaux send each other about a hit: that it was sent, and what the officers who carry out may know.
create table person.form (
  id uuid primary key default gen_random_uuid(),
  hit uuid not null references person.hit on delete cascade,
  kind text not null check (kind in ('hit-reported', 'information-request', 'reply', 'misused-identity', 'cannot-execute', 'purpose-achieved')),
  from_authority integer not null references network.authority,
  to_authority integer not null references network.authority,
  urgent boolean not null,
  note text not null default '' check (length(note) <= 500),
  answers uuid references person.form on delete cascade,
  sent_by integer not null references network.official,
  sent_at timestamptz(3) not null,
  due_at timestamptz(3),
  answered_at timestamptz(3),
  late_told_at timestamptz(3),
  check (from_authority <> to_authority),
  check ((kind = 'reply') = (answers is not null)),
  check (kind <> 'reply' or due_at is null)
);
create index form_by_hit on person.form (hit, sent_at);
create index form_by_answer on person.form (answers);
create index form_due on person.form (due_at) where answered_at is null and late_told_at is null;
-- Whether a form of this hit waits for the actor's authority to answer it. In a function of its own, as a policy cannot ask its own table.
create function person.form_waits(form uuid, hit uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from person.form f where f.id = form_waits.form and f.hit = form_waits.hit
    and f.to_authority = network.my_authority() and f.answered_at is null and f.kind <> 'reply');
end $$;
-- That a form was sent, and its note, is read with the hit.
create policy form_read on person.form for select using (exists (select from person.hit h where h.id = hit));
-- Sent by the bureau of one of the two authorities to the other, in one's own name; a reply, once, by the bureau that was asked.
create policy form_send on person.form for insert
  with check ((select person.i_keep_alerts()) and from_authority = (select network.my_authority()) and sent_by = (select network.my_person())
    and answered_at is null and late_told_at is null
    and exists (select from person.hit h where h.id = hit
      and (h.executing_authority = from_authority and h.owner_authority = to_authority
        or h.owner_authority = from_authority and h.executing_authority = to_authority))
    and (answers is null or person.form_waits(answers, hit)));
create policy keeper on person.form for select to iconet_keeper using (true);
create policy keeper_follow on person.form for update to iconet_keeper using (true);

-- What a form says: between the two bureaux.
create table person.form_text (
  form uuid primary key references person.form on delete cascade,
  text text not null check (length(text) between 3 and 4000)
);
-- Read, with the form, by the two bureaux and those who oversee them: never by the officers who carry out.
create policy form_text_read on person.form_text for select
  using (((select person.i_keep_alerts()) or (select person.i_oversee_alerts()))
    and exists (select from person.form f where f.id = form));
-- Written with the form, by the bureau that sends it.
create policy form_text_write on person.form_text for insert
  with check ((select person.i_keep_alerts()) and exists (select from person.form f where f.id = form
    and f.from_authority = (select network.my_authority()) and f.sent_by = (select network.my_person())));

-- Files of a form: at most five, and ten megabytes in all (SIRENE). Each is sealed with a key of its own.
create table person.form_file (
  id uuid primary key,
  form uuid not null references person.form on delete cascade,
  name text not null check (length(name) between 1 and 200),
  type text not null check (length(type) <= 100),
  size integer not null check (size between 1 and 10485760),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'), -- of what is stored: the sealed content
  key bytea not null,
  at timestamptz(3) not null
);
create index form_file_by_form on person.form_file (form);
-- Read, with the form, by the two bureaux and those who oversee them.
create policy form_file_read on person.form_file for select
  using (((select person.i_keep_alerts()) or (select person.i_oversee_alerts()))
    and exists (select from person.form f where f.id = form));
-- Added by the bureau that sent the form, until it is answered.
create policy form_file_add on person.form_file for insert
  with check ((select person.i_keep_alerts()) and exists (select from person.form f where f.id = form
    and f.from_authority = (select network.my_authority()) and f.answered_at is null));
create policy keeper on person.form_file for select to iconet_keeper using (true);

-- The sixth file and the eleventh megabyte are refused whatever the application does, also when two arrive together.
create function person.form_file_guard() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('iconet.form ' || new.form));
  if (select count(*) >= 5 or coalesce(sum(f.size), 0) + new.size > 10485760 from person.form_file f where f.form = new.form) then
    raise exception 'a form carries at most five files and ten megabytes' using errcode = '23514';
  end if;
  return new;
end $$;
alter function person.form_file_guard() owner to iconet_keeper;
create trigger form_file_guard before insert on person.form_file for each row execute function person.form_file_guard();

-- A form makes its hit known to the other bureau, settles what it answers, and tells those who wait. As the keeper, because forms and
-- hits are not rewritten by hand.
create function person.form_sent() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  h person.hit;
begin
  update person.form f set answered_at = new.sent_at where f.id = new.answers;
  update person.hit x set told_at = coalesce(x.told_at, new.sent_at) where x.id = new.hit;
  select * into h from person.hit x where x.id = new.hit;
  perform network.announce('hits', h.id::text, person.alert_keepers(new.to_authority, h.marking));
  perform network.announce('hits', h.id::text, person.hit_reviewers(h));
  return null;
end $$;
alter function person.form_sent() owner to iconet_keeper;
create trigger form_sent after insert on person.form for each row execute function person.form_sent();

-- The passing of time: hits that nobody reviewed in time close, what was compared is forgotten when due, old hits go, and forms without
-- an answer are told of once. Gives whom to tell, and the files that are nobody's any more. As the keeper, because the clock
-- itself can read no hit.
create function person.tend_hits(at timestamptz) returns table (late uuid, hit uuid, officials integer[], files text[])
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone text[];
begin
  if not network.i_may('run') then
    raise exception 'automatic duty' using errcode = '42501';
  end if;
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
    union all select null, null, '{}', gone;
end $$;
alter function person.tend_hits(timestamptz) owner to iconet_keeper;
revoke all on function person.tend_hits(timestamptz) from public;
grant execute on function person.tend_hits(timestamptz) to iconet_member;
