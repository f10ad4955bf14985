-- Runs after each feature's table.sql. Every table is behind row security, forced on its owner too, and the member role
-- (or the role that a policy names) gets exactly those kinds of statement for which the table has a policy: no policy, no right.
do $$
declare
  one record;
begin
  for one in
    select c.oid, format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('network', 'work', 'person', 'stat', 'record')
  loop
    execute format('alter table %s enable row level security', one.name);
    execute format('alter table %s force row level security', one.name);
  end loop;
  for one in
    select distinct format('%I.%I', p.schemaname, p.tablename) as name,
      case p.cmd when 'ALL' then 'select, insert, update, delete' else lower(p.cmd) end as kinds,
      case role when 'public' then 'iconet_member' else role::text end as holder
    from pg_policies p, unnest(p.roles) role
    where p.schemaname in ('network', 'work', 'person', 'stat', 'record')
  loop
    execute format('grant %s on %s to %I', one.kinds, one.name, one.holder);
  end loop;
end $$;
