import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailer } from './mailer.ts'

const from = 'no-reply@iconet.invalid'
const received: { to: string[]; text: string }[] = []
let server: SMTPServer
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iconet-mail-'))
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      let text = ''
      stream.on('data', chunk => (text += String(chunk)))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(each => each.address), text })
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise<void>(resolve => server.close(() => resolve()))
  await rm(folder, { recursive: true, force: true })
})

const smtp = () => {
  const { port } = server.server.address() as { port: number }
  return openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from, folder })
}

test('a letter reaches a real SMTP server, letters of every alphabet intact', async () => {
  await smtp().send({ to: 'desk@gr.example', subject: 'EWS-EL-2026-0001 · άμεσο', text: 'Something waits.' })
  const letter = received.at(-1)
  expect(letter?.to).toEqual(['desk@gr.example'])
  expect(letter?.text).toContain('=?UTF-8?')
  expect(letter?.text).toContain('Something waits.')
})

test('a line break in an address or a subject does not become a header or another recipient', async () => {
  const before = received.length
  const hostile = {
    to: 'desk@gr.example\r\nRCPT TO:<other@xx.example>',
    subject: 'Hello\r\nBcc: other@xx.example',
    text: 'x',
  }
  await smtp()
    .send(hostile)
    .catch(() => undefined)
  for (const letter of received.slice(before)) {
    expect(letter.to).toHaveLength(1)
    expect(letter.text.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
  }
})

test('without a mail server each letter is a file', async () => {
  await openMailer({ from, folder }).send({ to: 'desk@hr.example', subject: 'One', text: 'Two' })
  const names = await readdir(folder)
  expect(names).toHaveLength(1)
  expect(await readFile(join(folder, names[0] ?? ''), 'utf8')).toContain('desk@hr.example')
})
