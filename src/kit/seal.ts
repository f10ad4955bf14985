import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** What is kept of something sealed: the sealed content, and its own key, sealed in turn under the node's. */
export interface Sealed {
  content: Buffer
  key: Buffer
}

/** Seals content with a key of its own, so that forgetting that key alone makes the content unreadable. */
export interface Seal {
  seal(content: Uint8Array, context: string): Sealed
  /** @throws Error when the node's key is another one, the context differs or a single bit was changed. */
  open(sealed: Sealed, context: string): Buffer
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM (NIST SP 800-38D) with a fresh key for each content; that key is wrapped by the node's key. `context` (which
 * message, for example) is authenticated with both, so that a sealed content put in another's place does not open.
 */
export function openSeal(nodeKey: Buffer): Seal {
  if (nodeKey.length !== 32) throw new Error('The key for sealing must have 32 bytes.')
  return {
    seal(content, context) {
      const key = randomBytes(32)
      return { content: encrypt(key, content, context), key: encrypt(nodeKey, key, context) }
    },
    open: (sealed, context) => decrypt(decrypt(nodeKey, sealed.key, context), sealed.content, context),
  }
}

type KeyOf = Pick<Config, 'data' | 'sealKey'>
interface Opened {
  seal: Seal
  nodeKey: Buffer
  derived: Map<string, Buffer>
}

const opened = new Map<string, Opened>()

/** The seal of this node: its key from SEAL_KEY, or from a file in the data folder that only the owner can read. */
export const sealOf = (config: KeyOf): Seal => openedOf(config).seal

/**
 * A key of 32 bytes for something else than sealing, from the node's key under a label of its own (HKDF-SHA-256, RFC 5869): none of
 * them tells of another, nor of the node's.
 */
export function derivedKey(config: KeyOf, label: string): Buffer {
  const { nodeKey, derived } = openedOf(config)
  const key = derived.get(label) ?? Buffer.from(hkdfSync('sha256', nodeKey, '', label, 32))
  derived.set(label, key)
  return key
}

function openedOf({ data, sealKey }: KeyOf): Opened {
  const name = sealKey ? `given ${createHash('sha256').update(sealKey).digest('hex')}` : data
  const known = opened.get(name)
  if (known) return known
  const nodeKey = Buffer.from(sealKey ?? keyIn(data), 'base64')
  const fresh = { seal: openSeal(nodeKey), nodeKey, derived: new Map<string, Buffer>() }
  opened.set(name, fresh)
  return fresh
}

function keyIn(data: string): string {
  const path = join(data, 'seal.key')
  mkdirSync(data, { recursive: true })
  try {
    // Two processes may start together: whoever comes second reads what the first wrote.
    writeFileSync(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}

function encrypt(key: Buffer, content: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  const nonce = sealed.subarray(0, nonceBytes)
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes)
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
}
