-- Alert lists: each owned by an authority, and the alerts on them. Personal data: nothing here is read without a purpose that the
-- mandate covers and the list allows. Eleven tables that only mean something together.

-- Whether the actor is keeping the alerts of their authority at this moment: the mandate to do so, and the purpose stated.
create function person.i_keep_alerts() returns boolean language sql stable parallel safe
  return coalesce(network.my_lawful_purpose() = 'alert-keeping', false);
-- Whether the actor looks after the lawfulness of their State's alerts at this moment: its supervisor, or its data-protection
-- officer answering a request of the person.
create function person.i_oversee_alerts() returns boolean language sql stable parallel safe
  return coalesce(network.my_lawful_purpose() in ('supervision', 'request-of-the-person'), false);

create table person.list (
  id uuid primary key default gen_random_uuid(),
  owner_authority integer not null references network.authority,
  owner_state text not null references network.state,
  kind text not null check (kind in ('refusal-of-entry', 'return-decision', 'missing-person', 'vulnerable-person',
    'wanted-witness', 'document', 'vehicle', 'vessel')),
  name text not null check (length(name) between 3 and 160),
  legal_basis text not null check (length(legal_basis) between 3 and 500),
  action text not null check (length(action) <= 40), -- what an alert on it asks for where it does not say otherwise
  -- Which stated purposes open its alerts to its readers.
  purposes text[] not null check (cardinality(purposes) > 0 and purposes <@ '{border-check,visa-examination,return,identity-verification,protection-of-the-person,alert-keeping}'),
  four_eyes boolean not null default false, -- a hit needs a second officer
  review_months smallint not null default 36 check (review_months between 1 and 120),
  warn_months smallint not null default 4 check (warn_months between 1 and 24),
  area text not null default 'alerts' check (area = 'alerts'),
  marking smallint not null check (marking between 0 and 2),
  audience_id integer not null references work.audience,
  revision integer not null default 1,
  made_by integer not null references network.official,
  made_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  unique (owner_authority, name)
);

-- That a list exists, and what it is for, is seen by its audience within its area and up to their clearance, by those who keep the
-- alerts of its owner, and by the supervisor and the data-protection officer of its State. It holds nothing about a person.
create policy list_read on person.list for select
  using (area = any((select network.my_areas())::text[]) and marking <= (select network.my_clearance())
      and (audience_id = any((select network.my_audiences())::integer[])
        or owner_authority = (select network.my_authority()) and (select network.i_may('alert')))
    or owner_state = (select network.my_state())
      and ((select network.i_may('supervise')) or (select network.i_may('protect'))));
-- A list is opened for one's own authority by those who keep its alerts.
create policy list_open on person.list for insert
  with check ((select person.i_keep_alerts()) and owner_authority = (select network.my_authority())
    and owner_state = (select network.my_state()) and made_by = (select network.my_person()));
-- Only its owner changes it.
create policy list_change on person.list for update
  using ((select person.i_keep_alerts()) and owner_authority = (select network.my_authority()));
create policy keeper on person.list for select to iconet_keeper using (true);

create table person.alert (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique check (reference ~ '^[A-Z]{2}-[0-9A-Z]{5}-[0-9A-Z]{5}$'), -- drawn: a counting one would tell how many there are
  list uuid not null references person.list,
  owner_authority integer not null references network.authority,
  owner_state text not null references network.state,
  -- These four are the list's, kept here so that reading asks one table.
  kind text not null,
  purposes text[] not null,
  area text not null default 'alerts' check (area = 'alerts'),
  audience_id integer not null references work.audience,
  marking smallint not null check (marking between 0 and 2), -- the list's, or higher
  action text not null check (length(action) <= 40),
  legal_basis text not null check (length(legal_basis) between 3 and 500),
  -- What the law lets an officer be told for their own and the person's safety (Regulation (EU) 2018/1861, Article 20).
  flags text[] not null default '{}'
    check (flags <@ '{armed,violent,absconded,suicide-risk,public-health,terrorism-related}'),
  particulars jsonb not null default '{}', -- what only some kinds have: last day of voluntary departure, whether suspended
  valid_from timestamptz(3) not null,
  review_at timestamptz(3) not null,
  expires_at timestamptz(3) not null, -- deleted then, by itself
  version integer not null default 1,
  entered_by integer not null references network.official,
  entered_at timestamptz(3) not null,
  changed_by integer not null references network.official,
  changed_at timestamptz(3) not null,
  reminded_at timestamptz(3),
  source_id text check (length(source_id) between 1 and 200), -- its id where it was imported from
  check (review_at > valid_from and expires_at > valid_from and expires_at <= review_at),
  unique (list, source_id)
);
-- Holds what the reading policy asks.
create index alert_by_audience on person.alert (audience_id, entered_at desc, id desc)
  include (marking, owner_authority, expires_at);
create index alert_by_owner on person.alert (owner_authority, entered_at desc, id desc);
create index alert_by_list on person.alert (list, entered_at desc, id desc);
create index alert_by_time on person.alert (entered_at desc, id desc);
create index alert_by_end on person.alert (expires_at);

-- An alert is read by the audience of its list, within the area and up to their clearance, for a purpose that their mandate covers
-- and the list allows; by those who keep the alerts of its owner; by the supervisor and, for a request of the person, the
-- data-protection officer of its State. Nobody reads it after its end.
create policy alert_read on person.alert for select
  using (expires_at > now()
    and (area = any((select network.my_areas())::text[]) and marking <= (select network.my_clearance())
        and (audience_id = any((select network.my_audiences())::integer[])
            and (select network.my_lawful_purpose()) = any(purposes)
          or owner_authority = (select network.my_authority()) and (select person.i_keep_alerts()))
      or owner_state = (select network.my_state()) and (select person.i_oversee_alerts())));
-- An alert is entered on a list of one's own authority by those who keep it, in their own name.
create policy alert_enter on person.alert for insert
  with check ((select person.i_keep_alerts()) and owner_authority = (select network.my_authority())
    and owner_state = (select network.my_state())
    and entered_by = (select network.my_person()) and changed_by = entered_by and version = 1
    and exists (select from person.list l where l.id = list and l.owner_authority = (select network.my_authority())));
-- Only its owner changes it, up to the clearance of whoever does.
create policy alert_change on person.alert for update
  using ((select person.i_keep_alerts()) and owner_authority = (select network.my_authority())
    and marking <= (select network.my_clearance()))
  with check (owner_authority = (select network.my_authority()) and changed_by = (select network.my_person()));
-- Only its owner deletes it before its end, up to the clearance of whoever does.
create policy alert_withdraw on person.alert for delete
  using ((select person.i_keep_alerts()) and owner_authority = (select network.my_authority())
    and marking <= (select network.my_clearance()));
create policy keeper on person.alert for select to iconet_keeper using (true);
create policy keeper_remind on person.alert for update to iconet_keeper using (true);
create policy keeper_expire on person.alert for delete to iconet_keeper using (true);

-- Under whom the person is, or passed as, known. A misused identity is that of the victim, entered with their consent.
create table person.identity (
  alert uuid not null references person.alert on delete cascade,
  number smallint not null check (number between 1 and 50),
  kind text not null check (kind in ('confirmed', 'claimed', 'misused')),
  names jsonb not null, -- [{kind, full | family, given, script}]
  birth text check (birth ~ '^\d{4}(-\d\d(-\d\d)?)?$'), -- as exactly as it is known
  birth_circa boolean not null default false,
  birth_place text check (length(birth_place) <= 200),
  birth_country text check (birth_country ~ '^[A-Z]{3}$'),
  sex text check (sex in ('M', 'F', 'X')),
  nationalities text[] not null default '{}',
  description text check (length(description) <= 500), -- physical and objective, not subject to change
  words tsvector not null,
  primary key (alert, number)
);
create index identity_by_words on person.identity using gin (words);
-- An identity is read with its alert.
create policy identity_read on person.identity for select using (exists (select from person.alert a where a.id = alert));
-- Only the owner of the alert writes it.
create policy identity_keep on person.identity for all
  using ((select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));
create policy keeper on person.identity for select to iconet_keeper using (true);

create table person.alert_document (
  alert uuid not null references person.alert on delete cascade,
  number smallint not null check (number between 1 and 200),
  type text not null check (length(type) <= 40),
  written text not null check (length(written) between 1 and 60), -- as it stands on the document
  written_to text check (length(written_to) between 1 and 60),    -- the last of a range
  -- Without blanks and signs, upper case; the same twice for a single document. Compared byte by byte.
  number_from text collate "C" not null,
  number_to text collate "C" not null,
  issuer text check (issuer ~ '^[A-Z]{1,3}$'), -- ICAO Doc 9303, part 3
  status text not null check (status in ('held', 'stolen', 'lost', 'blank', 'revoked', 'misappropriated')),
  issued_on date,
  expires_on date,
  primary key (alert, number),
  check (length(number_from) = length(number_to) and number_from <= number_to)
);
create index document_by_number on person.alert_document (number_from);
create index document_by_range on person.alert_document (number_from, number_to) where number_from <> number_to;
-- A document is read with its alert.
create policy document_read on person.alert_document for select using (exists (select from person.alert a where a.id = alert));
-- Only the owner of the alert writes it.
create policy document_keep on person.alert_document for all
  using ((select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));
create policy keeper on person.alert_document for select to iconet_keeper using (true);

create table person.alert_object (
  alert uuid not null references person.alert on delete cascade,
  number smallint not null check (number between 1 and 20),
  type text not null check (type in ('vehicle', 'vessel')),
  plate text check (length(plate) <= 20),
  country text check (country ~ '^[A-Z]{3}$'), -- of registration, or flag
  vin text check (length(vin) <= 30),
  make text check (length(make) <= 60),
  model text check (length(model) <= 60),
  colour text check (length(colour) <= 40),
  name text check (length(name) <= 120),
  imo text check (imo ~ '^\d{7}$'),
  mmsi text check (mmsi ~ '^\d{9}$'),
  call_sign text check (length(call_sign) <= 10),
  keys text[] not null, -- plate, VIN, IMO, MMSI and call sign without blanks and signs
  primary key (alert, number)
);
create index object_by_key on person.alert_object using gin (keys);
-- An object is read with its alert.
create policy object_read on person.alert_object for select using (exists (select from person.alert a where a.id = alert));
-- Only the owner of the alert writes it.
create policy object_keep on person.alert_object for all
  using ((select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));
create policy keeper on person.alert_object for select to iconet_keeper using (true);

-- What the alert rests on. An executing officer is told what to do, not why.
create table person.alert_ground (
  alert uuid primary key references person.alert on delete cascade,
  reason text not null check (length(reason) between 3 and 2000),
  decision text not null check (length(decision) <= 200),  -- reference of the decision
  evidence text not null check (length(evidence) <= 500),  -- where the file and the evidence are
  offence text not null check (length(offence) <= 200),
  note text not null check (length(note) <= 2000)
);
-- The grounds are read, with the alert, by the bureaux that keep alerts and by those who oversee them.
create policy ground_read on person.alert_ground for select
  using (((select person.i_keep_alerts()) or (select person.i_oversee_alerts()))
    and exists (select from person.alert a where a.id = alert));
-- Only the owner of the alert writes them.
create policy ground_keep on person.alert_ground for all
  using ((select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));

-- What the source that an alert was brought in from said of it the last time: told from this, what a person wrote stays when the
-- list comes again, and what a person took out does not come back. It goes with the alert.
create table person.alert_source (
  alert uuid primary key references person.alert on delete cascade,
  said jsonb not null
);
-- Read by the owner of the alert and by those who oversee it, nobody else: what was taken out is no longer said of anybody.
create policy source_read on person.alert_source for select
  using (exists (select from person.alert a where a.id = alert
    and (a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts()) or (select person.i_oversee_alerts()))));
-- Only the owner of the alert writes it.
create policy source_keep on person.alert_source for all
  using ((select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));

-- Two alerts that belong together: one person and their document, a child and an adult. A link opens nothing.
create table person.alert_link (
  alert uuid not null references person.alert on delete cascade,
  other uuid not null references person.alert on delete cascade,
  kind text not null check (kind in ('same-person', 'travels-with', 'family', 'holder-of', 'same-case')),
  made_by integer not null references network.official,
  made_at timestamptz(3) not null,
  primary key (alert, other),
  check (alert <> other)
);
create index link_by_other on person.alert_link (other);
-- A link is read by whoever may read both alerts.
create policy link_read on person.alert_link for select
  using (exists (select from person.alert a where a.id = alert) and exists (select from person.alert b where b.id = other));
-- It is made by the owner of the first, who may read the second, in their own name.
create policy link_make on person.alert_link for insert
  with check ((select person.i_keep_alerts()) and made_by = (select network.my_person())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority()))
    and exists (select from person.alert b where b.id = other));
-- It is taken away by the owner of the first.
create policy link_remove on person.alert_link for delete
  using ((select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));

-- Why an alert is kept longer: one individual assessment for each extension (Regulation (EU) 2018/1861, Article 39).
create table person.alert_assessment (
  alert uuid not null references person.alert on delete cascade,
  version integer not null, -- of the alert that it leads to
  text text not null check (length(text) between 20 and 4000),
  until timestamptz(3) not null,
  official integer not null references network.official,
  at timestamptz(3) not null,
  primary key (alert, version)
);
-- Read, with the alert, by the bureaux that keep alerts and by those who oversee them.
create policy assessment_read on person.alert_assessment for select
  using (((select person.i_keep_alerts()) or (select person.i_oversee_alerts()))
    and exists (select from person.alert a where a.id = alert));
-- Made by the owner of the alert, in their own name; never changed.
create policy assessment_make on person.alert_assessment for insert
  with check ((select person.i_keep_alerts()) and official = (select network.my_person())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));

-- Somebody carried out what an alert asks for and tells its owner that the purpose is achieved; the owner deletes the alert, or
-- says why it stands, within fifteen days.
create table person.alert_achieved (
  id uuid primary key default gen_random_uuid(),
  alert uuid not null references person.alert on delete cascade,
  unit integer not null references network.unit,
  official integer not null references network.official,
  note text not null check (length(note) between 3 and 1000),
  at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  escalated_at timestamptz(3),
  stands_because text check (length(stands_because) between 3 and 1000),
  answered_by integer references network.official,
  answered_at timestamptz(3),
  check ((stands_because is null) = (answered_by is null) and (stands_because is null) = (answered_at is null))
);
create index achieved_by_alert on person.alert_achieved (alert);
create index achieved_open on person.alert_achieved (due_at) where answered_at is null;
-- Read, with the alert, by the unit that told and by the owner of the alert.
create policy achieved_read on person.alert_achieved for select
  using (exists (select from person.alert a where a.id = alert
    and (unit = (select network.my_unit())
      or a.owner_authority = (select network.my_authority()) and (select person.i_keep_alerts())
      or a.owner_state = (select network.my_state()) and (select person.i_oversee_alerts()))));
-- Told by those who carry out alerts or keep them, about an alert they may read, for their unit and in their own name.
create policy achieved_tell on person.alert_achieved for insert
  with check (((select network.i_may('screen')) or (select network.i_may('alert')))
    and unit = (select network.my_unit()) and official = (select network.my_person())
    and answered_at is null and escalated_at is null
    and exists (select from person.alert a where a.id = alert));
-- Answered once, by the owner of the alert.
create policy achieved_answer on person.alert_achieved for update
  using (answered_at is null and (select person.i_keep_alerts())
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())))
  with check (answered_by = (select network.my_person()));
create policy keeper on person.alert_achieved for select to iconet_keeper using (true);
create policy keeper_late on person.alert_achieved for update to iconet_keeper using (true);

-- A policy sees whole rows; that what was told stays as it was told is held here.
create function person.achieved_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.alert, new.unit, new.official, new.note, new.at, new.due_at)
      is distinct from (old.id, old.alert, old.unit, old.official, old.note, old.at, old.due_at) then
    raise exception 'what was told is not rewritten' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger achieved_guard before update on person.alert_achieved for each row execute function person.achieved_guard();

-- What was done with an alert, by whom and when. While the alert stands, `before` is what it said before; with the alert that goes,
-- and who changed which fields, when and why stays for three years (Regulation (EU) 2018/1862, Article 12).
create table person.alert_history (
  id uuid primary key default gen_random_uuid(),
  turn bigint generated always as identity, -- for their order only, and never shown: it counts what everybody does
  alert uuid not null, -- no foreign key: it outlives the alert
  reference text not null,
  list uuid not null,
  owner_authority integer not null references network.authority,
  owner_state text not null references network.state,
  marking smallint not null check (marking between 0 and 2),
  version integer not null,
  act text not null check (act in ('entered', 'changed', 'extended', 'linked', 'unlinked', 'kept', 'withdrawn', 'expired')),
  fields text[] not null default '{}',
  before jsonb,
  reason text check (length(reason) <= 200), -- a word of a closed list or a list's name, never a text about the person
  official integer references network.official, -- null: by the passing of time
  unit integer references network.unit,
  at timestamptz(3) not null,
  kept_until timestamptz(3)
);
create index history_by_alert on person.alert_history (alert, turn);
create index history_by_end on person.alert_history (kept_until);
-- Read by those who keep the alerts of its owner and by those who oversee them.
create policy history_read on person.alert_history for select
  using (owner_authority = (select network.my_authority()) and (select person.i_keep_alerts())
      and marking <= (select network.my_clearance())
    or owner_state = (select network.my_state()) and (select person.i_oversee_alerts()));
-- Written by the owner, in their own name, about an alert that stands; never changed.
create policy history_write on person.alert_history for insert
  with check ((select person.i_keep_alerts()) and official = (select network.my_person()) and unit = (select network.my_unit())
    and owner_authority = (select network.my_authority()) and owner_state = (select network.my_state()) and kept_until is null
    and exists (select from person.alert a where a.id = alert and a.owner_authority = (select network.my_authority())));
create policy keeper on person.alert_history for select to iconet_keeper using (true);
create policy keeper_end on person.alert_history for insert to iconet_keeper with check (true);
create policy keeper_forget on person.alert_history for update to iconet_keeper using (true);
create policy keeper_remove on person.alert_history for delete to iconet_keeper using (true);

-- With the alert go the contents of its history. As the keeper, because nobody may otherwise change a history.
create function person.alert_gone() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update person.alert_history h set before = null, kept_until = now() + interval '3 years' where h.alert = old.id;
  return null;
end $$;
alter function person.alert_gone() owner to iconet_keeper;
create trigger alert_gone after delete on person.alert for each row execute function person.alert_gone();

-- A policy sees whole rows; what of a list may change is held here. What its alerts carry of it changes with it.
create function person.list_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.owner_authority, new.owner_state, new.kind, new.area, new.made_by, new.made_at)
      is distinct from (old.id, old.owner_authority, old.owner_state, old.kind, old.area, old.made_by, old.made_at) then
    raise exception 'the origin and the kind of a list do not change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger list_guard before update on person.list for each row execute function person.list_guard();

-- As the keeper, because some of its alerts may be marked above the clearance of whoever changes the list.
create function person.list_spread() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update person.alert a set purposes = new.purposes, audience_id = new.audience_id, marking = greatest(a.marking, new.marking)
    where a.list = new.id
      and (a.purposes <> new.purposes or a.audience_id <> new.audience_id or a.marking < new.marking);
  return null;
end $$;
alter function person.list_spread() owner to iconet_keeper;
create trigger list_spread after update on person.list for each row execute function person.list_spread();

-- Holds whatever the application does: an alert carries what its list says, keeps no longer than the list says, and is kept longer
-- only where an assessment says for this very version until when.
create function person.alert_guard() returns trigger language plpgsql as $$
declare
  of_list person.list;
begin
  select * into of_list from person.list l where l.id = new.list;
  if tg_op = 'INSERT' then
    if new.review_at > new.valid_from + make_interval(months => of_list.review_months) then
      raise exception 'kept longer than its list says' using errcode = '23514';
    end if;
  else
    if (new.id, new.reference, new.list, new.owner_authority, new.owner_state, new.kind, new.area, new.valid_from, new.entered_by, new.entered_at)
        is distinct from (old.id, old.reference, old.list, old.owner_authority, old.owner_state, old.kind, old.area, old.valid_from, old.entered_by, old.entered_at) then
      raise exception 'the origin of an alert does not change' using errcode = '42501';
    end if;
    if new.version not in (old.version, old.version + 1) then
      raise exception 'one version after the other' using errcode = '42501';
    end if;
    -- Nested, because the keeper, who reminds and spreads, may not read assessments and never extends.
    if new.review_at > old.review_at or new.expires_at > old.expires_at and new.expires_at > old.review_at then
      if not exists (select from person.alert_assessment a where a.alert = new.id and a.version = new.version
          and a.until = new.review_at and new.review_at <= a.at + make_interval(months => of_list.review_months)) then
        raise exception 'an extension needs its assessment' using errcode = '42501';
      end if;
    end if;
  end if;
  if new.kind <> of_list.kind or new.purposes <> of_list.purposes or new.audience_id <> of_list.audience_id
    or new.marking < of_list.marking then
    raise exception 'an alert carries what its list says' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger alert_guard before insert or update on person.alert for each row execute function person.alert_guard();
