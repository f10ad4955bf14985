-- Who takes part: States and Union bodies, their authorities, units and officials.

create table network.state (
  code text primary key check (code ~ '^[A-Z]{2}$'), -- ISO 3166-1 alpha-2; EU for the Union's own bodies
  kind text not null check (kind in ('member', 'associated', 'union', 'partner')),
  -- Whether a warning needs a second pair of eyes, the contact point's, before it leaves the State.
  validates boolean not null default false
);

create table network.authority (
  id integer generated always as identity primary key,
  state text not null references network.state,
  name text not null check (length(name) between 2 and 200),
  unique (state, name)
);

create table network.unit (
  id integer generated always as identity primary key,
  authority integer not null references network.authority,
  name text not null check (length(name) between 2 and 200),
  kind text not null check (kind in ('contact-point', 'unit', 'liaison-post', 'agency', 'desk')),
  posted_in text check (posted_in ~ '^[A-Z]{2}$'), -- where a liaison post is
  mailbox text check (length(mailbox) <= 254),
  duty_phone text check (length(duty_phone) <= 40),
  duty_hours text check (length(duty_hours) <= 100),
  listed boolean not null default true,
  unique (authority, name)
);

create table network.official (
  id integer generated always as identity primary key,
  unit integer not null references network.unit,
  name text not null check (length(name) between 2 and 120),
  title text check (length(title) <= 120),
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 40),
  languages text[] not null default '{}',
  active boolean not null default true,
  unique (unit, name)
);
create index official_by_name on network.official (lower(name));

-- The national contact point of a State and who stands in for it (Decision 2005/267/EC, Article 4).
create table network.contact_point (
  state text primary key references network.state,
  unit integer not null references network.unit,
  official integer not null references network.official,
  deputy integer references network.official check (deputy is distinct from official)
);

-- The mandate, the person, unit, authority and State behind this transaction. They see further than their caller because an
-- official must be known before anything can be shown to them; a withdrawn or expired mandate is nobody.
create table network.mandate (
  id integer generated always as identity primary key,
  official integer not null references network.official,
  competences text[] not null check (cardinality(competences) > 0),
  areas text[] not null default '{}',
  clearance smallint not null check (clearance between 0 and 2),
  valid_from timestamptz not null default now(),
  valid_until timestamptz not null,
  reason text check (length(reason) <= 500),
  granted_by integer references network.mandate,
  granted_at timestamptz not null default now(),
  extended_by integer references network.mandate,
  extended_at timestamptz,
  withdrawn_by integer references network.mandate,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) <= 500),
  check (valid_until > valid_from)
);
create index mandate_by_official on network.mandate (official) where withdrawn_at is null;

-- Who answers for a unit at a given time. Outside these times a contact point is reached through its designated official.
create table network.duty (
  id integer generated always as identity primary key,
  unit integer not null references network.unit,
  official integer not null references network.official,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  check (ends_at > starts_at and ends_at <= starts_at + interval '31 days')
);
create index duty_by_unit on network.duty (unit, ends_at);

create policy keeper on network.state for select to iconet_keeper using (true);
create policy keeper on network.authority for select to iconet_keeper using (true);
create policy keeper on network.unit for select to iconet_keeper using (true);
create policy keeper on network.official for select to iconet_keeper using (true);
create policy keeper on network.contact_point for select to iconet_keeper using (true);
create policy keeper on network.mandate for select to iconet_keeper using (true);

-- Everything the policies ask about the actor.
create type network.actor_row as (mandate integer, person integer, unit integer, authority integer, state text,
  competences text[], areas text[], clearance smallint);

-- The actor as the directory has them now; nobody is null. Runs as the keeper because it decides what may be seen.
create function network.look_me_up() returns network.actor_row
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  begin atomic
    select m.id, o.id, u.id, a.id, a.state, m.competences, m.areas, m.clearance
    from network.mandate m
    join network.official o on o.id = m.official and o.active
    join network.unit u on u.id = o.unit
    join network.authority a on a.id = u.authority
    where m.id = network.my_mandate() and m.withdrawn_at is null and now() between m.valid_from and m.valid_until;
  end;
alter function network.look_me_up() owner to iconet_keeper;

-- The same, looked up once a transaction (network.enter in access/table.sql keeps it): the policies of one request ask dozens of
-- times. What is kept counts only for the mandate that acts.
create function network.me() returns network.actor_row language plpgsql stable parallel safe as $$
declare
  kept text := current_setting('iconet.me', true);
  me network.actor_row;
begin
  if kept <> '' then
    me := kept;
    if me.mandate = network.my_mandate() then return me; end if;
  end if;
  return network.look_me_up();
end $$;

-- Written without a query of their own: so PostgreSQL puts them into the statement that asks instead of running them as one each.
create function network.my_person() returns integer language sql stable parallel safe return (network.me()).person;
create function network.my_unit() returns integer language sql stable parallel safe return (network.me()).unit;
create function network.my_authority() returns integer language sql stable parallel safe return (network.me()).authority;
create function network.my_state() returns text language sql stable parallel safe return (network.me()).state;
create function network.my_areas() returns text[] language sql stable parallel safe return (network.me()).areas;
create function network.my_clearance() returns smallint language sql stable parallel safe return (network.me()).clearance;
create function network.i_may(competence text) returns boolean language sql stable parallel safe
  return coalesce(i_may.competence = any((network.me()).competences), false);

-- The State of an authority, unit or official, for policies on other tables; sees further than its caller and tells only the State.
create function network.state_of_unit(unit integer) returns text
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return (select a.state from network.unit u join network.authority a on a.id = u.authority where u.id = state_of_unit.unit);
alter function network.state_of_unit(integer) owner to iconet_keeper;
create function network.state_of_authority(authority integer) returns text
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return (select a.state from network.authority a where a.id = state_of_authority.authority);
alter function network.state_of_authority(integer) owner to iconet_keeper;
create function network.state_of_official(official integer) returns text
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return (select a.state from network.official o join network.unit u on u.id = o.unit
          join network.authority a on a.id = u.authority where o.id = state_of_official.official);
alter function network.state_of_official(integer) owner to iconet_keeper;

-- Whether a mandate is this person's, in this unit and State; yes for a mandate that never was, which speaks of nobody. For the
-- record, which is written also when the mandate has just ended.
create function network.is_of(mandate integer, person integer, unit integer, state text) returns boolean
  language sql stable parallel safe security definer set search_path = pg_catalog, pg_temp
  return coalesce((select (o.id, u.id, a.state) is not distinct from (is_of.person, is_of.unit, is_of.state)
    from network.mandate m join network.official o on o.id = m.official join network.unit u on u.id = o.unit
    join network.authority a on a.id = u.authority where m.id = is_of.mandate), true);
alter function network.is_of(integer, integer, integer, text) owner to iconet_keeper;

-- Every official sees which States take part; nobody else does.
create policy state_read on network.state for select using ((select network.my_person()) is not null);
-- The administrator admits States; whether a State validates is for its own contact point.
create policy state_admit on network.state for insert with check ((select network.i_may('administer')));
create policy state_rule on network.state for update
  using ((select network.i_may('appoint')) and code = (select network.my_state()));

-- What kind of State it is, is not for the State to change.
create function network.state_guard() returns trigger language plpgsql as $$
begin
  if (new.code, new.kind) is distinct from (old.code, old.kind) then
    raise exception 'only whether it validates changes' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger state_guard before update on network.state for each row execute function network.state_guard();

-- Every official sees the authorities.
create policy authority_read on network.authority for select using ((select network.my_person()) is not null);
-- Authorities are entered by the contact point of their State, or by the administrator when a State joins.
create policy authority_enter on network.authority for insert
  with check ((select network.i_may('administer')) or ((select network.i_may('appoint')) and state = (select network.my_state())));
create policy authority_change on network.authority for update
  using ((select network.i_may('appoint')) and state = (select network.my_state()));

-- Listed units are seen by every official, unlisted ones only within their State.
create policy unit_read on network.unit for select
  using ((listed and (select network.my_person()) is not null)
    or network.state_of_authority(authority) = (select network.my_state()));
-- Units are kept by the contact point of their State, or entered by the administrator when a State joins.
create policy unit_enter on network.unit for insert
  with check ((select network.i_may('administer'))
    or ((select network.i_may('appoint')) and network.state_of_authority(authority) = (select network.my_state())));
create policy unit_change on network.unit for update
  using ((select network.i_may('appoint')) and network.state_of_authority(authority) = (select network.my_state()));

-- Officials are seen where their unit is.
create policy official_read on network.official for select using (unit in (select id from network.unit));
-- Officials are entered and kept by the contact point of their State; the administrator enters a State's first.
create policy official_enter on network.official for insert
  with check ((select network.i_may('administer'))
    or ((select network.i_may('appoint')) and network.state_of_unit(unit) = (select network.my_state())));
create policy official_change on network.official for update
  using ((select network.i_may('appoint')) and network.state_of_unit(unit) = (select network.my_state()));

-- Every official sees who the contact points and their deputies are.
create policy contact_point_read on network.contact_point for select using ((select network.my_person()) is not null);
-- The administrator notes whom a State designated; the contact point names its own deputy, and nothing else of the row.
create policy contact_point_enter on network.contact_point for insert with check ((select network.i_may('administer')));
create policy contact_point_change on network.contact_point for update
  using ((select network.i_may('administer')) or ((select network.i_may('appoint')) and state = (select network.my_state())));

-- A policy sees whole rows; what of a row may change, and that the people named belong to the State, is held here.
create function network.contact_point_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.state, new.unit, new.official) is distinct from (old.state, old.unit, old.official)
      and not network.i_may('administer')
    or network.state_of_unit(new.unit) is distinct from new.state
    or network.state_of_official(new.official) is distinct from new.state
    or new.deputy is not null and network.state_of_official(new.deputy) is distinct from new.state then
    raise exception 'not a designation of this State' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger contact_point_guard before insert or update on network.contact_point
  for each row execute function network.contact_point_guard();

-- Duty hours are seen where the unit is seen.
create policy duty_read on network.duty for select using (unit in (select id from network.unit));
-- They are planned by the contact point of the State, with officials of that State only.
create policy duty_plan on network.duty for insert
  with check ((select network.i_may('appoint')) and network.state_of_unit(unit) = (select network.my_state())
    and network.state_of_official(official) = (select network.my_state()));
create policy duty_drop on network.duty for delete
  using ((select network.i_may('appoint')) and network.state_of_unit(unit) = (select network.my_state()));
