import { beforeAll, expect, test } from 'vitest'
import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { waiting } from '#test/at-once.ts'
import { useWorld } from '#test/world.ts'
import { aPassenger, raise } from './samples.ts'

const world = useWorld()
const desk = async (persona = 'kristaps-vitolnieks-hale') =>
  (await world.as(persona, { purpose: 'border-check' })).hits
beforeAll(async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Same instant' }))
  await keeper.alerts.enter({ list, content: sampleContent() })
})

/** Until so many wait, or the work is done all the same. */
async function comesTo(count: number, work: Promise<unknown>): Promise<void> {
  let done = false
  const end = () => {
    done = true
  }
  work.then(end, end)
  await expect.poll(async () => done || (await waiting(world)) >= count, { timeout: 10_000 }).toBe(true)
}

/** Begins these, holds each just before its commit by the table of the record, does the other meanwhile, and lets them go. */
async function atOnceBefore<T>(works: readonly (() => Promise<T>)[], meanwhile: () => Promise<void>) {
  await world.owner.query('begin; lock table record.entry in share mode')
  const begun: Promise<T>[] = []
  for (const work of works) {
    begun.push(work())
    await comesTo(begun.length, Promise.all(begun))
  }
  await meanwhile()
  await world.owner.query('commit')
  return begun
}

/** A person who was raised as announced; then `said`, and the same person raised as booked, each before the other is committed. */
async function interleaved(
  number: string,
  before: (hit: string) => Promise<unknown>,
  said: (hit: string) => Promise<unknown>,
) {
  const person = (of: string) => aPassenger({ documents: [{ type: 'P', number: of, issuer: 'IRN' }] })
  const suppressed: boolean[] = []
  for (const first of ['said', 'raised']) {
    const documents = person(`${number}${first}`)
    const [announced] = await raise(world, [documents])
    const hit = announced?.hits[0]?.id ?? ''
    await before(hit)
    const booked = { ...documents, given: 'FAROKH REZA' }
    let raised: ReturnType<typeof raise> | undefined
    let saying: Promise<unknown>
    if (first === 'said') {
      // Said, and held just before its commit by the table of the record.
      await world.owner.query('begin; lock table record.entry in share mode')
      saying = said(hit)
      await comesTo(1, saying)
      raised = raise(world, [booked])
      await comesTo(2, raised)
      await world.owner.query('commit')
    } else {
      let go = () => {}
      const held = new Promise<void>(resolve => {
        go = resolve
      })
      const there = new Promise<void>(resolve => {
        raised = raise(world, [booked], {
          beforeCommit: async () => {
            resolve()
            await held
          },
        })
      })
      await there
      saying = said(hit)
      await comesTo(1, saying)
      go()
    }
    await saying
    const other = (await raised)?.[0]?.hits[0]?.id ?? ''
    suppressed.push((await (await desk()).read({ id: other })).suppressed)
  }
  return suppressed
}

const notTheSame = async (hit: string) =>
  (await desk()).review({
    id: hit,
    version: 1,
    verdict: 'not-the-same',
    reason: 'Another face.',
    rememberMonths: 12,
  })

test('a hit raised at the instant in which a colleague says that it is not the same waits for nobody, whoever is first', async () => {
  expect(await interleaved('SI1', async () => {}, notTheSame)).toEqual([true, true])
})

test('a hit raised at the instant in which that is taken back waits for people, whoever is first', async () => {
  const withdraw = async (hit: string) => {
    const known = (await (await desk()).notTheSame({})).items.find(each => each.hit === hit)
    await (await desk()).withdrawNotTheSame({ id: known?.id ?? '', reason: 'Seen again.' })
  }
  expect(await interleaved('SI2', notTheSame, withdraw)).toEqual([false, false])
  const otherwise = async (hit: string) =>
    (await desk('dace-liepina-korr')).review({
      id: hit,
      version: 2,
      verdict: 'same',
      reason: 'The fingerprints have come.',
    })
  expect(await interleaved('SI3', notTheSame, otherwise)).toEqual([false, false])
})

for (const last of ['whoever raises', 'the keeper'] as const)
  test(`a hit raised at the instant in which its alert is withdrawn, or closed to its readers, follows it at once, where ${last} commits last`, async () => {
    const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
    const terms = sampleTerms('missing-person', { name: `Closing, ${last}` })
    const { id: list, revision } = await keeper.alerts.enterList(terms)
    const other = await keeper.alerts.enterList({ ...terms, name: `Ending, ${last}` })
    const [ending, closing] =
      last === 'the keeper' ? ['Vanishinskaite', 'Hidingauskiene'] : ['Fadingaite', 'Veilingiene']
    const invented = (family: string) =>
      sampleContent({ identities: [{ names: [{ family, given: 'Aurelija' }], birth: '1991-07-07' }] })
    const { id: alert } = await keeper.alerts.enter({ list: other.id, content: invented(ending) })
    await keeper.alerts.enter({ list, content: invented(closing) })
    const people = [ending, closing].map(family =>
      aPassenger({
        family: family.toUpperCase(),
        given: 'AURELIJA',
        birth: '1991-07-07',
        nationality: null,
        sex: null,
      }),
    )
    const keeping = [
      () => keeper.alerts.withdraw({ id: alert, reason: 'entered-in-error' }),
      () => keeper.alerts.changeList({ ...terms, id: list, revision, audience: ['state:GR'] }),
    ]
    let raised: Awaited<ReturnType<typeof raise>> = []
    if (last === 'the keeper')
      await Promise.all(
        await atOnceBefore(keeping, async () => {
          raised = await raise(world, people)
        }),
      )
    else
      raised = await raise(world, people, {
        beforeCommit: async () => {
          for (const keep of keeping) await keep()
        },
      })
    const [gone = '', closed = ''] = raised.map(({ hits }) => hits[0]?.id ?? '')
    const { rows } = await world.owner.query<{ state: string; closed_because: string; reasons: unknown[] }>(
      'select state, closed_because, reasons from person.hit where id = $1',
      [gone],
    )
    expect(rows).toEqual([{ state: 'closed', closed_because: 'alert-ended', reasons: [] }])
    const officer = await desk()
    expect((await officer.list({ view: 'queue' })).items.map(({ id }) => id)).not.toContain(gone)
    await expect(officer.read({ id: closed })).rejects.toMatchObject({ code: 'not-found' })
  })

test('however raising and withdrawing fall together, no hit stays open on an alert that is gone, and nobody is refused', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await keeper.alerts.enterList(sampleTerms('return-decision', { name: 'Together' }))
  const person = (family: string) => ({ family, given: 'Ksawery', birth: '1966-06-06' })
  for (let round = 0; round < 12; round++) {
    const family = `Rozdroze${'abcdefghijkl'[round]}ski`
    const { birth, ...name } = person(family)
    const { id } = await keeper.alerts.enter({
      list,
      content: sampleContent({ identities: [{ names: [name], birth }] }),
    })
    const passengers = [1, 2, 3].map(at =>
      aPassenger({
        ...person(family),
        nationality: null,
        sex: null,
        documents: [{ type: 'P', number: `TG${round}${at}`, issuer: 'POL' }],
      }),
    )
    await raise(world, passengers)
    await Promise.all([
      ...passengers.map(each => raise(world, [{ ...each, given: 'KSAWERY M' }])),
      keeper.alerts.withdraw({ id, reason: 'entered-in-error' }),
      raise(world, passengers),
    ])
  }
  const { rowCount } = await world.owner.query(
    `select from person.hit h where h.list = $1 and (h.state in ('open', 'first') or h.reasons <> '[]')`,
    [list],
  )
  expect(rowCount).toBe(0)
  const { rowCount: raised } = await world.owner.query('select from person.hit where list = $1', [list])
  expect(raised).toBeGreaterThan(36)
})
