-- Open data: editions of public sets, the incidents of IOM and the detections of Frontex. Aggregates and events only; nothing here
-- leads to a person. A row is kept with the date of the edition it first stood in and of the one it was gone from, so that
-- the picture of an earlier day can be drawn again.

create table stat.edition (
  id integer generated always as identity primary key,
  source text not null check (source in ('iom-missing-migrants', 'frontex-detections')),
  as_of date not null,
  title text not null check (length(title) <= 200),
  publisher text not null check (length(publisher) <= 200),
  address text not null check (length(address) <= 500),
  licence text not null check (length(licence) <= 200),
  caveat text not null check (length(caveat) <= 1000),
  unit text not null check (unit in ('persons', 'detections')),
  covers_from text not null check (covers_from ~ '^\d{4}-\d{2}$'),
  covers_to text not null check (covers_to ~ '^\d{4}-\d{2}$'),
  rows integer not null,
  total integer not null,
  rejected integer not null default 0,
  sha256 text not null check (length(sha256) = 64), -- of the file, unpacked
  imported_at timestamptz not null default now(),
  unique (source, sha256)
);
create index edition_newest on stat.edition (source, as_of desc, id desc);

create table stat.incident (
  id integer generated always as identity primary key,
  key text not null, -- made from the content of the row
  first_as_of date not null,
  gone_as_of date,
  day date not null,
  kinds text[] not null,
  route text not null,
  country text not null check (length(country) = 3),
  persons integer not null check (persons >= 0),
  survivors integer check (survivors >= 0),
  causes text[] not null,
  nationalities text[] not null,
  place text not null check (length(place) <= 2000),
  lon double precision not null check (lon between -180 and 180),
  lat double precision not null check (lat between -90 and 90),
  doubt jsonb -- why the point cannot be where it is said to be
);
create unique index incident_current on stat.incident (key) where gone_as_of is null;
create index incident_by_day on stat.incident (day desc, id);

create table stat.detection (
  id integer generated always as identity primary key,
  first_as_of date not null,
  gone_as_of date,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  route text not null,
  border text not null check (border in ('land', 'sea')),
  nationality text not null check (length(nationality) = 3),
  detections integer not null check (detections > 0)
);
create unique index detection_current on stat.detection (route, border, nationality, month) where gone_as_of is null;
create index detection_by_month on stat.detection (month);

-- Whether the actor works with the picture: their mandate covers statistics or early warning.
create function stat.i_read_open_data() returns boolean language sql stable parallel safe
  return coalesce((select network.my_areas()) && '{statistics,early-warning}'::text[], false);
-- Whether the actor may bring open data in: an analyst whose mandate covers statistics.
create function stat.i_keep_open_data() returns boolean language sql stable parallel safe
  return coalesce((select network.i_may('analyse')) and 'statistics' = any((select network.my_areas())::text[]), false);

-- Open data is PUBLIC: every official whose mandate covers statistics or early warning reads all of it.
create policy edition_read on stat.edition for select using ((select stat.i_read_open_data()));
create policy incident_read on stat.incident for select using ((select stat.i_read_open_data()));
create policy detection_read on stat.detection for select using ((select stat.i_read_open_data()));
-- Analysts bring in new editions and the rows that stand in them.
create policy edition_enter on stat.edition for insert with check ((select stat.i_keep_open_data()));
create policy incident_enter on stat.incident for insert with check ((select stat.i_keep_open_data()));
create policy detection_enter on stat.detection for insert with check ((select stat.i_keep_open_data()));
-- Analysts mark a row as gone from a newer edition; nobody removes one.
create policy incident_gone on stat.incident for update using ((select stat.i_keep_open_data())) with check (gone_as_of is not null);
create policy detection_gone on stat.detection for update using ((select stat.i_keep_open_data())) with check (gone_as_of is not null);

-- A policy sees whole rows; that marking as gone changes nothing else, and is not taken back, is held here.
create function stat.gone_guard() returns trigger language plpgsql as $$
begin
  if old.gone_as_of is not null or to_jsonb(new) - 'gone_as_of' is distinct from to_jsonb(old) - 'gone_as_of' then
    raise exception 'open data is not rewritten' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger gone_guard before update on stat.incident for each row execute function stat.gone_guard();
create trigger gone_guard before update on stat.detection for each row execute function stat.gone_guard();
