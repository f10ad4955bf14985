// Names that stand for one another: short forms of given names, romanisations of one surname, Japanese readings.
import { otherChinese } from './chinese.ts'
import { foldLatin } from './latin.ts'
import { NICKNAMES } from './nickname-data.ts'
import { JAPANESE, VARIANTS } from './variant-data.ts'

export type Variant = { form: string; kind: 'nickname' | 'spelling' | 'reading' }

const table = new Map<string, Variant[]>()

function link(from: string, to: string, kind: Variant['kind']): void {
  if (from === to || from === '' || to === '') return
  const list = table.get(from) ?? []
  if (!list.some(variant => variant.form === to)) list.push({ form: to, kind })
  table.set(from, list)
}

for (const line of VARIANTS.trim().split('\n')) {
  const words = line.split(' ').map(foldLatin)
  for (const a of words) for (const b of words) link(a, b, 'spelling')
}
for (const line of NICKNAMES.trim().split('\n')) {
  const [formal, ...short] = line.split(' ')
  for (const nick of short) {
    link(formal ?? '', nick, 'nickname')
    link(nick, formal ?? '', 'nickname')
  }
}
for (const line of JAPANESE.trim().split('\n')) {
  const [signs, ...readings] = line.split(' ')
  for (const reading of readings) {
    link(signs ?? '', reading, 'reading')
    link(reading, signs ?? '', 'reading')
  }
}

const none: readonly Variant[] = []
const mostRemembered = 100_000
const remembered = new Map<string, readonly Variant[]>()

function findVariants(form: string): readonly Variant[] {
  const listed = table.get(form) ?? none
  const others = otherChinese(form).filter(other => !listed.some(variant => variant.form === other))
  return others.length === 0
    ? listed
    : [...listed, ...others.map((other): Variant => ({ form: other, kind: 'spelling' }))]
}

/** The names that a comparison form may stand for, never itself; forms as in NamePart.form. */
export function variantsOf(form: string): readonly Variant[] {
  const known = remembered.get(form)
  if (known !== undefined) return known
  const found = findVariants(form)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(form, found)
  return found
}
