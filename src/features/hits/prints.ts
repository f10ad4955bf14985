import { createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#kit/config.ts'
import { sealOf } from '#kit/seal.ts'

/** What a print is of: prints of two kinds tell nothing of each other. */
type Kind = 'subject' | 'person' | 'question'
/** A print, 64 hexadecimal digits: the same for the same text under the same key. */
export type Print = (kind: Kind, text: string) => string

/**
 * What makes prints of personal data, by which somebody is known again when they are forgotten: HMAC-SHA-256 (RFC 2104). Whoever holds
 * the database, or a backup of it, and not the key can try no names against them.
 */
export function printsOf({ data, sealKey }: Pick<Config, 'data' | 'sealKey'>): Print {
  const name = sealKey ? `given ${sealKey}` : data
  const key = derived.get(name) ?? derive({ data, sealKey })
  derived.set(name, key)
  return (kind, text) => createHmac('sha256', key).update(`${kind}\n${text}`).digest('hex')
}

const derived = new Map<string, Buffer>()

/** From the node's key for sealing, under a label of its own (HKDF, RFC 5869): neither key tells of the other. */
function derive({ data, sealKey }: Pick<Config, 'data' | 'sealKey'>): Buffer {
  // Where no key was given, the seal makes one in the data folder.
  if (!sealKey) sealOf({ data })
  const node = Buffer.from(sealKey ?? readFileSync(join(data, 'seal.key'), 'utf8').trim(), 'base64')
  return Buffer.from(hkdfSync('sha256', node, '', 'iconet prints of persons', 32))
}
