import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actorOfMandate } from '#features/access/sessions.ts'
import { useWorld } from '#test/world.ts'
import { sampleContent, sampleHandling } from './samples.ts'

const world = useWorld()

async function issued(persona: string, audience: string[], more = {}, handling = {}) {
  const officer = await world.as(persona)
  return officer.warnings.issue(
    await officer.warnings.draft({
      content: sampleContent(more),
      handling: sampleHandling(audience, handling),
    }),
  )
}

async function letters(): Promise<string[]> {
  const folder = join(world.folder, 'mail')
  const names = await readdir(folder).catch(() => [])
  return Promise.all(
    names.filter(name => name.endsWith('.eml')).map(name => readFile(join(folder, name), 'utf8')),
  )
}

const later = (hours: number) => ({ ...world.ground, clock: () => new Date(Date.now() + hours * 3_600_000) })

test('an immediate warning is mailed at once to each recipient, once, with number, urgency and link and no content', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:GR'], {
    urgency: 'immediate',
    title: 'Quayside at Otranto',
    summary: 'A quayside at Otranto is used by night.',
  })
  await world.workJobs()
  const mail = (await letters()).filter(letter => letter.includes(sent.number ?? '-'))
  const readers = await world.owner.query(
    `select distinct o.email from work.warning w
     cross join lateral network.readers(w.audience_id, w.area, w.marking) r join network.official o on o.id = r.official
     where w.id = $1 and r.state = 'GR'`,
    [sent.id],
  )
  expect(mail).toHaveLength(readers.rows.length)
  for (const letter of mail) {
    expect(letter).toContain(`/warnings/${sent.id}`)
    expect(letter).toContain('immediate')
    expect(letter).not.toMatch(/Otranto|quayside|pallet|Road D8/i)
  }
  const greek = await world.as('yannis-petrakis-orfeo')
  expect(await greek.warnings.notify({ id: sent.id, version: 1 })).toEqual({ sent: 'not' })
  const third = await world.as('awa-lemercier-dunn')
  expect(await third.warnings.notify({ id: sent.id, version: 1 })).toEqual({ sent: 'not' })
})

test('what can wait is gathered into one letter a day', async () => {
  const before = (await letters()).length
  const one = await issued('marta-colonnese-ruiz', ['state:NO'], { urgency: 'routine' })
  const two = await issued('marta-colonnese-ruiz', ['state:NO'], { urgency: 'routine' })
  await world.workJobs()
  expect((await letters()).length).toBe(before)
  const waiting = await world.owner.query(
    `select count(*)::int as count from graphile_worker._private_jobs where key like 'warnings.digest:%'`,
  )
  expect(waiting.rows[0]).toMatchObject({ count: expect.any(Number) })
  const reader = await world.as('sigrid-havnevik-ode')
  expect(await reader.warnings.digest({})).toEqual({ sent: 2 })
  expect(await reader.warnings.digest({})).toEqual({ sent: 0 })
  const [letter] = (await letters()).filter(each => each.includes(one.number ?? '-'))
  expect(letter).toContain(two.number)
  expect(letter).not.toMatch(/pallet|D8/)
})

test('a mail server that refuses costs no letter: the notice is tried again', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:LV'], { urgency: 'immediate' })
  const reader = 'ilze-ozolina-brandt'
  const refusing = { ...world.ground, mailer: { send: () => Promise.reject(new Error('451 later')) } }
  await expect(
    (await world.as(reader, { ground: refusing })).warnings.notify({ id: sent.id, version: 1 }),
  ).rejects.toMatchObject({
    code: 'unexpected',
  })
  expect(await (await world.as(reader)).warnings.notify({ id: sent.id, version: 1 })).toEqual({
    sent: 'at-once',
  })
})

test('at the deadline what nobody answered is raised to the deputy, and the originator sees to whom', async () => {
  const sent = await issued('marta-colonnese-ruiz', ['state:GR'], { urgency: 'immediate' })
  await (await world.as('eleni-markopoulou-varda')).warnings.answer({ id: sent.id, answer: 'taken-note' })
  const { rows } = await world.owner.query<{ run_at: Date; payload: { operation: string; mandate: number } }>(
    `select run_at, payload from graphile_worker._private_jobs where key like $1`,
    [`warnings.escalate:${sent.id}:%`],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.run_at.getTime()).toBeGreaterThan(Date.now() + 1.9 * 3_600_000)
  const clock = await actorOfMandate(world.ground.db, rows[0]?.payload.mandate ?? 0)
  expect(clock?.competences).toEqual(['run'])
  // Nobody signs in as the clock: it is no persona, and acts in jobs only.
  const asClock = (hours: number) => world.as('marta-colonnese-ruiz', { actor: clock, ground: later(hours) })
  expect(await (await asClock(0)).warnings.escalate({ id: sent.id })).toEqual({ escalated: 0 })
  expect(await (await asClock(3)).warnings.escalate({ id: sent.id })).toEqual({ escalated: 1 })
  expect(await (await asClock(4)).warnings.escalate({ id: sent.id })).toEqual({ escalated: 0 })
  const sender = await world.as('marta-colonnese-ruiz')
  const late = (await sender.warnings.read({ id: sent.id })).deliveries.filter(each => each.escalatedAt)
  expect(late).toMatchObject([
    { unit: { name: 'Aegean coordination unit' }, escalatedTo: 'Nikos Stavridis-Lemo' },
  ])
  const deputy = await world.as('nikos-stavridis-lemo')
  expect((await deputy.warnings.work({})).escalated.map(({ id }) => id)).toEqual([sent.id])
  await expect(sender.warnings.escalate({ id: sent.id })).rejects.toMatchObject({ code: 'not-competent' })
  // The clock sees no warning itself.
  expect(await (await asClock(0)).warnings.list({}).catch((error: { code: string }) => error.code)).toBe(
    'not-competent',
  )
})

test('readers hear of it at once, and nobody else does', async () => {
  const heard: string[] = []
  const greek = await world.actor('yannis-petrakis-orfeo')
  const third = await world.actor('awa-lemercier-dunn')
  const listen = (name: string, person: number) =>
    world.ground.events.listen({
      person,
      tell: event => heard.push(`${name} ${event.topic} ${event.id}`),
      close: () => {},
    })
  const stops = [listen('greek', greek.person), listen('third', third.person)]
  const sent = await issued('marta-colonnese-ruiz', ['state:GR'])
  await (await world.as('eleni-markopoulou-varda')).warnings.answer({ id: sent.id, answer: 'acting' })
  await expect.poll(() => heard.length).toBeGreaterThanOrEqual(2)
  expect(new Set(heard)).toEqual(new Set([`greek warnings ${sent.id}`]))
  for (const stop of stops) stop()
})
