import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import { useWorld } from '#test/world.ts'
import { readBirths } from './formats/births.ts'
import { readUnXml } from './formats/un.ts'
import { sampleTerms } from './samples.ts'

// What real files are like, with nobody real in them.
const world = useWorld()
let keeper: Client
let list = ''
let documents = ''
beforeAll(async () => {
  keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  list = (await keeper.alerts.enterList(sampleTerms('refusal-of-entry', { name: 'Real files' }))).id
  documents = (await keeper.alerts.enterList(sampleTerms('document', { name: 'Real documents' }))).id
})
const bring = (text: string, more: object = {}) =>
  keeper.alerts.import({ list, file: new File([text], 'list.txt'), dry: false, ...more })
const named = async (search: string) => {
  const [line] = (await keeper.alerts.list({ search })).items
  if (!line) throw new Error(`${search} was not brought in.`)
  return keeper.alerts.read({ id: line.id })
}
const birthsOf = async (search: string) =>
  (await named(search)).identities.map(({ birth, circa }) => `${circa ? '~' : ''}${birth}`)

test('of a span of dates of birth every year is kept, however the list writes it, and of an estimated one that it is', () => {
  const read = (...written: string[]) => {
    const left: string[] = []
    const births = readBirths(written, problem => left.push(problem))
    return [...births.map(({ birth, circa }) => `${circa ? '~' : ''}${birth}`), ...left.map(() => 'left')]
  }
  const years = ['~1970', '~1971', '~1972', '~1973']
  for (const span of [
    '1970 to 1973',
    'between 1970 and 1973',
    'circa 1970-1973',
    '1970/1973',
    '01 Jan 1970 to 31 Dec 1973',
  ])
    expect(read(span), span).toEqual(years)
  expect(read('circa 1970')).toEqual(['~1970'])
  expect(read('1970-05-12')).toEqual(['1970-05-12'])
  expect(read('12 May 1962', '1962', '12 May 1962')).toEqual(['1962-05-12', '1962'])
  expect(read('1973 to 1970')).toEqual(['left'])
  expect(read('1900 to 1970')).toEqual(['left'])
  expect(read('12/05/1980')).toEqual(['left'])
})

test('a cell or a number that somebody has made endless is answered within the time that any test has', () => {
  const gap = ' '.repeat(200_000)
  expect(readBirths([`a${gap}b`], () => {})).toEqual([])
  const number = `${'('.repeat(100_000)}${gap}1`
  const xml = `<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><INDIVIDUAL_DOCUMENT><NUMBER>${number}</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`
  expect(readUnXml(xml).entries).toHaveLength(1)
})

test('a table says that a date is estimated, gives several dates, several documents and names in their own script', async () => {
  const text = `id;family;given;name in original script;weak aliases;dob;passport;issuing country\r\nR-1;Eksempelovic;Josip;Јосип Ексемпеловић;JOE;circa 1970;RA 1001|RA 1002;HR|RS\r\nR-2;Spanovska;Ana;;;1980-03-01|between 1982 and 1983;;\r\nR-3;Wronger;Max;;;12/05/1980;;\r\n`
  const done = await bring(text, { withoutRejected: true })
  expect(done).toMatchObject({ format: 'csv', entered: 2, rejected: 1, remarks: [] })
  expect(done.problems).toMatchObject([{ line: 4, message: expect.stringContaining('12/05/1980') as string }])
  expect(await named('Eksempelovic')).toMatchObject({
    identities: [
      {
        birth: '1970',
        circa: true,
        names: [
          { kind: 'primary' },
          { kind: 'alias', full: 'Јосип Ексемпеловић', script: 'Cyrl' },
          { kind: 'weak', full: 'JOE' },
        ],
      },
    ],
    documents: [
      { number: 'RA 1001', issuer: 'HRV' },
      { number: 'RA 1002', issuer: 'SRB' },
    ],
  })
  expect(await birthsOf('Spanovska')).toEqual(['1980-03-01', '~1982', '~1983'])
})

test('a JSON line keeps what kind a name is and that a date is estimated, and says which fields it does not know', async () => {
  const row = {
    id: 'J-1',
    names: [{ full: 'Jsonova Lina' }, { kind: 'weak', full: 'LJ' }],
    birth: 'circa 1991',
  }
  const done = await bring(`${JSON.stringify({ ...row, dob: '1991-04-02', aliases: ['Lost'] })}\r\n`)
  expect(done).toMatchObject({ entered: 1 })
  expect(done.remarks).toEqual([
    'The field “dob” is not known and was left out.',
    'The field “aliases” is not known and was left out.',
  ])
  expect(await named('Jsonova')).toMatchObject({
    identities: [{ birth: '1991', circa: true, names: [{ kind: 'primary' }, { kind: 'weak' }] }],
  })
})

test('of the OFAC list all dates, places and days of documents are kept, and it is said what is not', async () => {
  const remarks = `DOB 01 Jan 1960 to 31 Dec 1962; alt. DOB circa 1964-1965; POB Firsttown, Jordan; alt. POB Secondtown, Jordan; Passport F1234 (Jordan) issued 24 Oct 1999 expires 20 Sep 2004; Residency Number 77-88 (Jordan); Tax ID No. 999-1; Gender Male`
  const long = `${'Linked To: SOMEBODY INVENTED; '.repeat(34)}DOB 1971`.slice(0, 1000)
  const row = (uid: number, name: string, said: string) =>
    `${uid},"${name}","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${said}"\r\n`
  const done = await bring(row(9501, 'FILEMAN, Sample', `${remarks}.`) + row(9502, 'LONGMAN, Sample', long))
  expect(done).toMatchObject({ format: 'ofac-sdn-csv', entered: 2, rejected: 0 })
  expect(done.remarks.join('\n')).toMatch(/9501: “Tax ID” is no document that travellers show/)
  expect(done.remarks.join('\n')).toMatch(/9502: its remarks are cut/)
  expect(await birthsOf('Fileman')).toEqual(['~1960', '~1961', '~1962', '~1964', '~1965'])
  expect(await named('Fileman')).toMatchObject({
    identities: [{ birthPlace: 'Firsttown, Jordan; Secondtown, Jordan' }, {}, {}, {}, {}],
    documents: [
      { type: 'P', number: 'F1234', issuer: 'JOR', issuedOn: '1999-10-24', expiresOn: '2004-09-20' },
      { type: 'AR', number: '77-88' },
    ],
  })
})

test('of the list of the United Nations spans, dates of aliases and numbers among words are kept, and the delisted stay out', async () => {
  const individual = (id: number, name: string, more: string) =>
    `<INDIVIDUAL><DATAID>${id}</DATAID><FIRST_NAME>${name}</FIRST_NAME><REFERENCE_NUMBER>TEi.${id}</REFERENCE_NUMBER>${more}</INDIVIDUAL>`
  const xml = `<CONSOLIDATED_LIST><INDIVIDUALS>${individual(
    1,
    'Betweenov',
    `<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Otherov</ALIAS_NAME><DATE_OF_BIRTH>5 Mar 1979</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
     <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1975</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
     <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Onetown</CITY><COUNTRY>Iraq</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH><INDIVIDUAL_PLACE_OF_BIRTH><CITY>Twotown</CITY></INDIVIDUAL_PLACE_OF_BIRTH>
     <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>Iraqi passport number T0000001, issued in Onetown (expired)</NUMBER><DATE_OF_ISSUE>2001-02-03</DATE_OF_ISSUE><ISSUING_COUNTRY>Iraq</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
     <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><NUMBER>not available</NUMBER></INDIVIDUAL_DOCUMENT>`,
  )}${individual(2, 'Formerov', '<DELISTED_ON><VALUE>2024-05-06</VALUE></DELISTED_ON>')}</INDIVIDUALS></CONSOLIDATED_LIST>`
  const done = await bring(xml)
  expect(done).toMatchObject({ format: 'un-xml', entered: 1, rejected: 0 })
  expect(done.remarks).toEqual([
    'Entry TEi.1: document left out: “not available” has no number that could be read.',
    'Entry TEi.2: no longer listed since 2024-05-06; left out.',
  ])
  expect(await birthsOf('Betweenov')).toEqual(['~1973', '~1974', '~1975', '1979-03-05'])
  expect(await named('Betweenov')).toMatchObject({
    identities: [{ birthPlace: 'Onetown; Twotown', birthCountry: 'IRQ' }, {}, {}, {}],
    documents: [{ number: 'T0000001', issuedOn: '2001-02-03', issuer: 'IRQ' }],
  })
})

test('the advanced form of the OFAC list is refused with the name of the file to take instead', async () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?><Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="1"><DateOfIssue/></Sanctions>`
  await expect(bring(xml)).rejects.toMatchObject({
    code: 'invalid-input',
    data: {
      issues: [
        {
          message: expect.stringContaining('SDN_ADVANCED.XML') as string,
          mend: expect.stringContaining('SDN.XML') as string,
        },
      ],
    },
  })
})

test('an alert whose line is wrong this time does not end because it could not be read', async () => {
  const row = (id: string, more = '') => `${id};Keptovski${id.slice(2)};Ilija;${more}\n`
  const heading = 'id;family;given;dob\n'
  const own = (await keeper.alerts.enterList(sampleTerms('refusal-of-entry', { name: 'Again' }))).id
  const into = (text: string, more: object = {}) => bring(text, { list: own, ...more })
  await into(heading + row('K-1') + row('K-2') + row('K-3'))
  const again = { withoutRejected: true, withdrawMissing: true }
  const wrong = heading + row('K-1') + row('K-2', '31/12/1980')
  const tried = await into(wrong, { ...again, dry: true })
  expect(tried).toMatchObject({ withdrawn: 1, rejected: 1 })
  // The dry run says who it is.
  expect(tried.remarks.join()).toContain('K-3')
  expect(await into(wrong, again)).toMatchObject({ withdrawn: 1, unchanged: 1 })
  expect((await keeper.alerts.list({ list: own })).items.map(({ title }) => title).toSorted()).toEqual([
    'Keptovski1, Ilija',
    'Keptovski2, Ilija',
  ])
  // A line of which not even the id could be read may be about any of them: nothing is withdrawn.
  const broken = await into(`${heading}${row('K-1')}K-2;Keptovski2\n`, again)
  expect(broken).toMatchObject({ withdrawn: 0, rejected: 1 })
  expect(broken.remarks.join()).toContain('Nothing was withdrawn')
  expect((await keeper.alerts.count({ list: own })).count).toBe(2)
})

test('a victim’s identity that its owner has entered stays when the list comes again, with the question that tells the victim apart', async () => {
  const line = (birth: string) =>
    `${JSON.stringify({ id: 'V-1', names: [{ full: 'Misusedova Petra' }], birth })}\n`
  await bring(line('1988-01-01'))
  const alert = await named('Misusedova')
  if (!alert.ground) throw new Error('Not ours.')
  const victim = { kind: 'misused' as const, names: [{ full: 'Misusedova Petra' }], birth: '1988-01-02' }
  await keeper.alerts.change({
    id: alert.id,
    version: alert.version,
    content: { ...alert, endsOn: null, ground: alert.ground, identities: [...alert.identities, victim] },
  })
  await keeper.hits.keepMisused({
    alert: alert.id,
    number: 2,
    question: 'The name of your first school?',
    answer: 'Invented school',
    consent: 'In writing, file 7',
    consentOn: '2026-01-05',
  })
  expect(await bring(line('1988-01-01'))).toMatchObject({ unchanged: 1 })
  // Also where the list now has more of the person than before.
  expect(await bring(line('1988-01-01|1989|1990'))).toMatchObject({ changed: 1 })
  const { identities } = await keeper.alerts.read({ id: alert.id })
  expect(identities.map(({ kind, birth }) => `${kind} ${birth}`)).toEqual([
    'confirmed 1988-01-01',
    'misused 1988-01-02',
    'claimed 1989',
    'claimed 1990',
  ])
  expect(await keeper.hits.misused({ alert: alert.id })).toMatchObject([
    { number: 2, answer: 'Invented school' },
  ])
})

test('several documents in one cell of a table of documents are as many documents, a range is one', async () => {
  const text = `document number,last number,document issuer,document status\nDD 501;DD 502,,GRC,stolen\nDE 601,DE 609,GRC,blank\n`
  await bring(text, { list: documents })
  const { items } = await keeper.alerts.list({ list: documents })
  expect(items.map(each => `${each.title}: ${each.documents}`).toSorted()).toEqual([
    'DD 501: 2',
    'DE 601–DE 609: 1',
  ])
})
