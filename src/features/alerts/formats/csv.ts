import { parse } from 'csv-parse/sync'
import { readBirths } from './births.ts'
import type { Brought, Entry } from './brought.ts'

/** What each column of a table may be called. */
const columns: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'reference', 'sourceid', 'number'],
  full: ['full', 'name', 'fullname'],
  family: ['family', 'familyname', 'surname', 'lastname'],
  given: ['given', 'givenname', 'givennames', 'forename', 'forenames', 'firstname', 'firstnames'],
  aliases: ['aliases', 'alias', 'aka', 'othernames'],
  weakAliases: ['weakaliases', 'weakalias', 'weakaka', 'lowqualityaka'],
  originalScript: ['originalscript', 'nameoriginalscript', 'nameinoriginalscript', 'nonlatinscript'],
  birth: ['birth', 'birthdate', 'dateofbirth', 'dob'],
  birthPlace: ['birthplace', 'placeofbirth'],
  birthCountry: ['birthcountry', 'countryofbirth'],
  sex: ['sex', 'gender'],
  nationalities: ['nationalities', 'nationality', 'citizenship', 'citizenships'],
  identity: ['identity', 'identitykind'],
  description: ['description', 'characteristics'],
  documentType: ['documenttype', 'doctype'],
  documentNumber: ['documentnumber', 'document', 'docnumber', 'passport', 'passportnumber'],
  documentTo: ['documentto', 'lastnumber', 'numberto'],
  documentIssuer: ['documentissuer', 'issuer', 'issuingcountry', 'issuedby'],
  documentStatus: ['documentstatus', 'status'],
  issuedOn: ['issuedon', 'issued'],
  expiresOn: ['expireson', 'expires', 'expirydate'],
  plate: ['plate', 'registration', 'registrationnumber'],
  country: ['country', 'flag', 'registrationcountry'],
  vin: ['vin'],
  make: ['make'],
  model: ['model'],
  colour: ['colour', 'color'],
  vessel: ['vessel', 'vesselname', 'ship'],
  imo: ['imo'],
  mmsi: ['mmsi'],
  callSign: ['callsign'],
  action: ['action'],
  warnings: ['warnings', 'flags'],
  endsOn: ['endson', 'ends', 'validuntil'],
  reason: ['reason'],
  decision: ['decision', 'decisionreference'],
  evidence: ['evidence'],
  offence: ['offence'],
  note: ['note', 'remarks'],
}
const columnOf = new Map(
  Object.entries(columns).flatMap(([column, names]) => names.map((name): [string, string] => [name, column])),
)

/** A table with a heading, separated by commas, semicolons or tabs (RFC 4180); several values in one cell by `;` or `|`. */
export function readCsv(source: string): Brought {
  const brought: Brought = { entries: [], flaws: [], remarks: [] }
  const [heading = ''] = source.split('\n', 1)
  const delimiter =
    [',', ';', '\t'].toSorted((a, b) => heading.split(b).length - heading.split(a).length)[0] ?? ','
  let rows: { record: string[]; info: { lines: number } }[]
  try {
    rows = parse(source, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof rows
  } catch (cause) {
    const { message, lines } = cause as { message: string; lines?: number }
    brought.flaws.push({
      line: lines ?? 1,
      where: '',
      message: `The table is not well-formed: ${message}.`,
      mend: 'Mend the quotation marks there.',
    })
    return brought
  }
  const [first, ...rest] = rows
  const names = (first?.record ?? []).map(name => columnOf.get(name.toLowerCase().replace(/[^a-z]/g, '')))
  for (const [i, name] of names.entries())
    if (name === undefined)
      brought.remarks.push(`The column “${first?.record[i]?.slice(0, 40)}” is not known and was left out.`)
  if (
    !names.some(
      name =>
        name === 'full' ||
        name === 'family' ||
        name === 'documentNumber' ||
        name === 'plate' ||
        name === 'vessel' ||
        name === 'imo',
    )
  ) {
    brought.flaws.push({
      line: 1,
      where: 'heading',
      message: 'No column for a name, a document number, a plate or a vessel was found.',
      mend: 'Name the columns in the first line, for example id,family,given,birth,nationality,document number.',
    })
    return brought
  }
  for (const { record, info } of rest) {
    // `info.lines` is where the row ends; a quoted cell may hold line breaks.
    const line = info.lines - record.join('').split('\n').length + 1
    if (record.length !== names.length) {
      brought.flaws.push({
        line,
        where: '',
        message: `The row has ${record.length} cells, the heading ${names.length}.`,
        mend: 'Put a cell that holds a separator in quotation marks.',
      })
      continue
    }
    const cells = new Map(names.flatMap((name, i) => (name ? [[name, record[i] ?? ''] as const] : [])))
    brought.entries.push(entryOf(name => cells.get(name) ?? '', line))
  }
  return brought
}

const several = (cell: string): string[] =>
  cell
    .split(/[;|]/)
    .map(each => each.trim())
    .filter(Boolean)

/** “Family, Given” or a name in one line. */
export const nameOf = (text: string): { family: string; given: string; full: string } => {
  const [family = '', given, ...more] = text.split(',').map(each => each.trim())
  return given && more.length === 0 ? { family, given, full: '' } : { family: '', given: '', full: text }
}

/** Several dates and spans in one cell; what is none is left as it is written, and refused with its place when the content is checked. */
export function birthsOf(cell: string): { birth: string | null; circa: boolean }[] {
  const wrong: string[] = []
  const births = readBirths(several(cell), problem => wrong.push(problem))
  if (wrong.length > 0) return [{ birth: cell, circa: false }]
  return births.length > 0 ? births : [{ birth: null, circa: false }]
}

function entryOf(cell: (name: string) => string, line: number): Entry {
  const names = [
    ...(cell('full') || cell('family') || cell('given')
      ? [{ kind: 'primary' as const, full: cell('full'), family: cell('family'), given: cell('given') }]
      : []),
    ...several(cell('originalScript')).map(full => ({ kind: 'alias' as const, full, family: '', given: '' })),
    ...several(cell('aliases')).map(alias => ({ kind: 'alias' as const, ...nameOf(alias) })),
    ...several(cell('weakAliases')).map(alias => ({ kind: 'weak' as const, ...nameOf(alias) })),
  ]
  const births = birthsOf(cell('birth'))
  const numbers = cell('documentTo') ? [cell('documentNumber')] : several(cell('documentNumber'))
  const issuers = several(cell('documentIssuer'))
  const ground = Object.fromEntries(
    ['reason', 'decision', 'evidence', 'offence', 'note'].flatMap(name =>
      cell(name) ? [[name, cell(name)]] : [],
    ),
  )
  const isObject = ['plate', 'vin', 'vessel', 'imo', 'mmsi', 'callSign'].some(name => cell(name))
  return {
    line,
    where: cell('id') || cell('full') || cell('family') || cell('documentNumber') || cell('plate'),
    sourceId: cell('id') || null,
    about: null,
    content: {
      // What is no value of a closed list is refused with its place when the content is checked.
      action: (cell('action') || null) as null,
      flags: several(cell('warnings')) as [],
      endsOn: cell('endsOn') || null,
      identities:
        names.length === 0
          ? []
          : births.map((birth, at) => ({
              kind: at === 0 ? ((cell('identity') || 'confirmed') as 'confirmed') : ('claimed' as const),
              names,
              ...birth,
              birthPlace: cell('birthPlace'),
              birthCountry: cell('birthCountry') || null,
              sex: (cell('sex').slice(0, 1).toUpperCase() || null) as null,
              nationalities: several(cell('nationalities')),
              description: cell('description'),
            })),
      documents: numbers.map((number, at) => ({
        type: cell('documentType') || 'P',
        number,
        to: cell('documentTo') || null,
        issuer: issuers[at] ?? issuers[0] ?? null,
        status: (cell('documentStatus') || 'held') as 'held',
        issuedOn: cell('issuedOn') || null,
        expiresOn: cell('expiresOn') || null,
      })),
      objects: isObject
        ? [
            {
              type: cell('vessel') || cell('imo') || cell('mmsi') ? 'vessel' : 'vehicle',
              plate: cell('plate'),
              country: cell('country') || null,
              vin: cell('vin'),
              make: cell('make'),
              model: cell('model'),
              colour: cell('colour'),
              name: cell('vessel'),
              imo: cell('imo').replace(/\D/g, '') || null,
              mmsi: cell('mmsi').replace(/\D/g, '') || null,
              callSign: cell('callSign'),
            },
          ]
        : [],
      ground,
    },
  }
}
