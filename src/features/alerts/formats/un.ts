// The Consolidated List of the United Nations Security Council in its XML form: individuals only; entities are of no kind that this
// network keeps.
import { readBirthDate } from '../birth.ts'
import { stateByName } from '../codes.ts'
import type { Brought } from './brought.ts'
import { all, readTree, textAt, type Tree } from './tree.ts'

const nameParts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const

/** The names stand in the order in which they are said: which is the family name the list does not say. */
const fullName = (person: Tree): string =>
  nameParts
    .map(part => textAt(person, part))
    .filter(Boolean)
    .join(' ')

function birthsOf(person: Tree, remark: (text: string) => void): { birth: string | null; circa: boolean }[] {
  const found = all(person, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap(each => {
    const circa = !/exact/i.test(textAt(each, 'TYPE_OF_DATE') || 'exact')
    const written = [
      textAt(each, 'DATE').slice(0, 10) || textAt(each, 'YEAR'),
      textAt(each, 'FROM_YEAR'),
      textAt(each, 'TO_YEAR'),
    ].filter(Boolean)
    return written.flatMap(text => {
      const read = readBirthDate(text, '9999')
      if (!read.ok) remark(`date of birth left out: ${read.problem}`)
      return read.ok ? [{ birth: read.birth, circa }] : []
    })
  })
  return found.length > 0 ? found.slice(0, 20) : [{ birth: null, circa: false }]
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
    const birthPlace = all(person, 'INDIVIDUAL_PLACE_OF_BIRTH')[0]
    const shared = {
      names: names.slice(0, 100),
      birthPlace: [textAt(birthPlace, 'CITY'), textAt(birthPlace, 'STATE_PROVINCE')]
        .filter(Boolean)
        .join(', ')
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
          const number = textAt(document, 'NUMBER')
          const type = textAt(document, 'TYPE_OF_DOCUMENT')
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
