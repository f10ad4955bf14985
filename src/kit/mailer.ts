import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A message without content: what waits, how urgent, and a link. */
export interface Letter {
  to: string
  subject: string
  text: string
}

export interface Mailer {
  send(letter: Letter): Promise<void>
}

// A line break in an address or subject would let text become a header (CVE-2021-23400 and its kin).
const oneLine = (text: string) => text.replace(/[\r\n\0]+/g, ' ').slice(0, 300)

/** Sends by SMTP where a server is configured, else writes each letter to a folder as an .eml file. */
export function openMailer({
  smtpUrl,
  from,
  folder,
}: {
  smtpUrl?: string | undefined
  from: string
  folder: string
}): Mailer {
  // Made with the first letter, so that no start waits for it.
  const opened = async () => {
    const { createTransport } = await import('nodemailer')
    return smtpUrl ? createTransport(smtpUrl) : createTransport({ streamTransport: true, buffer: true })
  }
  let transport: ReturnType<typeof opened> | undefined
  return {
    async send({ to, subject, text }) {
      transport ??= opened()
      const message = { from, to: { name: '', address: oneLine(to) }, subject: oneLine(subject), text }
      const sent = (await (await transport).sendMail(message)) as { message?: Buffer }
      if (smtpUrl || !sent.message) return
      await mkdir(folder, { recursive: true })
      const path = join(
        folder,
        `${new Date().toISOString().replaceAll(':', '')}-${randomUUID().slice(0, 8)}.eml`,
      )
      await writeFile(`${path}.part`, sent.message)
      await rename(`${path}.part`, path)
    },
  }
}
