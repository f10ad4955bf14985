import { beforeAll, expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { ColumnsBuilder } from '#core/match/columns.ts'
import { sampleContent, sampleTerms } from '../samples.ts'
import { type Engine, engineOf } from './engine.ts'
import { startPool } from './pool.ts'

const world = useWorld()
let engine: Engine
let list: string
beforeAll(async () => {
  // Two threads, as on a machine with three cores: each must know of every change.
  world.ground.config = { ...world.ground.config, screeningThreads: 2 }
  engine = await engineOf(world.ground)
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  list = (await keeper.alerts.enterList(sampleTerms('return-decision'))).id
}, 60_000)

/** Invented people who have nothing in common but being asked about here. */
const people: Record<string, { given: string; birth: string }> = {
  Qasemzadeh: { given: 'Farrokh', birth: '1984-03-17' },
  Vroubelakis: { given: 'Stamatia', birth: '1961-10-02' },
  Zorbandakis: { given: 'Pelagia', birth: '1990-07-23' },
  Ilmarinenko: { given: 'Bohdan', birth: '1975-12-05' },
  Tchoukhadze: { given: 'Nugzar', birth: '1958-04-28' },
  Wolyniecka: { given: 'Jadwiga', birth: '1999-09-11' },
}
const asked = (family: string) => ({ family, ...(people[family] ?? { given: '', birth: '' }) })
/** Asked so often at once that both threads have work. */
const findsEverywhere = async (family: string): Promise<boolean[]> => {
  const hits = await engine.screen(Array.from({ length: 64 }, () => asked(family)))
  return [...new Set(hits.map(each => each.length > 0))]
}
const content = (family: string) =>
  sampleContent({
    identities: [
      {
        names: [{ family, given: people[family]?.given ?? '' }],
        birth: people[family]?.birth ?? null,
        nationalities: [],
        sex: null,
      },
    ],
  })

test('an alert that is entered, changed and withdrawn is so in every thread', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const within = async (family: string, found: boolean): Promise<void> => {
    const until = performance.now() + 10_000
    for (;;) {
      const answers = await findsEverywhere(family)
      if (answers.length === 1 && answers[0] === found) return
      if (performance.now() > until) throw new Error(`${family} is not ${found ? 'found' : 'gone'}.`)
      await new Promise(go => setTimeout(go, 5))
    }
  }
  expect(await findsEverywhere('Qasemzadeh')).toEqual([false])
  const { id, version } = await keeper.alerts.enter({ list, content: content('Qasemzadeh') })
  await within('Qasemzadeh', true)
  await keeper.alerts.change({ id, version, content: content('Vroubelakis') })
  await within('Vroubelakis', true)
  expect(await findsEverywhere('Qasemzadeh')).toEqual([false])
  await keeper.alerts.withdraw({ id, reason: 'entered-in-error' })
  await within('Vroubelakis', false)
})

test('what was committed before one asks to settle is seen by the next question', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  for (const family of ['Zorbandakis', 'Ilmarinenko', 'Tchoukhadze']) {
    await keeper.alerts.enter({ list, content: content(family) })
    await engine.settled()
    expect(await findsEverywhere(family), family).toEqual([true])
  }
})

test('a connection that breaks is made again, and what changed meanwhile is not missed', async () => {
  const keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  await world.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'iconet iconet_alerts'
     and datname = current_database()`,
  )
  await keeper.alerts.enter({ list, content: content('Wolyniecka') })
  const until = Date.now() + 8000
  while (Date.now() < until && (await findsEverywhere('Wolyniecka'))[0] !== true)
    await new Promise(go => setTimeout(go, 50))
  expect(await findsEverywhere('Wolyniecka')).toEqual([true])
})

test('the index is built anew while people are screened and alerts change, and nothing is lost on the way', async () => {
  const alert = (at: number, family: string) => ({
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}/1`,
    names: [{ family, given: people[family]?.given ?? 'Somebody' }],
    birth: people[family]?.birth ?? '1950-01-20',
    nationalities: [],
    documents: [],
  })
  const builder = new ColumnsBuilder()
  for (let i = 0; i < 500; i++) builder.add(alert(i, `Anybody${String.fromCharCode(65 + (i % 26))}`))
  const pool = startPool(builder.freeze(), 2)
  try {
    await pool.change({ ids: [alert(1000, '').id.slice(0, 36)], fresh: [alert(1000, 'Qasemzadeh')] })
    const rebuilt = pool.rebuild()
    await pool.change({ ids: [alert(1001, '').id.slice(0, 36)], fresh: [alert(1001, 'Vroubelakis')] })
    await pool.change({ ids: [alert(1000, '').id.slice(0, 36)], fresh: [] })
    await rebuilt
    const found = async (family: string) =>
      (await pool.screen([asked(family)], {})).flat().map(hit => Number(hit.alert.slice(24, 36)))
    expect(await found('Vroubelakis')).toContain(1001)
    expect(await found('Qasemzadeh')).not.toContain(1000)
    expect(pool.count).toBe(501)
    // What came in before the building began stands in the index now, and no longer beside it.
    expect(pool.pending).toBe(2)
  } finally {
    await pool.close()
  }
}, 60_000)
