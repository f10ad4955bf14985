-- Reading the record. The table itself is the ground's (kit/ground.sql): every act of every feature ends in it. There is a policy
-- to write about oneself and one to read; none to change or remove, so nobody has the right to.

create index entry_by_person on record.entry (person, id desc);
create index entry_by_correlation on record.entry (correlation);

-- Every official reads their own entries. The supervisor and the data-protection officer read those of their State; the Union's
-- supervisor reads all, also those of nobody signed in.
create policy entry_read on record.entry for select
  using (person = (select network.my_person())
    or state = (select network.my_state())
      and ((select network.i_may('supervise')) or (select network.i_may('protect')))
    or (select network.i_may('supervise')) and (select network.my_state()) = 'EU');
-- Written only about oneself, in the transaction of the act; before sign-in, about nobody. Nobody changes or removes an entry.
create policy entry_write on record.entry for insert
  with check (mandate is not distinct from network.my_mandate()
    and case when mandate is null then (person, unit, state) is not distinct from (null::integer, null::integer, null::text)
      else network.is_of(mandate, person, unit, state) end);
