-- Hits: somebody whom the engine found like somebody, or a document or thing, on an alert list, and what people made of it. The machine raises;
-- people decide. Personal data: read for the purpose it was raised for, by the alert bureaux, and by those who oversee them.

-- Whether the actor may handle hits of their authority at this moment: the area, and somebody rather than an automatic duty.
create function person.i_am_no_machine() returns boolean language sql stable parallel safe
  return (select not 'run' = any(competences) from network.me());

-- What of an alert's identity was compared, as a hash: a change of anything else raises nothing anew. For those who may read it.
create function person.identity_print(alert uuid, number integer) returns text language sql stable
  return md5(concat_ws('#',
    (select concat_ws('|', i.names::text, i.birth, i.nationalities::text, i.sex) from person.identity i
      where i.alert = identity_print.alert and i.number = identity_print.number),
    (select string_agg(concat_ws('|', d.type, d.number_from, d.number_to, d.issuer), ';' order by d.number) from person.alert_document d
      where d.alert = identity_print.alert),
    (select string_agg(array_to_string(o.keys, '|'), ';' order by o.number) from person.alert_object o where o.alert = identity_print.alert)));

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
  subject_print text not null,  -- of what was compared, under a key that the database does not hold (prints.ts)
  identity_print text not null, -- of what it was compared with, while that is there
  person_key text not null,     -- document, issuer and birth, else name and full birth, under that key; empty: known by nothing
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
-- Along which the queue is read, from now onwards and from now backwards.
create index hit_queue on person.hit (executing_authority, (case when due_at is null then raised_at else due_at end), raised_at, id)
  where state in ('open', 'first') and suppressed is null;
create index hit_by_subject on person.hit (subject_ref);
create index hit_by_alert on person.hit (alert, number);
create index hit_by_list on person.hit (list) where state in ('open', 'first');
create index hit_by_forgetting on person.hit (forget_at) where forgotten_at is null;
create index hit_by_deletion on person.hit (delete_at);
create index hit_to_count on person.hit (raised_at) where counted_at is null;

-- A hit is read by those of the screening authority who may read the alert and state the purpose it was raised for, or keep that
-- authority's alerts; by the bureau of the alert's owner once a person has confirmed it or asked them; by the supervisor and, for a
-- request of the person, the data-protection officer of the screening State, and of the owner's once that knows of it.
-- The supervisor sees on what their State's officers decided, also from an alert that is closed to them; for a request of the person
-- the reasons of such an alert are not given (reading.ts, decision 019).
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

-- What an officer made of a hit. Written once, never changed: but for the words, which go with the person they are about.
create table person.hit_review (
  id uuid primary key default gen_random_uuid(),
  hit uuid not null references person.hit on delete cascade,
  seen integer not null, -- the version of the hit that the officer had before them
  round smallint not null,
  place text not null check (place in ('first', 'second')),
  official integer not null references network.official,
  unit integer not null references network.unit,
  verdict text not null check (verdict in ('same', 'not-the-same', 'cannot-tell')),
  reason text check (length(reason) between 3 and 2000), -- null: forgotten with the person
  remember_months smallint check (remember_months between 1 and 36), -- only of a verdict that it is not the same
  at timestamptz(3) not null,
  constraint review_of_version unique (hit, seen), -- two at the same moment: one of them looks again
  constraint review_once unique (hit, round, official),
  unique (hit, round, official, verdict),
  unique (hit, round, place),
  check (remember_months is null or verdict = 'not-the-same')
);
create index review_said on person.hit_review (hit) where reason is not null; -- what is left to forget
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
      and not (select person.i_oversee_alerts()))
    and reason is not null);
create policy keeper on person.hit_review for select to iconet_keeper using (true);
create policy keeper_forget on person.hit_review for update to iconet_keeper using (true) with check (reason is null);

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
  reason text, -- null: forgotten with the person
  at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  withdrawn_by integer references network.official,
  withdrawn_at timestamptz(3),
  withdrawn_reason text check (length(withdrawn_reason) between 3 and 500),
  check (expires_at > at),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is not null or withdrawn_reason is null))
);
create index not_the_same_by_alert on person.not_the_same (alert, number, person_key);
create index not_the_same_by_hit on person.not_the_same (hit);
-- Read with the hit it was found out from. It is made by the decision of a hit, not by hand.
create policy not_the_same_read on person.not_the_same for select using (exists (select from person.hit h where h.id = hit));
-- Withdrawn, once, by an officer of the same authority who may read it.
create policy not_the_same_withdraw on person.not_the_same for update
  using (withdrawn_at is null and executing_authority = (select network.my_authority()) and (select person.i_am_no_machine())
    and not (select person.i_oversee_alerts()))
  with check (withdrawn_by = (select network.my_person()) and withdrawn_at is not null and withdrawn_reason is not null);
create policy keeper on person.not_the_same for select to iconet_keeper using (true);
create policy keeper_remember on person.not_the_same for insert to iconet_keeper with check (true);
create policy keeper_forget on person.not_the_same for delete to iconet_keeper using (true);
create policy keeper_forget_words on person.not_the_same for update to iconet_keeper using (true)
  with check (reason is null and withdrawn_reason is null);

-- Raising a hit and saying what is known of the same pair do not overtake each other: whoever raises holds the pair together with all
-- others who raise, whoever says something holds it alone, each until their transaction ends. What comes second reads what came first.
-- Pairs share 64 places an authority, so that a full flight holds few of them.
create function person.hold_pair(authority integer, alert uuid, number integer, person_key text, alone boolean) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  of_authority constant integer := hashtext('iconet.known ' || authority);
  place constant integer := hashtext(concat_ws('|', alert, number, person_key)) & 63;
begin
  -- Of nobody without a key is anything known.
  if person_key = '' then
    return;
  elsif alone then
    perform pg_advisory_xact_lock(of_authority, place);
  else
    perform pg_advisory_xact_lock_shared(of_authority, place);
  end if;
end $$;
revoke all on function person.hold_pair(integer, uuid, integer, text, boolean) from public;
grant execute on function person.hold_pair(integer, uuid, integer, text, boolean) to iconet_member, iconet_keeper;

-- A policy sees whole rows; that a memory is withdrawn and not rewritten is held here. What it kept from people's eyes waits again.
create function person.not_the_same_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.hit, new.alert, new.number, new.identity_print, new.person_key, new.executing_authority, new.official, new.at,
      new.expires_at) is distinct from (old.id, old.hit, old.alert, old.number, old.identity_print, old.person_key,
      old.executing_authority, old.official, old.at, old.expires_at)
    -- The words go with the person they are about (tending.sql); nobody but the keeper takes them away, and none puts others there.
    or new.reason is distinct from old.reason and (new.reason is not null or current_user <> 'iconet_keeper') then
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
  -- Taken back by an officer; what goes with another verdict, an alert or the years is held by those already.
  if tg_op = 'UPDATE' then
    perform person.hold_pair(old.executing_authority, old.alert, old.number, old.person_key, true);
  end if;
  update person.hit h set suppressed = null, version = h.version + 1 where h.suppressed = old.id;
  return null;
end $$;
alter function person.known_no_more() owner to iconet_keeper;
create trigger known_no_more after update on person.not_the_same
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function person.known_no_more();
create trigger known_no_longer after delete on person.not_the_same for each row execute function person.known_no_more();

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
