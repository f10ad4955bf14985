import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { alertsOfTheirOwn } from '#test/alerts-of-their-own.ts'
import { raise } from './samples.ts'

const world = useWorld()
const { as, greece, border, anAlert, passenger, family, birth } = alertsOfTheirOwn(world)

test('a document on a list raises a hit, alone and within a range, and not for another issuer', async () => {
  const { id } = await anAlert('document', {}, () => ({
    identities: [],
    documents: [
      { number: 'RG 500 100', to: 'RG 500 199', issuer: 'IRN', status: 'blank' },
      { number: 'SG 77 1234', issuer: 'IRN', status: 'stolen' },
    ],
  }))
  const holder = (number: string, issuer: string) =>
    passenger({ family: 'NOBODYOFTHELIST', given: 'ORDWIN', documents: [{ type: 'P', number, issuer }] })
  const people = [
    holder('RG500150', 'IRN'),
    holder('SG771234', 'IRN'),
    holder('RG500200', 'IRN'),
    holder('RG500150', 'TUR'),
  ]
  const found = await raise(world, people)
  expect(found.map(each => each.hits.map(hit => [hit.kind, hit.action, hit.look]))).toEqual([
    [['document', 'seize', true]],
    [['document', 'seize', true]],
    [],
    [],
  ])
  const officer = await border()
  const hit = await officer.hits.read({ id: found[0]?.hits[0]?.id ?? '' })
  expect(hit).toMatchObject({
    alert: { id, number: 0, identity: null, documents: [{ to: 'RG 500 199' }, {}] },
    reasons: [{ kind: 'range', passenger: 'RG500150', from: 'RG 500 100', to: 'RG 500 199' }],
  })
})

test('an officer who found somebody by asking raises a hit, once, and only where the two are alike', async () => {
  const { id } = await anAlert()
  const officer = await border()
  const question = { person: { family: family(), given: 'Farokh', birth: birth() } }
  const hit = await officer.hits.report({ alert: id, question })
  expect(hit).toMatchObject({ subjectKind: 'query', state: 'open', alert: { id } })
  expect((await officer.hits.report({ alert: id, question })).id).toBe(hit.id)
  await expect(
    officer.hits.report({
      alert: id,
      question: { person: { family: 'Nobody', given: 'Else', birth: '2001-01-01' } },
    }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(officer.hits.report({ alert: randomUUID(), question })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('an officer who found a vessel or a document takes it up as a hit, with nobody named', async () => {
  const { id } = await anAlert('vessel', {}, () => ({
    identities: [],
    objects: [{ type: 'vessel', name: 'Invented Gull', imo: '9999941', callSign: 'SV-77' }],
  }))
  const officer = await border()
  const hit = await officer.hits.report({ alert: id, question: { object: 'imo 9999941' } })
  expect(hit).toMatchObject({
    name: 'imo 9999941',
    subjectKind: 'query',
    state: 'open',
    kind: 'vessel',
    alert: { id, number: 0, identity: null, objects: [{ name: 'Invented Gull' }] },
    reasons: [{ kind: 'object', passenger: 'imo 9999941', alert: '9999941' }],
  })
  expect((await officer.hits.report({ alert: id, question: { object: 'IMO 9999941' } })).id).toBe(hit.id)
  await expect(officer.hits.report({ alert: id, question: { object: 'IMO 9999953' } })).rejects.toMatchObject(
    { code: 'invalid-input' },
  )
  // A person decides, the owner's bureau learns of it, and the two bureaux write to each other about it.
  await officer.hits.review({ id: hit.id, version: 1, verdict: 'same', reason: 'Moored at pier 4.' })
  const keeper = await greece()
  expect((await keeper.hits.list({ view: 'ours', alert: id })).items).toMatchObject([
    { id: hit.id, name: 'imo 9999941' },
  ])
  const bureau = await as('sanita-krumina-falk', 'alert-keeping')
  await bureau.hits.sendForm({ id: hit.id, kind: 'hit-reported', text: 'Pier 4, since this morning.' })
  // Known not to be the very one: the same sign on another vessel does not come up again.
  const other = await officer.hits.report({ alert: id, question: { object: 'sv77' } })
  expect(other).toMatchObject({ reasons: [{ kind: 'object', passenger: 'sv77', alert: 'SV-77' }] })
  await officer.hits.review({ id: other.id, version: 1, verdict: 'not-the-same', reason: 'Another flag.' })
  expect((await officer.hits.notTheSame({})).items[0]).toMatchObject({ hit: other.id, name: 'sv77' })

  const blank = await anAlert('document', {}, () => ({
    identities: [],
    documents: [{ number: 'VS 500 100', to: 'VS 500 199', issuer: 'IRN', status: 'blank' }],
  }))
  // Another alert with the same range is not taken up unasked.
  await anAlert('document', {}, () => ({
    identities: [],
    documents: [{ number: 'VS 500 100', to: 'VS 500 199', issuer: 'IRN', status: 'blank' }],
  }))
  const found = await officer.hits.report({
    alert: blank.id,
    question: { documents: [{ number: 'VS500150', issuer: 'IRN' }] },
  })
  expect(found).toMatchObject({ name: 'VS500150', reasons: [{ kind: 'range' }] })
  const { rowCount } = await world.owner.query('select from person.hit where subject_ref = $1', [
    found.subjectRef,
  ])
  expect(rowCount).toBe(1)
})

test('what one officer took up for one purpose hides nothing from a colleague who asks the same for another', async () => {
  const { id } = await anAlert('vehicle', {}, () => ({
    identities: [],
    objects: [{ type: 'vehicle', plate: 'ZZ 77 ABQ' }],
  }))
  const question = { object: 'zz-77-abq' }
  const first = await (await border()).hits.report({ alert: id, question })
  const colleague = await as('dace-liepina-korr', 'identity-verification')
  const second = await colleague.hits.report({ alert: id, question })
  expect(second).toMatchObject({ state: 'open', reasons: [{ kind: 'object' }] })
  expect(second.id).not.toBe(first.id)
  expect((await (await border()).hits.report({ alert: id, question })).id).toBe(first.id)
})
