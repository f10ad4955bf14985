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

-- Answers to submissions (kit/submissions.ts) hold whatever was answered, names too: they go after their time, whatever they are about.
create index submission_by_time on record.submission (at);
-- Read and removed beyond one's own only to let go of what is due.
create policy keeper_find on record.submission for select to iconet_keeper using (true);
create policy keeper_forget on record.submission for delete to iconet_keeper using (true);

-- Forgets answers given so many hours ago, and counts them. As the keeper, because an answer is read by nobody but whoever it was
-- given to; for automatic duties alone.
create function record.forget_answers(hours integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare gone integer;
begin
  if not network.i_may('run') then
    raise exception 'automatic duty' using errcode = '42501';
  end if;
  delete from record.submission s where s.at <= now() - make_interval(hours => forget_answers.hours);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- The mandate that forgets the answers of an hour, for the first answer in it; null for the others, so that answers do not wait for
-- each other to queue one duty. As the keeper, because nobody sees whether others were answered.
create function record.first_in_hour(given timestamptz) returns integer
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from record.submission s where s.at >= date_trunc('hour', given, 'UTC')
      and s.at < date_trunc('hour', given, 'UTC') + interval '1 hour') then
    return null;
  end if;
  return work.clock();
end $$;
alter function record.forget_answers(integer) owner to iconet_keeper;
alter function record.first_in_hour(timestamptz) owner to iconet_keeper;
revoke all on function record.forget_answers(integer), record.first_in_hour(timestamptz) from public;
grant execute on function record.forget_answers(integer), record.first_in_hour(timestamptz) to iconet_member;
