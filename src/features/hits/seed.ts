import type { ContractRouterClient } from '@orpc/contract'
import type { Purpose } from '#vocabulary/purpose.ts'
import type { hits } from './api.ts'

type Client = ContractRouterClient<{ hits: typeof hits }>['hits']
/** What the seed calls: the operations of hits in an official's name, as if it were that moment. */
export type HitsAs = (official: string, purpose: Purpose, at: Date) => Promise<Client>

const first = 'Kristaps Vītolnieks-Hale'
const second = 'Dace Liepiņa-Korr'
const riga = 'Sanita Krūmiņa-Falk'
const athens = 'Despina Kalogirou-Astel'
const hour = 3_600_000

/** What officers and bureaux made of the hits that the invented passengers raised on the invented alerts. */
export async function seedHitsInto(as: HitsAs, now: Date): Promise<void> {
  const at = (hours: number) => new Date(now.getTime() + hours * hour)
  const desk = await as(second, 'border-check', at(-1))
  const { items } = await desk.list({ view: 'all' })
  const found = (name: string) => items.find(each => each.name.startsWith(name))

  // The same person: the bureau reports it, the owner's bureau answers.
  const same = found('DARWICH')
  if (same) {
    await desk.review({
      id: same.id,
      version: same.version,
      verdict: 'same',
      reason:
        'Alias and face agree with the photograph in his second passport; day and month were exchanged.',
    })
    const bureau = await as(riga, 'alert-keeping', at(-0.8))
    const form = await bureau.sendForm({
      id: same.id,
      kind: 'hit-reported',
      text: 'Found on a flight to Riga under the alias on your alert. Please confirm that the decision stands.',
      note: 'The owner has been asked to confirm.',
    })
    await bureau.attachToForm({
      id: form.id,
      file: new File(
        ['Invented for the demonstration: passport data as announced by the carrier.'],
        'passport.txt',
      ),
    })
    await (await as(athens, 'alert-keeping', at(-0.5))).replyForm({
      id: form.id,
      text: 'The decision stands. The file is with the asylum service; no suspensive effect.',
      note: 'The decision stands: confirm the departure.',
    })
  }

  // The victim of a misused identity: told apart by the question that the owner keeps with his consent.
  const victim = found('KARAGIANNOPOULOS')
  if (victim) {
    const alert = (await desk.read({ id: victim.id })).alert
    const misused =
      alert &&
      [alert.identity && { ...alert.identity, number: alert.number }, ...alert.others].find(
        each => each?.kind === 'misused',
      )
    if (alert && misused) {
      await (await as(athens, 'alert-keeping', at(-200))).keepMisused({
        alert: alert.id,
        number: misused.number,
        question: 'On which island did you do your military service?',
        answer: 'Lemnos (invented)',
        particulars: 'Scar on the left forearm; identity card reissued in 2024.',
        consent: 'In writing before the bureau in Athens, file 88 (invented)',
        consentOn: at(-5000).toISOString().slice(0, 10),
      })
    }
    await (await as(riga, 'alert-keeping', at(-0.6))).sendForm({
      id: victim.id,
      kind: 'misused-identity',
      text: 'A traveller presents the identity card whose misuse you report. May he be asked your question by telephone?',
      note: 'Ask the question of the alert, then decide.',
      urgent: true,
    })
  }

  // Not the same, and remembered for a year.
  const other = found('CHOWDHARI')
  if (other)
    await desk.review({
      id: other.id,
      version: other.version,
      verdict: 'not-the-same',
      reason: 'A common name; born in another district, and employed in Riga since before the decision.',
      rememberMonths: 12,
    })

  // A child: one officer has looked, and the list asks for two.
  const child = found('RAHMATOLLAH NAMUNA, IDRIS')
  const officer = await as(first, 'border-check', at(-0.4))
  const seen =
    child &&
    (await officer.list({ view: 'all', subjects: [child.subjectRef] })).items.find(
      each => each.id === child.id,
    )
  if (seen)
    await officer.review({
      id: seen.id,
      version: seen.version,
      verdict: 'same',
      reason: 'Name, age and the sister who travels with him agree with the alert.',
    })
}
