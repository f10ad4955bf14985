-- Early warnings: written by one unit, owned by its authority, read by its audience, answered by each recipient unit.

create table work.warning (
  id uuid primary key default gen_random_uuid(), -- random: a counting id would tell how many there are
  number text unique, -- EWS-HR-2026-0041, given when it is issued
  owner_authority integer not null references network.authority,
  owner_unit integer not null references network.unit,
  owner_state text not null references network.state,
  author integer not null references network.official,
  edited_by integer not null references network.official,
  area text not null default 'early-warning' check (area = 'early-warning'),
  marking smallint not null check (marking between 0 and 2),
  audience_id integer not null references work.audience,
  expires_at timestamptz(3) not null, -- afterwards only the originator finds it
  status text not null default 'draft'
    check (status in ('draft', 'submitted', 'returned', 'validated', 'issued', 'superseded', 'withdrawn')),
  version integer not null default 0,
  revision integer not null default 1,
  form integer not null,
  content jsonb not null,
  handling jsonb not null,
  content_hash bytea,  -- of content and handling; kept by the trigger below
  approved_hash bytea, -- what the contact point validated; void as soon as the two differ
  -- What lists filter by, from the content.
  title text not null,
  urgency text not null check (urgency in ('routine', 'priority', 'immediate')),
  triggers text[] not null,
  route text,
  country text,
  countries text[] not null,
  citizenships text[] not null,
  means text[] not null,
  border_type text,
  lon double precision,
  lat double precision,
  happened text not null,
  happened_from timestamptz,
  happened_to timestamptz,
  words tsvector not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  submitted_at timestamptz(3),
  returned_at timestamptz(3),
  returned_reason text,
  validated_at timestamptz(3),
  validated_by integer references network.official,
  issued_at timestamptz(3),
  in_force_until timestamptz(3),
  updates uuid references work.warning,    -- a draft of the next version of that one
  supersedes uuid references work.warning, -- replaces that one under a number of its own
  superseded_by uuid references work.warning,
  withdrawn_at timestamptz(3),
  withdrawn_reason text,
  check (marking = array_position(array['PUBLIC', 'LIMITED', 'SENSITIVE'], handling ->> 'marking') - 1),
  check ((issued_at is null) = (number is null)),
  check (status <> 'withdrawn' or (title = '' and content = '{}'))
);
-- Holds what the reading policy asks, so that counting and finding the newest need not touch the rows themselves.
create index warning_by_audience on work.warning (audience_id, issued_at desc, id desc)
  include (marking, area, expires_at, owner_authority);
create index warning_by_time on work.warning (issued_at desc, id desc) where issued_at is not null;
create index warning_unsent on work.warning (audience_id, updated_at desc) where issued_at is null;
create index warning_by_owner on work.warning (owner_authority, issued_at desc);
create index warning_by_words on work.warning using gin (words);

-- A warning is seen by its audience, within its area and up to the reader's clearance, until its time of keeping ends; by its
-- originator's authority also after that.
create policy warning_read on work.warning for select
  using (audience_id = any((select network.my_audiences())::integer[])
    and area = any((select network.my_areas())::text[])
    and marking <= (select network.my_clearance())
    and (expires_at > now() or owner_authority = (select network.my_authority())));
-- A draft is begun in one's own name, for one's own unit, by whoever may issue.
create policy warning_draft on work.warning for insert
  with check ((select network.i_may('issue')) and status = 'draft' and version = 0 and number is null
    and author = (select network.my_person()) and edited_by = author and owner_unit = (select network.my_unit())
    and owner_authority = (select network.my_authority()) and owner_state = (select network.my_state()));
-- Before its issue a warning is changed by the author's unit, afterwards by the originator's authority. The contact point of the
-- State validates, returns and may issue what it validated; the trigger below holds each of them to the life of a warning.
create policy warning_change on work.warning for update
  using ((select network.i_may('issue'))
      and (owner_unit = (select network.my_unit())
        or owner_authority = (select network.my_authority()) and issued_at is not null)
    or (select network.i_may('validate')) and owner_state = (select network.my_state()));
-- A draft that was never issued is deleted by the author's unit; the draft of a next version also when it is issued.
create policy warning_remove on work.warning for delete
  using (issued_at is null
    and ((select network.i_may('issue')) and owner_unit = (select network.my_unit())
      or (select network.i_may('validate')) and owner_state = (select network.my_state()) and status = 'validated'));
-- The keeper finds words and raises missed deadlines.
create policy keeper on work.warning for select to iconet_keeper using (true);

-- The life of a warning. Holds whatever the application does: who may take which step, four eyes, and that what was validated is
-- what goes out.
create function work.warning_life() returns trigger language plpgsql as $$
declare
  four_eyes boolean;
begin
  new.content_hash := sha256(convert_to(new.content::text || new.handling::text, 'UTF8'));
  if tg_op = 'INSERT' then
    new.approved_hash := null;
    return new;
  end if;
  if (new.id, new.owner_authority, new.owner_unit, new.owner_state, new.author, new.area, new.created_at)
      is distinct from (old.id, old.owner_authority, old.owner_unit, old.owner_state, old.author, old.area, old.created_at)
    or old.number is not null and new.number is distinct from old.number then
    raise exception 'the origin of a warning does not change' using errcode = '42501';
  end if;
  if old.status || '>' || new.status not in ('draft>draft', 'draft>submitted', 'draft>issued', 'submitted>draft',
      'submitted>validated', 'submitted>returned', 'returned>draft', 'returned>submitted', 'returned>issued', 'validated>draft',
      'validated>issued', 'issued>issued', 'issued>superseded', 'issued>withdrawn', 'superseded>withdrawn') then
    raise exception 'no such step' using errcode = '42501';
  end if;
  if new.content_hash is distinct from old.content_hash and new.status in ('submitted', 'returned', 'validated') then
    raise exception 'it is not changed by sending it on' using errcode = '42501';
  end if;
  if new.status in ('draft', 'submitted') and not (select network.my_unit()) = old.owner_unit
    or new.status = 'withdrawn' and (select network.my_authority()) <> old.owner_authority
    or new.status = 'superseded' and old.status = 'issued' and (select network.my_authority()) <> old.owner_authority
      and not exists (select from work.warning s where s.id = new.superseded_by and s.supersedes = old.id and s.status = 'issued')
    then
    raise exception 'only its originator' using errcode = '42501';
  end if;
  if new.status in ('validated', 'returned') and (not (select network.i_may('validate'))
      or (select network.my_person()) in (old.author, old.edited_by)) then
    raise exception 'four eyes' using errcode = '42501';
  end if;
  if new.status = 'validated' then
    new.approved_hash := new.content_hash;
    new.validated_by := (select network.my_person());
  elsif new.status = 'draft' then
    new.approved_hash := null;
    new.validated_by := null;
    new.validated_at := null;
  elsif old.status = 'issued' and new.status = 'issued' and new.content_hash is distinct from old.content_hash then
    -- A next version is validated if, and only if, a draft of it with these very words is.
    select d.approved_hash, d.validated_by into new.approved_hash, new.validated_by from work.warning d
      where d.updates = old.id and d.status = 'validated' and d.approved_hash = new.content_hash limit 1;
  else
    -- Nobody brings a validation along.
    new.approved_hash := old.approved_hash;
    new.validated_by := old.validated_by;
  end if;
  if new.status = 'issued' and new.content_hash is distinct from new.approved_hash then
    select validates into four_eyes from network.state where code = new.owner_state;
    if four_eyes then
      raise exception 'the contact point has not validated this' using errcode = '42501';
    end if;
  end if;
  -- What somebody of another authority (the contact point) issues as the next version must be a draft it validated.
  if old.status = 'issued' and new.status = 'issued' and (select network.my_authority()) <> old.owner_authority
    and not exists (select from work.warning d where d.updates = old.id and d.status = 'validated'
      and d.approved_hash = new.content_hash) then
    raise exception 'only its originator' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger warning_life before insert or update on work.warning for each row execute function work.warning_life();

-- Tells the readers, before and after, that something about a warning has changed: its id and nothing else.
create function work.warning_told() returns trigger language plpgsql as $$
begin
  perform network.announce('warnings', new.id::text, array(
    select official from network.readers(new.audience_id, new.area, new.marking)
    union
    select official from network.readers(old.audience_id, old.area, old.marking) where tg_op = 'UPDATE'));
  return null;
end $$;
create trigger warning_told after insert or update on work.warning for each row execute function work.warning_told();

-- The same for what is attached to a warning.
create function work.warning_part_told() returns trigger language plpgsql as $$
begin
  perform network.announce('warnings', w.id::text,
      array(select distinct official from network.readers(w.audience_id, w.area, w.marking)))
    from work.warning w where w.id = new.warning;
  return null;
end $$;

-- The last number given per State and year.
create table work.warning_number (
  state text not null references network.state,
  year integer not null,
  last integer not null,
  primary key (state, year)
);
-- Numbers are counted by the State that issues, and nobody else sees the count.
create policy number_read on work.warning_number for select using (state = (select network.my_state()));
create policy number_first on work.warning_number for insert with check (state = (select network.my_state()));
create policy number_next on work.warning_number for update using (state = (select network.my_state()));

-- Every version as it was issued, with the handling it had then.
create table work.warning_version (
  warning uuid not null references work.warning,
  version integer not null,
  title text not null,
  content jsonb not null,
  form integer not null,
  note text not null default '',
  owner_authority integer not null references network.authority,
  area text not null,
  marking smallint not null,
  audience_id integer not null references work.audience,
  expires_at timestamptz(3) not null,
  issued_at timestamptz(3) not null,
  issued_by integer not null references network.official,
  primary key (warning, version)
);
-- A version is seen by those who could see it when it was issued. After a withdrawal that is the originator's authority.
create policy version_read on work.warning_version for select
  using (audience_id = any((select network.my_audiences())::integer[])
    and area = any((select network.my_areas())::text[])
    and marking <= (select network.my_clearance())
    and (expires_at > now() or owner_authority = (select network.my_authority())));
-- Written once by whoever issues, for a warning they may change.
create policy version_keep on work.warning_version for insert
  with check (issued_by = (select network.my_person())
    and exists (select from work.warning w where w.id = warning and w.status = 'issued'
      and w.owner_authority = warning_version.owner_authority
      and (w.owner_authority = (select network.my_authority()) and (select network.i_may('issue'))
        or w.owner_state = (select network.my_state()) and (select network.i_may('validate')))));
-- Only the originator's authority takes a version back from its readers.
create policy version_close on work.warning_version for update
  using (owner_authority = (select network.my_authority()) and (select network.i_may('issue')));

create table work.warning_attachment (
  id uuid primary key default gen_random_uuid(),
  warning uuid not null references work.warning on delete cascade,
  name text not null check (length(name) between 1 and 200),
  type text not null,
  size integer not null check (size between 1 and 10485760),
  hash text not null,
  at timestamptz(3) not null
);
create index attachment_by_warning on work.warning_attachment (warning);
-- An attachment is seen with its warning; of a withdrawn one by the originator's authority only.
create policy attachment_read on work.warning_attachment for select
  using (exists (select from work.warning w where w.id = warning
    and (w.status <> 'withdrawn' or w.owner_authority = (select network.my_authority()))));
-- Attached, taken off and carried over to a next version by whoever may change the draft.
create policy attachment_add on work.warning_attachment for insert
  with check ((select network.i_may('issue'))
    and exists (select from work.warning w where w.id = warning and w.owner_unit = (select network.my_unit())
      and w.status in ('draft', 'returned')));
create policy attachment_move on work.warning_attachment for update
  using (exists (select from work.warning w where w.id = warning
    and (w.owner_unit = (select network.my_unit()) and (select network.i_may('issue'))
      or w.owner_state = (select network.my_state()) and (select network.i_may('validate')))));
create policy attachment_remove on work.warning_attachment for delete
  using (exists (select from work.warning w where w.id = warning
    and (w.owner_unit = (select network.my_unit()) and (select network.i_may('issue'))
      or w.owner_state = (select network.my_state()) and (select network.i_may('validate')))));

-- One row for each recipient unit: when it must have answered, and whether the deadline was raised.
create table work.warning_delivery (
  warning uuid not null references work.warning,
  unit integer not null references network.unit,
  state text not null references network.state,
  why text not null check (why in ('all', 'state', 'authority', 'unit')),
  delivered_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  escalated_at timestamptz(3),
  escalated_to integer references network.official,
  primary key (warning, unit)
);
create index delivery_by_unit on work.warning_delivery (unit, due_at);
-- Recipients see who else received the same warning; of a withdrawn one only their own row. The originator sees all.
create policy delivery_read on work.warning_delivery for select
  using (exists (select from work.warning w where w.id = warning
    and (w.status <> 'withdrawn' or w.owner_authority = (select network.my_authority())
      or unit = (select network.my_unit()))));
-- Made by whoever issues.
create policy delivery_make on work.warning_delivery for insert
  with check (escalated_at is null
    and exists (select from work.warning w where w.id = warning and w.status = 'issued'
      and (w.owner_authority = (select network.my_authority()) and (select network.i_may('issue'))
        or w.owner_state = (select network.my_state()) and (select network.i_may('validate')))));
create policy keeper on work.warning_delivery for select to iconet_keeper using (true);
create policy keeper_raise on work.warning_delivery for update to iconet_keeper using (true);
create trigger delivery_told after update on work.warning_delivery for each row execute function work.warning_part_told();

-- The first time somebody of a recipient unit opened it.
create table work.warning_opening (
  warning uuid not null references work.warning,
  unit integer not null references network.unit,
  official integer not null references network.official,
  at timestamptz(3) not null,
  primary key (warning, unit)
);
-- Seen with the delivery it belongs to.
create policy opening_read on work.warning_opening for select
  using (exists (select from work.warning_delivery d where d.warning = warning_opening.warning and d.unit = warning_opening.unit));
-- Said by somebody of the unit, in their own name.
create policy opening_say on work.warning_opening for insert
  with check (unit = (select network.my_unit()) and official = (select network.my_person())
    and exists (select from work.warning_delivery d where d.warning = warning_opening.warning and d.unit = warning_opening.unit));
create trigger opening_told after insert on work.warning_opening for each row execute function work.warning_part_told();

-- Answers; a unit's newest is its answer, the earlier ones stay.
create table work.warning_answer (
  id bigint generated always as identity primary key,
  warning uuid not null references work.warning,
  unit integer not null references network.unit,
  official integer not null references network.official,
  version integer not null,
  answer text not null check (answer in ('acting', 'taken-note', 'nothing-to-add')),
  text text not null check (length(text) <= 2000),
  at timestamptz(3) not null
);
create index answer_by_warning on work.warning_answer (warning, unit, id desc);
-- Seen with the delivery it answers: by the originator and by the other recipients of the same warning.
create policy answer_read on work.warning_answer for select
  using (exists (select from work.warning_delivery d where d.warning = warning_answer.warning and d.unit = warning_answer.unit));
-- Given by somebody of the recipient unit, in their own name, as long as the warning stands.
create policy answer_give on work.warning_answer for insert
  with check (unit = (select network.my_unit()) and official = (select network.my_person())
    and exists (select from work.warning_delivery d where d.warning = warning_answer.warning and d.unit = warning_answer.unit)
    and exists (select from work.warning w where w.id = warning and w.status = 'issued'));
create policy keeper on work.warning_answer for select to iconet_keeper using (true);
create trigger answer_told after insert on work.warning_answer for each row execute function work.warning_part_told();

-- Measures, "we see this too", and questions to the originator.
create table work.warning_remark (
  id uuid primary key default gen_random_uuid(),
  warning uuid not null references work.warning,
  kind text not null check (kind in ('measure', 'corroboration', 'question')),
  text text not null check (length(text) <= 2000),
  unit integer not null references network.unit,
  official integer not null references network.official,
  at timestamptz(3) not null,
  reply text check (length(reply) between 1 and 2000),
  reply_at timestamptz(3),
  reply_by integer references network.official,
  to_all boolean not null default false
);
create index remark_by_warning on work.warning_remark (warning, at);
-- Measures and corroborations are seen with the warning; a question by the unit that asks and by the originator, and by all
-- when the originator replied to all. Of a withdrawn warning the originator sees them, and each unit its own.
create policy remark_read on work.warning_remark for select
  using (exists (select from work.warning w where w.id = warning
    and (w.owner_authority = (select network.my_authority()) or unit = (select network.my_unit())
      or (w.status <> 'withdrawn' and (kind <> 'question' or to_all)))));
-- Made by any reader of a warning that stands, for their unit and in their own name.
create policy remark_make on work.warning_remark for insert
  with check (unit = (select network.my_unit()) and official = (select network.my_person()) and reply is null and not to_all
    and exists (select from work.warning w where w.id = warning and w.status in ('issued', 'superseded')));
-- A question is replied to once, by the originator's authority.
create policy remark_reply on work.warning_remark for update
  using (kind = 'question' and reply is null and (select network.i_may('issue'))
    and exists (select from work.warning w where w.id = warning and w.owner_authority = (select network.my_authority())))
  with check (reply_by = (select network.my_person()));
-- A policy sees whole rows; that what was asked stays as it was asked is held here.
create function work.remark_guard() returns trigger language plpgsql as $$
begin
  if (new.id, new.warning, new.kind, new.text, new.unit, new.official, new.at)
      is distinct from (old.id, old.warning, old.kind, old.text, old.unit, old.official, old.at) then
    raise exception 'a remark is not rewritten' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger remark_guard before update on work.warning_remark for each row execute function work.remark_guard();
create trigger remark_told after insert or update on work.warning_remark
  for each row execute function work.warning_part_told();

-- Which notices an official was sent, so that none is sent twice.
create table work.warning_notice (
  warning uuid not null references work.warning,
  version integer not null,
  about text not null check (about in ('new', 'late')),
  official integer not null references network.official,
  how text not null check (how in ('at-once', 'in-digest')),
  sent_at timestamptz(3),
  primary key (official, warning, version, about)
);
create index notice_waiting on work.warning_notice (official) where sent_at is null;
-- One's own notices only.
create policy notice_own on work.warning_notice for all
  using (official = (select network.my_person())) with check (official = (select network.my_person()));

create table work.warning_search_saved (
  id uuid primary key default gen_random_uuid(),
  official integer not null references network.official,
  name text not null check (length(name) between 1 and 80),
  filter jsonb not null,
  unique (official, name)
);
-- One's own saved searches only: what somebody looks for is nobody else's business.
create policy search_own on work.warning_search_saved for all
  using (official = (select network.my_person())) with check (official = (select network.my_person()));

create table work.warning_subscription (
  id uuid primary key default gen_random_uuid(),
  unit integer not null references network.unit,
  official integer not null references network.official,
  routes text[] not null,
  countries text[] not null,
  citizenships text[] not null,
  means text[] not null,
  check (cardinality(routes || countries || citizenships || means) > 0)
);
-- Kept and seen within the unit.
create policy subscription_own on work.warning_subscription for all
  using (unit = (select network.my_unit()))
  with check (unit = (select network.my_unit()) and official = (select network.my_person()));
create policy keeper on work.warning_subscription for select to iconet_keeper using (true);
