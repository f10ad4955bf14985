import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#app/network.ts'
import { useWorld } from '#test/world.ts'
import { sampleContent, sampleTerms } from './samples.ts'

// Every person, document and vessel in these files is invented.
const world = useWorld()
let keeper: Client
let persons = ''
let vessels = ''
let documents = ''
beforeAll(async () => {
  keeper = await world.as('despina-kalogirou-astel', { purpose: 'alert-keeping' })
  const enter = async (kind: 'refusal-of-entry' | 'vessel' | 'document') =>
    (await keeper.alerts.enterList(sampleTerms(kind))).id
  persons = await enter('refusal-of-entry')
  vessels = await enter('vessel')
  documents = await enter('document')
})

const file = (text: string, name = 'list.txt'): File => new File([text], name)
const bring = (list: string, text: string, more: object = {}) =>
  keeper.alerts.import({ list, file: file(text), dry: false, ...more })
const count = async (list: string) => (await keeper.alerts.count({ list })).count
const named = async (search: string) => {
  const [line] = (await keeper.alerts.list({ search })).items
  return line ? keeper.alerts.read({ id: line.id }) : null
}

const lines = (...rows: object[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('')
const invented = (n: number, more: object = {}) => ({
  id: `X-${n}`,
  names: [{ family: `Testovski${n}`, given: 'Ilija' }, { full: `Илија Тестовски${n}` }],
  birth: '1977-08',
  nationalities: ['MKD'],
  sex: 'M',
  documents: [{ type: 'P', number: `T00${n}`, issuer: 'MKD' }],
  ...more,
})

test('JSON lines come in; a dry run says the same and leaves nothing behind', async () => {
  const text = lines(invented(1), invented(2))
  const tried = await bring(persons, text, { dry: true })
  expect(tried).toMatchObject({
    format: 'json-lines',
    dry: true,
    read: 2,
    entered: 2,
    changed: 0,
    rejected: 0,
  })
  expect(await count(persons)).toBe(0)
  expect(await bring(persons, text)).toMatchObject({ dry: false, read: 2, entered: 2 })
  expect(await named('Testovski1')).toMatchObject({
    title: 'Testovski1, Ilija',
    identities: [
      { birth: '1977-08', sex: 'M', nationalities: ['MKD'], names: [{}, { kind: 'alias', script: 'Cyrl' }] },
    ],
    documents: [{ number: 'T001', issuer: 'MKD' }],
  })
})

test('bringing the same file in again changes nothing, raises nothing new to screen and writes no history', async () => {
  // A row that is written again, even with the same content, gets another xmin.
  const written = async () =>
    (
      await world.owner.query(`select xmin::text, alert from person.identity union all select xmin::text, alert from person.alert_document
        union all select xmin::text, id from person.alert order by 1, 2`)
    ).rows
  const before = await written()
  const entries = await world.owner.query('select count(*) from person.alert_history')
  expect(await bring(persons, lines(invented(1), invented(2)))).toMatchObject({
    entered: 0,
    changed: 0,
    unchanged: 2,
  })
  expect(await written()).toEqual(before)
  expect((await world.owner.query('select count(*) from person.alert_history')).rows).toEqual(entries.rows)
})

test('what differs is changed and remembered; what its owner added by hand stays', async () => {
  const alert = await named('Testovski2')
  if (!alert?.ground) throw new Error('Not brought in.')
  await keeper.alerts.change({
    id: alert.id,
    version: alert.version,
    content: {
      ...alert,
      flags: ['violent'],
      endsOn: null,
      ground: { ...alert.ground, note: 'Known to the port police.' },
    },
  })
  expect(await bring(persons, lines(invented(2, { birth: '1977-08-14' })))).toMatchObject({
    changed: 1,
    unchanged: 0,
  })
  const now = await keeper.alerts.read({ id: alert.id })
  expect(now).toMatchObject({
    identities: [{ birth: '1977-08-14' }],
    flags: ['violent'],
    ground: { note: 'Known to the port police.' },
    version: 3,
  })
  const history = await keeper.alerts.history({ id: alert.id })
  expect(history.map(each => [each.act, each.fields])).toEqual([
    ['entered', []],
    ['changed', ['flags', 'ground']],
    ['changed', ['identities']],
  ])
})

test('what is gone from the source is withdrawn when that is asked for, and only then', async () => {
  expect(await bring(persons, lines(invented(1)))).toMatchObject({ withdrawn: 0 })
  expect(await count(persons)).toBe(2)
  expect(await bring(persons, lines(invented(1)), { withdrawMissing: true })).toMatchObject({ withdrawn: 1 })
  expect(await count(persons)).toBe(1)
  await expect(bring(persons, '', { withdrawMissing: true })).rejects.toMatchObject({ code: 'invalid-input' })
  expect(await count(persons)).toBe(1)
})

test('one wrong line stops the whole file, with its line, its place and how to mend it; nothing is half written', async () => {
  const text = `${lines(invented(5), invented(6, { nationalities: ['Germny'] }))}{"id": \n${lines(invented(7, { birth: '12/05/1980' }), invented(5))}`
  const before = await count(persons)
  const refusal = await bring(persons, text).then(
    () => null,
    (error: { code: string; data: { issues: { path: unknown[]; message: string }[] } }) => error,
  )
  expect(refusal?.code).toBe('invalid-input')
  const said = refusal?.data.issues.map(each => [each.path[1], each.message])
  expect(said).toEqual(
    expect.arrayContaining([
      [2, expect.stringContaining('DEU (Germany)')],
      [3, expect.stringContaining('not JSON')],
      [4, expect.stringContaining('Write 1980-05-12')],
      [5, expect.stringContaining('line 1 already')],
    ]),
  )
  expect(await count(persons)).toBe(before)
  const tried = await bring(persons, text, { dry: true })
  expect(tried).toMatchObject({ entered: 1, rejected: 4 })
  expect(tried.problems.every(each => each.line > 1)).toBe(true)
  expect(await bring(persons, text, { withoutRejected: true })).toMatchObject({ entered: 1, rejected: 4 })
  expect(await count(persons)).toBe(before + 1)
})

test('a table with any of the usual headings comes in, with commas, semicolons or tabs', async () => {
  const rows = [
    [
      'ID',
      'Surname',
      'First name',
      'Aliases',
      'DOB',
      'Nationality',
      'Passport',
      'Issuing country',
      'Reason',
      'Colour of eyes',
    ],
    [
      'C-1',
      'Dvořáková-Vzorová',
      'Ludmila',
      'Vzorova, Lida; Ludmila V.',
      '1990-01-31',
      'CZ|SK',
      'CZ 100 200',
      'CZE',
      'Invented.',
      'brown',
    ],
  ]
  for (const [i, separator] of [',', ';', '\t'].entries()) {
    const text = rows
      .map(row =>
        row
          .map(cell => `"${cell.replace('C-1', `C-${i}`).replace('100 200', `100 20${i}`)}"`)
          .join(separator),
      )
      .join('\r\n')
    const done = await bring(persons, `\uFEFF${text}`)
    expect(done).toMatchObject({ format: 'csv', entered: 1, rejected: 0 })
    expect(done.remarks.join()).toContain('Colour of eyes')
  }
  expect(await named('dvorakova')).toMatchObject({
    identities: [
      {
        names: [
          { family: 'Dvořáková-Vzorová', given: 'Ludmila' },
          { kind: 'alias', family: 'Vzorova', given: 'Lida' },
          { kind: 'alias', full: 'Ludmila V.' },
        ],
        nationalities: ['CZE', 'SVK'],
      },
    ],
    documents: [{ issuer: 'CZE' }],
    ground: { reason: 'Invented.' },
  })
})

test('stolen and blank documents come in as a table, ranges too; a range that runs backwards is refused', async () => {
  const heading = 'document type,document number,last number,document issuer,document status\n'
  expect(
    await bring(documents, `${heading}P,GX 1000001,GX 1000500,GRC,blank\nI,AB-77,,LVA,stolen\n`, {
      reason: 'Stolen from an office.',
    }),
  ).toMatchObject({ entered: 2 })
  const officer = await world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })
  expect(await officer.alerts.query({ documents: [{ number: 'GX1000123' }] })).toMatchObject([
    { documents: [{ number: 'GX 1000001', to: 'GX 1000500' }], band: 'strong' },
  ])
  expect(await officer.alerts.query({ documents: [{ number: 'GX1000501' }] })).toEqual([])
  await expect(bring(documents, `${heading}P,GX2000,GX1000,GRC,blank\n`)).rejects.toMatchObject({
    data: { issues: [{ message: expect.stringContaining('not before it') }] },
  })
  await expect(bring(documents, `${heading}P,GX9000,,GRC,held\n`)).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

const sdn = [
  `9001,"TESTERMAN, Invented Quentin","individual","TEST] [TRIAL",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 10 Dec 1948; alt. DOB circa 1950; POB Giza, Egypt; nationality Egypt; citizen Nowhereland; Gender Male; Passport Q1084010 (Egypt); National ID No. 55-667 (Sudan); a.k.a. 'THE TESTER'."`,
  '9002,"INVENTED TRADING CO.",-0- ,"TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
  '9003,"PHANTOM STAR","vessel","TEST",-0- ,"T9XX","Bulk Cargo",-0- ,-0- ,"Panama",-0- ,"Vessel Registration Identification IMO 9999991; MMSI 999000111 (Panama)."',
  '\u001a',
].join('\r\n')
const alt = '9001,77001,"aka","PROBEMANN, Quentin",-0- \r\n9001,77002,"fka","Q. T.","weak"\r\n'

test('the OFAC list comes in as CSV: persons to a list of persons, vessels to one of vessels, companies to none', async () => {
  const done = await bring(persons, sdn, { alt: file(alt) })
  expect(done).toMatchObject({ format: 'ofac-sdn-csv', read: 3, entered: 1, skipped: 2, rejected: 0 })
  expect(done.remarks.join()).toContain('Nowhereland')
  const person = await named('Testerman')
  expect(person).toMatchObject({
    identities: [
      {
        kind: 'confirmed',
        birth: '1948-12-10',
        sex: 'M',
        nationalities: ['EGY'],
        birthPlace: 'Giza, Egypt',
        names: [
          { kind: 'primary', family: 'TESTERMAN', given: 'Invented Quentin' },
          { kind: 'alias', family: 'PROBEMANN' },
          { kind: 'weak', full: 'Q. T.' },
          { kind: 'weak', full: 'THE TESTER' },
        ],
      },
      { kind: 'claimed', birth: '1950', circa: true },
    ],
    documents: [
      { type: 'P', number: 'Q1084010', issuer: 'EGY' },
      { type: 'I', number: '55-667', issuer: 'SDN' },
    ],
  })
  expect(await bring(persons, sdn, { alt: file(alt) })).toMatchObject({ entered: 0, unchanged: 1 })
  expect(await bring(vessels, sdn)).toMatchObject({ entered: 1, skipped: 2 })
  expect(
    await (await world.as('kristaps-vitolnieks-hale', { purpose: 'border-check' })).alerts.query({
      object: 'IMO9999991'.slice(3),
    }),
  ).toMatchObject([
    { alert: { title: 'PHANTOM STAR' }, objects: [{ mmsi: '999000111', callSign: 'T9XX', country: 'PAN' }] },
  ])
})

test('the same list as XML changes nothing that the CSV did not say otherwise', async () => {
  const xml = `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="urn:invented"><publshInformation><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry><uid>9101</uid><firstName>Invented &amp; True</firstName><lastName>PRÜFER</lastName><sdnType>Individual</sdnType>
    <programList><program>TEST</program></programList>
    <idList><id><uid>1</uid><idType>Passport</idType><idNumber>K7001</idNumber><idCountry>Iran</idCountry></id>
      <id><uid>2</uid><idType>Gender</idType><idNumber>Female</idNumber></id></idList>
    <akaList><aka><uid>3</uid><type>a.k.a.</type><category>weak</category><lastName>PRU</lastName></aka></akaList>
    <nationalityList><nationality><uid>4</uid><country>Iran</country><mainEntry>true</mainEntry></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><uid>5</uid><dateOfBirth>1961 to 1963</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
  </sdnEntry>
  <sdnEntry><uid>9102</uid><lastName>INVENTED BANK</lastName><sdnType>Entity</sdnType></sdnEntry>
</sdnList>`
  expect(await bring(persons, xml)).toMatchObject({ format: 'ofac-sdn-xml', read: 2, entered: 1, skipped: 1 })
  expect(await named('Prufer')).toMatchObject({
    identities: [
      {
        birth: '1961',
        circa: true,
        sex: 'F',
        nationalities: ['IRN'],
        names: [{ given: 'Invented & True' }, { kind: 'weak' }],
      },
      { birth: '1962', circa: true },
      { birth: '1963', circa: true },
    ],
    documents: [{ number: 'K7001', issuer: 'IRN' }],
  })
  expect(await bring(persons, xml)).toMatchObject({ unchanged: 1, entered: 0 })
  for (const bad of ['<!DOCTYPE x [<!ENTITY a "b">]><sdnList/>', '<sdnList><sdnEntry></sdnList>', '<other/>'])
    await expect(bring(persons, bad)).rejects.toMatchObject({ code: 'invalid-input' })
})

test('the consolidated list of the United Nations comes in, names in their own script as well', async () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-11-01T00:00:00">
 <INDIVIDUALS>
  <INDIVIDUAL>
   <DATAID>6900001</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>Muthanna</FIRST_NAME><SECOND_NAME>Al</SECOND_NAME>
   <THIRD_NAME>Ikhtibari</THIRD_NAME><UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>TEi.001</REFERENCE_NUMBER>
   <NAME_ORIGINAL_SCRIPT>مثنى الاختباري</NAME_ORIGINAL_SCRIPT><GENDER>Male</GENDER>
   <NATIONALITY><VALUE>Syrian Arab Republic</VALUE><VALUE>Iraq</VALUE></NATIONALITY>
   <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Tajriba</ALIAS_NAME></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1972</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
   <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Mosul</CITY><COUNTRY>Iraq</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
   <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>S 900 017</NUMBER><ISSUING_COUNTRY>Iraq</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
   <INDIVIDUAL_DOCUMENT/>
  </INDIVIDUAL>
 </INDIVIDUALS>
 <ENTITIES><ENTITY><DATAID>1</DATAID></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>`
  expect(await bring(persons, xml)).toMatchObject({
    format: 'un-xml',
    read: 1,
    entered: 1,
    rejected: 0,
    remarks: [],
  })
  expect(await named('Ikhtibari')).toMatchObject({
    identities: [
      {
        birth: '1970-02-03',
        nationalities: ['SYR', 'IRQ'],
        birthCountry: 'IRQ',
        names: [
          { full: 'Muthanna Al Ikhtibari' },
          { full: 'مثنى الاختباري', script: 'Arab' },
          { kind: 'weak' },
        ],
      },
      { birth: '1972', circa: true },
    ],
    documents: [{ number: 'S 900 017', issuer: 'IRQ' }],
    ground: { decision: 'TEi.001' },
  })
  expect(await bring(persons, xml)).toMatchObject({ unchanged: 1, entered: 0 })
})

test('a list goes out as JSON lines and comes back as it was; nobody else can take it out or bring into it', async () => {
  const inHalfAYear = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10)
  await keeper.alerts.enter({
    list: persons,
    content: sampleContent({ flags: ['suicide-risk'], endsOn: inHalfAYear }),
  })
  const { body } = await keeper.alerts.export({ list: persons })
  const text = await body.text()
  expect(text.trim().split('\n')).toHaveLength(await count(persons))
  expect(await bring(persons, text)).toMatchObject({ entered: 0, changed: 0, rejected: 0 })
  const other = await world.as('sanita-krumina-falk', { purpose: 'alert-keeping' })
  await expect(other.alerts.export({ list: persons })).rejects.toMatchObject({ code: 'not-found' })
  await expect(other.alerts.import({ list: persons, file: file(text) })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a file that is not text, and one that is nothing known, are refused with a sentence', async () => {
  await expect(
    keeper.alerts.import({
      list: persons,
      file: new File([new Uint8Array([0xff, 0xfe, 0x41, 0x00])], 'a.csv'),
      dry: false,
    }),
  ).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('UTF-8') })
  await expect(bring(persons, 'hello\nthere\n')).rejects.toMatchObject({ code: 'invalid-input' })
})
