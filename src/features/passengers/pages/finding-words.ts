import { findingKinds } from '#core/edifact/finding.ts'
import { mrzFindingKinds } from '#core/mrz/finding.ts'
import { type Text, useLanguage, useText } from '#ui/i18n.ts'
import { findingTexts } from '../texts/findings.ts'

interface Said {
  code: string
  sentence: string
}

const templates: Readonly<Record<string, { sentence: string }>> = {
  ...findingKinds,
  ...mrzFindingKinds,
}

/** The words that a value in a sentence may have, longest first: `place of birth` before `title`. */
const spoken = [
  ' segments where there are ',
  ' messages where there are ',
  ' groups where there are ',
  ' and the message names ',
  ' where the message has ',
  'how the data was captured',
  'excess baggage charge',
  'addresses and visas',
  'telephone and e-mail',
  'other references',
  'special services',
  'that is missing',
  'form of payment',
  'date of booking',
  'name of a group',
  'frequent flyer',
  'place of birth',
  'document number',
  'personal number',
  'date of expiry',
  'date of issue',
  'whole zone',
  ' lines of ',
  'date of birth',
  'issuing State',
  'optional data',
  'nationality',
  ' bookings of ',
  'history text',
  ' characters',
  'departure',
  'residence',
  'fare type',
  'free text',
  'ticketing',
  'addresses',
  'bag tags',
  'arrival',
  'history',
  'address',
  ' people',
  ' person',
  'ticket',
  'taxes',
  'title',
  'fare',
]

/** What a place added to the sentence of a finding: “ZZ.XX”, “3 segments where there are 4”; null where it added nothing. */
export function valueIn({ code, sentence }: Said): string | null {
  const [before, after] = templates[code]?.sentence.split('{}') ?? []
  if (before === undefined || after === undefined) return null
  if (!sentence.startsWith(before) || !sentence.endsWith(after)) return null
  // Without a value the blanks around it are one.
  if (sentence.length < before.length + after.length) return null
  return sentence.slice(before.length, sentence.length - after.length)
}

/** Stands where a value would, and is taken out again with the brackets around it. */
const gap = '…'

/** The sentence of a finding in the texts’ language, with the values of the English one; that itself where there is no other. */
export function findingIn(t: Text<Record<string, string>>, said: Said): string {
  // Why a message was not processed is one of several sentences under the same code, and known by itself.
  if (said.code === 'not-processed') return t.or(said.sentence, said.sentence)
  const value = valueIn(said)
  const words = value?.replace(new RegExp(spoken.join('|'), 'g'), word => t.or(`value.${word}`, word))
  return t.or(said.code, said.sentence, { value: words ?? gap }).replace(/ \([^()]*…[^()]*\)| …/, '')
}

/** Sentences of findings in the reader’s language. */
export const useFindingWords = (): ((said: Said) => string) => {
  const language = useLanguage()
  const t = useText(findingTexts)
  return said => (language === 'en' ? said.sentence : findingIn(t, said))
}
