import { expect, test } from 'vitest'
import { useWorld } from '#test/world.ts'
import { mediaTypeOf, safeName } from './attachments.ts'
import { withoutMetadata } from './metadata.ts'
import { sampleContent, sampleHandling } from './samples.ts'

const world = useWorld()
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    ),
  )
const file = (content: Uint8Array | string, name: string) =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name)
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'

// A JPEG of one grey pixel is not needed: segments are what is looked at.
const segment = (marker: number, text: string) => bytes([0xff, marker, 0, text.length + 2], text)
const jpeg = (...more: Uint8Array[]) =>
  bytes(
    [0xff, 0xd8],
    [...segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0')],
    ...more.map(each => [...each]),
    [...segment(0xda, '\x01\x01\0\0\x3f\0')],
    [0x12, 0xff, 0x00, 0x34, 0xff, 0xd9],
  )

async function begun() {
  const officer = await world.as('marta-colonnese-ruiz')
  const draft = await officer.warnings.draft({
    content: sampleContent(),
    handling: sampleHandling(['state:GR']),
  })
  return { officer, draft }
}

test('an attachment is seen with its warning and downloaded as a file, never shown', async () => {
  const { officer, draft } = await begun()
  const kept = await officer.warnings.attach({ id: draft.id, file: file(pdf, '../../etc/yard "plan".exe') })
  expect(kept).toMatchObject({ name: 'yard plan.exe.pdf', type: 'application/pdf' })
  const one = { id: draft.id, attachment: kept.id }
  const greek = await world.as('yannis-petrakis-orfeo')
  await expect(greek.warnings.attachment(one)).rejects.toMatchObject({ code: 'not-found' })
  await officer.warnings.issue(draft)
  const got = await greek.warnings.attachment(one)
  expect(got.headers['content-disposition']).toMatch(/^attachment; filename="yard plan.exe.pdf"/)
  expect(await got.body.text()).toBe(pdf)
  const third = await world.as('awa-lemercier-dunn')
  await expect(third.warnings.attachment(one)).rejects.toMatchObject({ code: 'not-found' })
  await expect(officer.warnings.detach(one)).rejects.toMatchObject({ code: 'not-found' })
  await officer.warnings.withdraw({ id: draft.id, reason: 'Wrong yard.' })
  await expect(greek.warnings.attachment(one)).rejects.toMatchObject({ code: 'not-found' })
})

test('what a browser could run is refused by its content, whatever its name', async () => {
  for (const [content, name] of [
    ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'map.png'],
    ['<!doctype html><p>x', 'note.txt'],
    ['note\n<script>alert(1)</script>', 'note.txt'],
    ['<?xml version="1.0"?><a/>', 'a.txt'],
    ['MZ\x90\0\x03\0\0\0', 'plan.pdf'],
    ['PK\x03\x04\x14\0\0\0\0\0', 'files.docx'],
  ] as const)
    expect(await mediaTypeOf(bytes(content), name), name).toBeUndefined()
  expect(await mediaTypeOf(bytes('a;b\n1;2\n'), 'table.csv')).toBe('text/csv')
  expect(safeName('C:\\x\\<b>.CSV', 'text/csv')).toBe('b.CSV')
  const { officer, draft } = await begun()
  await expect(
    officer.warnings.attach({ id: draft.id, file: file('<html>', 'a.txt') }),
  ).rejects.toMatchObject({ code: 'invalid-input', data: { issues: [{ path: ['file'] }] } })
})

test('a warning carries five files and not a sixth, even when two come at once', async () => {
  const { officer, draft } = await begun()
  for (let i = 0; i < 4; i++)
    await officer.warnings.attach({ id: draft.id, file: file(`${pdf}${i}`, `${i}.pdf`) })
  const two = await Promise.allSettled(
    [4, 5].map(i => officer.warnings.attach({ id: draft.id, file: file(`${pdf}${i}`, `${i}.pdf`) })),
  )
  expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await officer.warnings.read({ id: draft.id })).attachments).toHaveLength(5)
})

test('where and by whom a picture was taken does not travel with it', () => {
  const exif = segment(0xe1, 'Exif\0\0GPS 45.1 15.7')
  const comment = segment(0xfe, 'taken by an officer')
  const behind = bytes([...jpeg(exif, comment)], 'second picture Exif GPS')
  const clean = Buffer.from(withoutMetadata(behind, 'image/jpeg') ?? []).toString('latin1')
  expect(clean).not.toMatch(/GPS|officer/)
  expect(Buffer.from(clean, 'latin1')).toEqual(Buffer.from(jpeg()))
  expect(withoutMetadata(jpeg().subarray(0, 30), 'image/jpeg')).toBeUndefined()
  const chunk = (name: string, body: string) => bytes([0, 0, 0, body.length], name, body, [0, 0, 0, 0])
  const png = (...middle: Uint8Array[]) =>
    bytes('\x89PNG\r\n\x1a\n', [...chunk('IHDR', '0123456789abc')], ...middle.map(each => [...each]), [
      ...chunk('IEND', ''),
    ])
  expect(withoutMetadata(png(chunk('eXIf', 'GPS'), chunk('tEXt', 'Author')), 'image/png')).toEqual(png())
})

test('a text file with personal data is stopped like the text of the warning', async () => {
  const { officer, draft } = await begun()
  await expect(
    officer.warnings.attach({
      id: draft.id,
      file: file('Driver: Mario Rossini, born 04.05.1988', 'note.txt'),
    }),
  ).rejects.toMatchObject({ code: 'stopped-personal-data' })
})

test('a PDF carries the marking on each page and says for whom it was made', async () => {
  const { officer, draft } = await begun()
  await officer.warnings.save({
    ...draft,
    content: sampleContent({ method: 'Μια πρόταση. Одно предложение. Kraljić, ß. '.repeat(60) }),
    handling: sampleHandling(['state:GR'], { marking: 'LIMITED' }),
  })
  const made = await officer.warnings.pdf({ id: draft.id })
  expect(made.headers['content-disposition']).toContain('attachment')
  const content = Buffer.from(await made.body.arrayBuffer())
  expect(content.subarray(0, 5).toString()).toBe('%PDF-')
  expect(content.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
})
