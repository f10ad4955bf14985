-- What the bureaux tell each other: victims of misused identity, and forms of supplementary information with their files.

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

create policy keeper on person.misused for select to iconet_keeper using (true);
create policy keeper_leave on person.misused for delete to iconet_keeper using (true);
create policy keeper_follow on person.misused for insert to iconet_keeper with check (true);
create policy keeper_move on person.misused for update to iconet_keeper using (true);
-- What tells a victim apart follows the victim's identity where the identities of an alert change places: to the place where the same
-- identity stands now. All at once, as two may change places with each other. As the keeper, because it stays as it was kept and by whom.
create function person.misused_moved() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moved person.misused[];
begin
  with places as (
    select m.alert, m.number, min(i.number) as place
    from person.misused m join gone g on g.alert = m.alert and g.number = m.number and g.kind = 'misused'
    join person.identity x on x.alert = g.alert and x.number = g.number
      and (x.kind, x.names, x.birth) is distinct from (g.kind, g.names, g.birth)
    join person.identity i on i.alert = g.alert and (i.kind, i.names, i.birth) is not distinct from (g.kind, g.names, g.birth)
    group by m.alert, m.number),
  left_behind as (delete from person.misused m using places p where m.alert = p.alert and m.number = p.number
    returning m.alert, p.place, m.question, m.answer, m.particulars, m.consent, m.consent_on, m.kept_by, m.kept_at)
  select array_agg(row(l.*)::person.misused) into moved from left_behind l;
  insert into person.misused select * from unnest(moved) on conflict (alert, number) do nothing;
  return null;
end $$;
alter function person.misused_moved() owner to iconet_keeper;
create trigger misused_moved after update on person.identity
  referencing old table as gone for each statement execute function person.misused_moved();
create function person.misused_last_place() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update person.misused m set number = i.number from person.identity i
    where m.alert = old.alert and m.number = old.number and i.alert = old.alert and i.number <> old.number and i.kind = 'misused'
      and (i.names, i.birth) is not distinct from (old.names, old.birth)
      and not exists (select from person.misused o where o.alert = i.alert and o.number = i.number);
  return old;
end $$;
alter function person.misused_last_place() owner to iconet_keeper;
create trigger misused_last_place before delete on person.identity
  for each row when (old.kind = 'misused') execute function person.misused_last_place();

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
create policy keeper on person.form_text for select to iconet_keeper using (true);
create policy keeper_forget on person.form_text for delete to iconet_keeper using (true);

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
create policy keeper_forget on person.form_file for delete to iconet_keeper using (true);

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
