import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { client } from '#app/network.ts'
import { asked, Question } from '#features/alerts/match.ts'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import type { Ground } from '#kit/ground.ts'
import { useWorld } from '#test/world.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const documents = [{ type: 'P', number: 'PR771004', issuer: 'IRN' }]
const question = { person: { family: 'Qasemzadeh', given: 'Farokh', birth: '1984-03-17' } }
const officerOn = async (ground: Ground) =>
  client(ground, await world.actor('kristaps-vitolnieks-hale'), { purpose: 'border-check' }).hits
const under = (sealKey: string): Ground => ({ ...world.ground, config: { ...world.ground.config, sealKey } })
const rows = async () =>
  (
    await world.owner.query<
      Record<'id' | 'subject_ref' | 'subject_print' | 'person_key' | 'identity_print', string>
    >(
      `select id, subject_ref, subject_print, person_key, identity_print from person.hit where alert = $1 order by raised_at, id`,
      [alert],
    )
  ).rows

let alert = ''
beforeAll(async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Prints' }))
  alert = (await keeper.alerts.enter({ list, content: sampleContent() })).id
})

test('whoever holds the table finds nobody by trying names, dates and documents against what it keeps', async () => {
  await raise(world, [aPassenger({ documents }), aPassenger()])
  await (await officerOn(world.ground)).report({ alert, question })
  const { authority } = await world.actor('kristaps-vitolnieks-hale')
  const subject = (given: string, papers: typeof documents, family: string) => ({
    family,
    given,
    full: null,
    birth: '1984-03-17',
    nationality: 'IRN',
    sex: 'M',
    documents: papers,
  })
  const tries = [
    'document PR771004 IRN 1984-03-17',
    'name QASEMZADEH|FAROKH| 1984-03-17',
    ...[documents, []].map(papers => JSON.stringify(subject('FAROKH', papers, 'QASEMZADEH'))),
    JSON.stringify([authority, 'border-check', asked(Question.parse(question))]),
  ].flatMap(text => ['sha256', 'md5', 'sha1'].map(kind => createHash(kind).update(text).digest('hex')))
  const kept = await rows()
  expect(kept).toHaveLength(3)
  for (const { subject_ref, subject_print, person_key } of kept) {
    expect(tries).not.toContain(subject_print)
    expect(tries).not.toContain(person_key)
    // A question's reference has the shape of a UUID: what is left of a hash begins as that does.
    expect(tries.map(each => each.slice(0, 12))).not.toContain(subject_ref.replaceAll('-', '').slice(0, 12))
  }
  // The same person on another flight: known again, and not to be seen in what was compared.
  await raise(world, [aPassenger()])
  const again = await rows()
  expect(new Set(again.map(each => each.person_key)).size).toBe(2)
  expect(new Set(again.map(each => each.subject_print)).size).toBe(4)
})

test('processes with the same key know somebody again, whether it stands in the folder or is given; one with another key does not', async () => {
  const [first] = await raise(world, [aPassenger({ documents })])
  const officer = await officerOn(world.ground)
  await officer.review({
    id: first?.hits[0]?.id ?? '',
    version: 1,
    verdict: 'not-the-same',
    reason: 'Another face.',
    rememberMonths: 12,
  })
  const given = readFileSync(join(world.ground.config.data, 'seal.key'), 'utf8').trim()
  const suppressedUnder = async (ground: Ground) => {
    const [found] = await raise({ ...world, ground }, [aPassenger({ documents })])
    return found?.hits.map(({ suppressed }) => suppressed)
  }
  expect(await suppressedUnder(world.ground)).toEqual([true])
  expect(await suppressedUnder(under(given))).toEqual([true])
  expect(await suppressedUnder(under(randomBytes(32).toString('base64')))).toEqual([false])
  const same = await officer.report({ alert, question })
  expect((await (await officerOn(under(given))).report({ alert, question })).id).toBe(same.id)
})

test('with the alert goes what its identity was compared by', async () => {
  const before = await rows()
  expect(before.every(each => /^[0-9a-f]{32}$/.test(each.identity_print))).toBe(true)
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  await keeper.alerts.withdraw({ id: alert, reason: 'decision-ended' })
  expect((await rows()).map(each => each.identity_print)).toEqual(before.map(each => `gone ${each.id}`))
})
