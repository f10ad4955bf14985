import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

interface Signing {
  /** The origin that the browser would write into what is signed. */
  origin?: string
  /** Whether the person proved to the device who they are (UV). */
  verified?: boolean
  counter?: number
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
const base64url = (data: Buffer | string): string => Buffer.from(data).toString('base64url')

/** A passkey in software with ES256 (W3C Web Authentication, level 3, section 6): signs like a device, lies where it is told to. */
export class Authenticator {
  readonly id = randomBytes(32)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #counter = 0

  /** What the browser answers to options for `navigator.credentials.create`. */
  register(options: { challenge: string; rp?: unknown }, signing: Signing = {}) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const data = Buffer.concat([this.#data(signing, 0x40), Buffer.alloc(16), length, this.id, key])
    // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: base64url(this.#client('webauthn.create', options.challenge, signing)),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      },
    }
  }

  /** What the browser answers to options for `navigator.credentials.get`. */
  sign(options: { challenge: string }, signing: Signing = {}) {
    const client = this.#client('webauthn.get', options.challenge, signing)
    const data = this.#data(signing, 0)
    const signature = createSign('sha256').update(data).update(sha256(client)).sign(this.#keys.privateKey)
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      },
    }
  }

  #credential() {
    const id = base64url(this.id)
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  }

  #client(type: string, challenge: string, { origin = 'http://localhost:3000' }: Signing): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #data({ origin = 'http://localhost:3000', verified = true, counter }: Signing, more: number): Buffer {
    if (counter === undefined) this.#counter += 1
    const data = Buffer.alloc(37)
    sha256(new URL(origin).hostname).copy(data)
    data[32] = 0x01 | (verified ? 0x04 : 0) | more
    data.writeUInt32BE(counter ?? this.#counter, 33)
    return data
  }
}
