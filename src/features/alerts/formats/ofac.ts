// The list of Specially Designated Nationals that OFAC publishes (data specification of 25 September 2023): sdn.csv with alt.csv
// beside it, or SDN.XML. Individuals and vessels are read; companies and aircraft are of no kind that this network keeps.
import { parse } from 'csv-parse/sync'
import { readBirthDate } from '../birth.ts'
import { stateByName } from '../codes.ts'
import { readBirths } from './births.ts'
import type { Brought, Entry } from './brought.ts'
import { nameOf } from './csv.ts'
import { all, readTree, textAt } from './tree.ts'

interface Listed {
  line: number
  uid: string
  type: string
  name: { family: string; given: string; full: string }
  aliases: { weak: boolean; former: boolean; name: { family: string; given: string; full: string } }[]
  births: string[]
  birthPlaces: string[]
  nationalities: string[]
  sex: string
  documents: { type: string; number: string; country: string; issued?: string; expires?: string }[]
  programs: string
  vessel: { callSign: string; flag: string; imo: string; mmsi: string }
}

const documentTypes: readonly [RegExp, string][] = [
  [/passport|travel document/i, 'P'],
  [/residen(t|ce|cy)/i, 'AR'],
  [/driver|driving/i, 'driving licence'],
  [/seaman|seafarer/i, 'seafarer’s book'],
  [
    /national (foreign )?id|identity|cedula|identification number|d\.?n\.?i\.?|c\.?u\.?r\.?p\.?|personal id/i,
    'I',
  ],
]
const documentType = (name: string): string | undefined =>
  documentTypes.find(([words]) => words.test(name))?.[1]

/** A day as the list writes it; null where it is none, or only a month or a year. */
function dayOf(written: string): string | null {
  const read = readBirthDate(written, '9999')
  return read.ok && read.birth.length === 10 ? read.birth : null
}

function entryOf(listed: Listed, brought: Brought): Entry {
  const { line, uid, name } = listed
  const remark = (text: string) => brought.remarks.push(`Entry ${uid}: ${text}`)
  const about = /individual/i.test(listed.type) ? 'person' : /vessel/i.test(listed.type) ? 'vessel' : 'other'
  const codes = (names: readonly string[], what: string) => [
    ...new Set(
      names.flatMap(each => {
        const code = stateByName(each)
        if (code === null)
          remark(`${what} “${each.slice(0, 60)}” is no country that is known here; left out.`)
        return code === null ? [] : [code]
      }),
    ),
  ]
  const base = {
    line,
    where: `${uid} ${name.full || name.family}`.trim(),
    sourceId: `OFAC-${uid}`,
    about,
  } as const
  const ground = {
    reason: `On the OFAC list, programme ${listed.programs || 'not named'}.`,
    decision: `OFAC ${uid}`,
  }
  if (about === 'other') return { ...base, content: { ground } }
  if (about === 'vessel')
    return {
      ...base,
      content: {
        objects: [
          {
            type: 'vessel',
            name: name.full || name.family,
            country: codes(listed.vessel.flag ? [listed.vessel.flag] : [], 'flag')[0] ?? null,
            callSign: listed.vessel.callSign.slice(0, 10),
            imo: listed.vessel.imo || null,
            mmsi: listed.vessel.mmsi || null,
          },
        ],
        ground,
      },
    }
  const births = readBirths(listed.births, problem => remark(`date of birth left out: ${problem}`))
  const names = [
    { kind: 'primary' as const, ...name },
    ...listed.aliases.map(alias => ({
      kind: alias.weak ? ('weak' as const) : alias.former ? ('former' as const) : ('alias' as const),
      ...alias.name,
    })),
  ]
  if (names.length > 100) remark(`${names.length - 100} of its names left out: 100 are kept.`)
  const shared = {
    names: names.slice(0, 100),
    birthPlace: listed.birthPlaces.join('; ').slice(0, 200),
    sex: /^m/i.test(listed.sex) ? ('M' as const) : /^f/i.test(listed.sex) ? ('F' as const) : null,
    nationalities: codes(listed.nationalities, 'nationality').slice(0, 10),
  }
  return {
    ...base,
    content: {
      identities: (births.length > 0 ? births : [{ birth: null, circa: false }]).map((birth, i) => ({
        kind: i === 0 ? ('confirmed' as const) : ('claimed' as const),
        ...shared,
        ...birth,
      })),
      documents: listed.documents.flatMap(({ type, number, country, issued = '', expires = '' }) => {
        const kind = documentType(type)
        if (kind === undefined || number.replace(/[^A-Za-z0-9]/g, '').length < 2) {
          if (/\d/.test(number))
            remark(`“${type.slice(0, 40)}” is no document that travellers show; left out.`)
          return []
        }
        const [issuedOn, expiresOn] = [dayOf(issued), dayOf(expires)]
        return [
          {
            type: kind,
            number: number.slice(0, 60),
            issuer: codes(country ? [country] : [], 'issuer')[0] ?? null,
            issuedOn,
            expiresOn: issuedOn && expiresOn && expiresOn < issuedOn ? null : expiresOn,
          },
        ]
      }),
      ground,
    },
  }
}

/** Longer remarks go on in another file, as the data specification has it. */
const mostRemarks = 1000

const given = (cell: string | undefined): string => (cell?.trim() === '-0-' ? '' : (cell?.trim() ?? ''))

/** sdn.csv, which has no heading; the aliases of alt.csv where it is given. */
export function readOfacCsv(source: string, alt = ''): Brought {
  const brought: Brought = { entries: [], flaws: [], remarks: [] }
  const aliases = new Map<string, Listed['aliases']>()
  for (const { record } of rowsOf(alt, brought)) {
    const [uid = '', , kind = '', name = '', remarks = ''] = record.map(given)
    const known = aliases.get(uid) ?? []
    known.push({ weak: /weak/i.test(remarks), former: /fka/i.test(kind), name: nameOf(name) })
    aliases.set(uid, known)
  }
  for (const { record, line } of rowsOf(source, brought)) {
    const [uid = '', name = '', type = '', programs = '', , callSign = '', , , , flag = '', , remarks = ''] =
      record.map(given)
    if (!/^\d+$/.test(uid)) continue
    if (record.length < 12) {
      brought.flaws.push({
        line,
        where: uid,
        message: `The row has ${record.length} cells; twelve are expected.`,
        mend: null,
      })
      continue
    }
    const said = readRemarks(remarks)
    if (remarks.length >= mostRemarks)
      brought.remarks.push(
        `Entry ${uid}: its remarks are cut in this file and go on in sdn_comments.csv; take SDN.XML for the whole.`,
      )
    brought.entries.push(
      entryOf(
        {
          line,
          uid,
          type,
          name: nameOf(name),
          aliases: [...(aliases.get(uid) ?? []), ...said.aliases],
          ...said.person,
          programs: programs.replaceAll('] [', ', '),
          vessel: { callSign, flag, imo: said.imo, mmsi: said.mmsi },
        },
        brought,
      ),
    )
  }
  return brought
}

function rowsOf(source: string, brought: Brought): { record: string[]; line: number }[] {
  // The published file ends with the end-of-file sign of DOS.
  const text = source.replaceAll('\u001a', '')
  try {
    const rows = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      relax_quotes: true,
    }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return rows.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (cause) {
    const { message, lines } = cause as { message: string; lines?: number }
    brought.flaws.push({
      line: lines ?? 1,
      where: '',
      message: `The table is not well-formed: ${message}.`,
      mend: null,
    })
    return []
  }
}

/** What the remarks of a row say, a part each: “DOB 10 Dec 1948; POB Giza, Egypt; Passport 1084010 (Egypt); Gender Male”. */
function readRemarks(remarks: string) {
  const person = {
    births: [] as string[],
    birthPlaces: [] as string[],
    nationalities: [] as string[],
    sex: '',
    documents: [] as Listed['documents'],
  }
  const aliases: Listed['aliases'] = []
  let imo = ''
  let mmsi = ''
  for (const part of remarks.replace(/\.\s*$/, '').split(/;\s*/)) {
    const text = part.replace(/^alt\.\s*/i, '').trim()
    const [, what = '', rest = ''] = /^(DOB|POB|nationality|citizen|Gender)\s+(.+)$/i.exec(text) ?? []
    const [, quoted = ''] = /^[af]\.k\.a\.\s*'(.+)'$/i.exec(text) ?? []
    const [, type = '', number = '', country = '', validity = ''] =
      /^([A-Za-z.' ]+?)\s+(?:No\.?\s*)?([A-Z0-9][A-Z0-9./-]*\d[A-Z0-9./-]*|\d[\d./-]+)\s*(?:\(([^)]+)\))?(.*)$/.exec(
        text,
      ) ?? []
    if (/^DOB$/i.test(what)) person.births.push(rest)
    else if (/^POB$/i.test(what)) person.birthPlaces.push(rest)
    else if (/^(nationality|citizen)$/i.test(what)) person.nationalities.push(rest)
    else if (/^Gender$/i.test(what)) person.sex = rest
    else if (quoted) aliases.push({ weak: true, former: /^f/i.test(text), name: nameOf(quoted) })
    else if (/IMO\s*(\d{7})/.test(text)) imo = /IMO\s*(\d{7})/.exec(text)?.[1] ?? ''
    else if (/MMSI\D*(\d{9})/.test(text)) mmsi = /MMSI\D*(\d{9})/.exec(text)?.[1] ?? ''
    else if (
      number &&
      (documentType(type) ||
        /\b(No|Number|Code|ID|Card|License)\b/i.test(text.slice(0, text.indexOf(number))))
    )
      person.documents.push({ type, number, country, ...validityOf(validity) })
  }
  return { person, aliases, imo, mmsi }
}

/** “issued 24 Oct 1999 expires 20 Sep 2004”. */
function validityOf(text: string): { issued?: string; expires?: string } {
  const day = '(\\d{1,2} [A-Za-z]{3,9} \\d{4})'
  return {
    issued: new RegExp(`issued ${day}`, 'i').exec(text)?.[1] ?? '',
    expires: new RegExp(`expires ${day}`, 'i').exec(text)?.[1] ?? '',
  }
}

/** SDN.XML. */
export function readOfacXml(source: string): Brought {
  const brought: Brought = { entries: [], flaws: [], remarks: [] }
  // Told by its root and name space, before a hundred megabytes are read into a tree.
  if (/<(?:\w+:)?Sanctions[\s>]/.test(source.slice(0, 4000))) {
    brought.flaws.push({
      line: 1,
      where: '',
      message: 'This is the advanced form of the list (SDN_ADVANCED.XML), which is not read here.',
      mend: 'Take SDN.XML, or sdn.csv with alt.csv beside it: OFAC publishes the same persons in them.',
    })
    return brought
  }
  const { root, lines } = readTree(source, 'sdnEntry')
  const [list] = all(root, 'sdnList')
  if (!list) {
    brought.flaws.push({
      line: 1,
      where: '',
      message: 'There is no sdnList in this file.',
      mend: 'Send SDN.XML as OFAC publishes it.',
    })
    return brought
  }
  for (const [i, entry] of all(list, 'sdnEntry').entries()) {
    const named = (tree: typeof entry) => {
      const [family, first] = [textAt(tree, 'lastName'), textAt(tree, 'firstName')]
      return first ? { family, given: first, full: '' } : { family: '', given: '', full: family }
    }
    const inside = (group: string, one: string) => all(all(entry, group)[0], one)
    const ids = inside('idList', 'id').map(id => ({
      type: textAt(id, 'idType'),
      number: textAt(id, 'idNumber'),
      country: textAt(id, 'idCountry'),
      issued: textAt(id, 'issueDate'),
      expires: textAt(id, 'expirationDate'),
    }))
    const idNumber = (words: RegExp) => ids.find(id => words.test(`${id.type} ${id.number}`))?.number ?? ''
    brought.entries.push(
      entryOf(
        {
          line: lines[i] ?? 1,
          uid: textAt(entry, 'uid'),
          type: textAt(entry, 'sdnType'),
          name: named(entry),
          aliases: inside('akaList', 'aka').map(aka => ({
            weak: /weak/i.test(textAt(aka, 'category')),
            former: /f\.?k\.?a/i.test(textAt(aka, 'type')),
            name: named(aka),
          })),
          births: inside('dateOfBirthList', 'dateOfBirthItem').map(each => textAt(each, 'dateOfBirth')),
          birthPlaces: inside('placeOfBirthList', 'placeOfBirthItem').map(each =>
            textAt(each, 'placeOfBirth'),
          ),
          nationalities: [
            ...inside('nationalityList', 'nationality').map(each => textAt(each, 'country')),
            ...inside('citizenshipList', 'citizenship').map(each => textAt(each, 'country')),
          ],
          sex: ids.find(id => /gender/i.test(id.type))?.number ?? '',
          documents: ids.filter(id => !/gender/i.test(id.type)),
          programs: inside('programList', 'program')
            .map(each => each['#text'] ?? '')
            .join(', '),
          vessel: {
            callSign: textAt(entry, 'vesselInfo', 'callSign'),
            flag: textAt(entry, 'vesselInfo', 'vesselFlag'),
            imo: /\d{7}/.exec(idNumber(/IMO/i))?.[0] ?? '',
            mmsi: /\d{9}/.exec(idNumber(/MMSI/i))?.[0] ?? '',
          },
        },
        brought,
      ),
    )
  }
  return brought
}
