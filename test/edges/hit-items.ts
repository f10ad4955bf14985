import { sampleContent, sampleTerms } from '#features/alerts/samples.ts'
import { aPassenger, raise } from '#features/hits/samples.ts'
import type { World } from '../world.ts'
import type { PurposeItem } from './alert-items.ts'

/**
 * Of each operation that names one hit, form or file: the bureau of the very authority that screened, under a purpose that opens
 * none of them; and of each that names an alert, one that Greece keeps for itself.
 */
export async function hitItems(world: World, never: string): Promise<Record<string, PurposeItem>> {
  const greece = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const { id: list } = await greece.alerts.enterList(
    sampleTerms('return-decision', { name: 'For the hits of others' }),
  )
  await greece.alerts.enter({ list, content: sampleContent() })
  const { id: own } = await greece.alerts.enterList(
    sampleTerms('refusal-of-entry', { name: 'Misused, Greece only', audience: ['state:GR'] }),
  )
  const [identity] = sampleContent().identities
  const { id: alert } = await greece.alerts.enter({
    list: own,
    content: sampleContent({ identities: [identity, { ...identity, kind: 'misused' }] as never }),
  })
  const question = {
    question: 'Which school?',
    answer: 'The first',
    consent: 'In writing',
    consentOn: '2026-01-01',
  }
  await greece.hits.keepMisused({ alert, number: 2, ...question })
  const [raised] = await raise(
    world,
    [aPassenger({ documents: [{ type: 'P', number: 'HH1', issuer: 'IRN' }] })],
    {
      by: 'dace-liepina-korr',
    },
  )
  const hit = raised?.hits[0]?.id ?? ''
  const desk = await world.as('dace-liepina-korr', { purpose: 'border-check' })
  await desk.hits.review({ id: hit, version: 1, verdict: 'not-the-same', reason: 'Another face.' })
  const [known] = (await desk.hits.notTheSame({})).items
  const latvia = 'sanita-krumina-falk'
  const bureau = await world.as(latvia, { purpose: 'alert-keeping' })
  const form = await bureau.hits.sendForm({ id: hit, kind: 'information-request', text: 'A photograph?' })
  const file = await bureau.hits.attachToForm({ id: form.id, file: new File(['A note.'], 'note.txt') })
  const purpose = 'protection-of-the-person'
  const one = (body?: object): PurposeItem => [latvia, [hit], [never], body, purpose]
  return {
    'hits.read': one(),
    'hits.review': one({ version: 2, verdict: 'same', reason: 'Because.' }),
    'hits.withdrawNotTheSame': [latvia, [known?.id ?? ''], [never], { reason: 'Because.' }, purpose],
    'hits.misused': [latvia, [alert], [never], undefined, 'alert-keeping'],
    'hits.keepMisused': [latvia, [alert, '2'], [never, '2'], question, 'alert-keeping'],
    'hits.forgetMisused': [latvia, [alert, '2'], [never, '2'], undefined, 'alert-keeping'],
    'hits.forms': one(),
    'hits.sendForm': one({ kind: 'information-request', text: 'Who is it?' }),
    'hits.replyForm': [latvia, [form.id], [never], { text: 'Nobody.' }, purpose],
    'hits.attachToForm': [latvia, [form.id], [never], {}, purpose],
    'hits.formFile': [latvia, [form.id, file.id], [never, never], undefined, purpose],
  }
}
