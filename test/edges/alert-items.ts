import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import type { World } from '../world.ts'

/** Of each operation that names one alert or list: who asks under which purpose, for Greece's, which Latvia may not read, and for none. */
export type PurposeItem = [
  persona: string,
  hidden: string[],
  never: string[],
  body: object | undefined,
  purpose: string,
]

/** An alert of Greece for Greece alone, asked for by Latvia's bureau, which keeps alerts of its own. */
export async function alertItems(world: World, never: string): Promise<Record<string, PurposeItem>> {
  const greece = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await greece.alerts.enterList(
    sampleTerms('return-decision', { name: 'Greece only', audience: ['state:GR'] }),
  )
  const { id } = await greece.alerts.enter({ list, content: sampleContent() })
  const { id: other } = await greece.alerts.enter({ list, content: sampleContent() })
  await greece.alerts.link({ id, other, kind: 'same-case' })
  const told = await greece.alerts.tellAchieved({ id, note: 'Left today.' })
  const latvia = 'sanita-krumina-falk'
  const alert = (body?: object): PurposeItem => [latvia, [id], [never], body, 'alert-keeping']
  const { kind: _kind, ...terms } = sampleTerms('return-decision')
  const content = sampleContent()
  return {
    'alerts.changeList': [latvia, [list], [never], { ...terms, revision: 1 }, 'alert-keeping'],
    'alerts.export': [latvia, [list], [never], undefined, 'alert-keeping'],
    'alerts.import': [latvia, [list], [never], {}, 'alert-keeping'],
    'alerts.read': alert(),
    'alerts.history': alert(),
    'alerts.change': alert({ version: 1, content }),
    'alerts.extend': alert({ version: 1, months: 36, assessment: 'It is needed for longer than that.' }),
    'alerts.withdraw': alert({ reason: 'entered-in-error' }),
    'alerts.link': alert({ other, kind: 'family' }),
    'alerts.unlink': [latvia, [id, other], [never, never], undefined, 'alert-keeping'],
    'alerts.tellAchieved': alert({ note: 'Left today.' }),
    'alerts.keep': [latvia, [id, told.id], [never, never], { because: 'He came back.' }, 'alert-keeping'],
  }
}
