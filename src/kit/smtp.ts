import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** One file that came by mail. */
export interface Attachment {
  name: string
  type: string
  content: Buffer
}

/** What is done with the mail that comes in. */
export interface Receiving<Sender> {
  host: string
  port: number
  /** The largest mail, in bytes. */
  limit: number
  /** Whether signing in without TLS is allowed: on this machine only, behind a server that ends TLS. */
  plain: boolean
  /** Who signs in so; undefined when nobody. Told apart by nothing but that. */
  known(user: string, password: string): Promise<Sender | undefined>
  /** Takes a mail's text and files. Throws, with a sentence for the sender, when it cannot. */
  take(sender: Sender, mail: { text: string; files: Attachment[] }): Promise<string>
}

/**
 * Listens for mail (RFC 5321) from senders who sign in (RFC 4954); nothing is relayed and no mailbox exists. A mail is accepted
 * when, and only when, what is in it was taken.
 * @returns the port and the way to stop.
 */
export async function receiveMail<Sender>(
  receiving: Receiving<Sender>,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const senders = new WeakMap<object, Sender>()
  const server = new SMTPServer({
    size: receiving.limit,
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: receiving.plain,
    hideSTARTTLS: receiving.plain,
    disableReverseLookup: true,
    banner: 'ICONet',
    logger: false,
    onAuth(auth, session, done) {
      const answer = async (): Promise<void> => {
        let sender: Sender | undefined
        try {
          sender = await receiving.known(auth.username ?? '', auth.password ?? '')
        } catch {
          return done(refusal(451, 'Not available at the moment. Try again later.'))
        }
        if (sender === undefined) return done(refusal(535, 'This name and key open nothing here.'))
        senders.set(session, sender)
        return done(null, { user: auth.username })
      }
      void answer()
    },
    onData(stream, session, done) {
      const answer = async (): Promise<void> => {
        let said: string
        try {
          const parts: Buffer[] = []
          for await (const part of stream) if (!stream.sizeExceeded) parts.push(part as Buffer)
          const sender = senders.get(session)
          if (sender === undefined) return done(refusal(530, 'Sign in first.'))
          if (stream.sizeExceeded) return done(refusal(552, 'The mail is too large. Send it in parts.'))
          said = await receiving.take(sender, await read(Buffer.concat(parts)))
        } catch (error) {
          return done(refusalOf(error))
        }
        return done(null, said)
      }
      void answer()
    },
  })
  // A connection that breaks off must not end the process.
  server.on('error', () => {})
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(receiving.port, receiving.host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : receiving.port,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

async function read(mail: Buffer): Promise<{ text: string; files: Attachment[] }> {
  const { text = '', attachments } = await PostalMime.parse(mail, { attachmentEncoding: 'arraybuffer' })
  return {
    text,
    files: attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      content: typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
    })),
  }
}

const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })

/** What is wrong with the mail is refused for good, what is wrong here for now. */
function refusalOf(error: unknown): Error {
  const { status, message } = error as { status?: unknown; message?: unknown }
  const ours = typeof status !== 'number' || status >= 500
  return ours
    ? refusal(451, 'Not available at the moment. Try again later.')
    : refusal(554, String(message).replace(/\s+/g, ' '))
}
