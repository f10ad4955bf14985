// The Consolidated List of the United Nations Security Council in its XML form: individuals only; entities are of no kind that this
// network keeps.
import { readBirthDate } from '../birth.ts'
import { stateByName } from '../codes.ts'
import { type BroughtBirth, readBirths } from './births.ts'
import type { Brought } from './brought.ts'
import { all, readTree, textAt, type Tree } from './tree.ts'

const nameParts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const

/** The names stand in the order in which they are said: which is the family name the list does not say. */
const fullName = (person: Tree): string =>
  nameParts
    .map(part => textAt(person, part))
    .filter(Boolean)
    .join(' ')

function birthsOf(person: Tree, remark: (text: string) => void): BroughtBirth[] {
  const left = (problem: string) => remark(`date of birth left out: ${problem}`)
  const dated = all(person, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap(each => {
    const circa = !/exact/i.test(textAt(each, 'TYPE_OF_DATE') || 'exact')
    const [from, to] = [textAt(each, 'FROM_YEAR'), textAt(each, 'TO_YEAR')]
    const written = [
      textAt(each, 'DATE').slice(0, 10) || textAt(each, 'YEAR'),
      from && to ? `${from} to ${to}` : from || to,
    ].filter(Boolean)
    return readBirths(written, left).map(birth => ({ ...birth, circa: circa || birth.circa }))
  })
  // A name that is used with another date of birth.
  const used = readBirths(
    all(person, 'INDIVIDUAL_ALIAS')
      .map(alias => textAt(alias, 'DATE_OF_BIRTH'))
      .filter(Boolean),
    left,
  )
  const found = [...dated, ...used.filter(each => !dated.some(other => other.birth === each.birth))]
  return found.length > 0 ? found.slice(0, 20) : [{ birth: null, circa: false }]
}

/** The number of a document, of which the list sometimes writes more: “B 123456, issued in Baghdad (expired)”. */
function numberOf(written: string): string {
  const plain =
    // More is no number; of what has no end the expressions would try every sign with every other.
    written
      .slice(0, 300)
      .replace(/\(.*?\)/g, ' ')
      .split(/[,;:]|\bissued\b|\bexpir/i)[0]
      ?.trim() ?? ''
  const signs = plain.match(/\S*\d\S*/g) ?? []
  return /^[\p{L}\d /.-]{2,30}$/u.test(plain) && !/\p{L}{4}/u.test(plain) ? plain : (signs.at(-1) ?? '')
}

export function readUnXml(source: string): Brought {
  const brought: Brought = { entries: [], flaws: [], remarks: [] }
  const { root, lines } = readTree(source, 'INDIVIDUAL')
  const [list] = all(root, 'CONSOLIDATED_LIST')
  if (!list) {
    brought.flaws.push({
      line: 1,
      where: '',
      message: 'There is no CONSOLIDATED_LIST in this file.',
      mend: 'Send the XML that the Security Council publishes.',
    })
    return brought
  }
  for (const [i, person] of all(all(list, 'INDIVIDUALS')[0], 'INDIVIDUAL').entries()) {
    const id = textAt(person, 'DATAID')
    const reference = textAt(person, 'REFERENCE_NUMBER')
    const remark = (text: string) => brought.remarks.push(`Entry ${reference || id}: ${text}`)
    const state = (name: string, what: string): string[] => {
      if (!name) return []
      const code = stateByName(name)
      if (code === null) remark(`${what} “${name.slice(0, 60)}” is no country that is known here; left out.`)
      return code === null ? [] : [code]
    }
    const delisted = textAt(person, 'DELISTED_ON', 'VALUE') || textAt(person, 'DELISTED_ON')
    if (delisted) {
      remark(`no longer listed since ${delisted.slice(0, 10)}; left out.`)
      continue
    }
    const original = textAt(person, 'NAME_ORIGINAL_SCRIPT')
    const names = [
      { kind: 'primary' as const, full: fullName(person) },
      ...(original ? [{ kind: 'alias' as const, full: original.slice(0, 240) }] : []),
      ...all(person, 'INDIVIDUAL_ALIAS').flatMap(alias => {
        const [name, quality] = [textAt(alias, 'ALIAS_NAME'), textAt(alias, 'QUALITY')]
        const kind = /low/i.test(quality) ? 'weak' : /f\.?k\.?a/i.test(quality) ? 'former' : 'alias'
        return name ? [{ kind: kind as 'alias', full: name.slice(0, 240) }] : []
      }),
    ]
    if (names.length > 100) remark(`${names.length - 100} of its names left out: 100 are kept.`)
    const [birthPlace] = all(person, 'INDIVIDUAL_PLACE_OF_BIRTH')
    const shared = {
      names: names.slice(0, 100),
      birthPlace: all(person, 'INDIVIDUAL_PLACE_OF_BIRTH')
        .map(place => [textAt(place, 'CITY'), textAt(place, 'STATE_PROVINCE')].filter(Boolean).join(', '))
        .filter(Boolean)
        .join('; ')
        .slice(0, 200),
      birthCountry: state(textAt(birthPlace, 'COUNTRY'), 'country of birth')[0] ?? null,
      sex: /^m/i.test(textAt(person, 'GENDER'))
        ? ('M' as const)
        : /^f/i.test(textAt(person, 'GENDER'))
          ? ('F' as const)
          : null,
      nationalities: [
        ...new Set(
          all(person, 'NATIONALITY')
            .flatMap(each => all(each, 'VALUE'))
            .flatMap(value => state(value['#text'] ?? '', 'nationality')),
        ),
      ].slice(0, 10),
    }
    brought.entries.push({
      line: lines[i] ?? 1,
      where: `${reference || id} ${fullName(person)}`.trim(),
      sourceId: `UN-${id || reference}`,
      about: 'person',
      content: {
        identities: birthsOf(person, remark).map((birth, at) => ({
          kind: at === 0 ? ('confirmed' as const) : ('claimed' as const),
          ...shared,
          ...birth,
        })),
        documents: all(person, 'INDIVIDUAL_DOCUMENT').flatMap(document => {
          const written = textAt(document, 'NUMBER')
          const number = numberOf(written)
          if (written && number.replace(/[^A-Za-z0-9]/g, '').length < 2)
            remark(`document left out: “${written.slice(0, 60)}” has no number that could be read.`)
          const type = textAt(document, 'TYPE_OF_DOCUMENT')
          const issued = readBirthDate(textAt(document, 'DATE_OF_ISSUE').slice(0, 10), '9999')
          return number.replace(/[^A-Za-z0-9]/g, '').length < 2
            ? []
            : [
                {
                  type: /passport/i.test(type) ? 'P' : 'I',
                  number: number.slice(0, 60),
                  issuer:
                    state(
                      textAt(document, 'COUNTRY_OF_ISSUE') || textAt(document, 'ISSUING_COUNTRY'),
                      'issuer',
                    )[0] ?? null,
                  issuedOn: issued.ok && issued.birth.length === 10 ? issued.birth : null,
                },
              ]
        }),
        ground: {
          reason: `On the Consolidated List of the United Nations Security Council${
            textAt(person, 'UN_LIST_TYPE') ? ` (${textAt(person, 'UN_LIST_TYPE')})` : ''
          }.`,
          decision: reference.slice(0, 200),
        },
      },
    })
  }
  return brought
}
