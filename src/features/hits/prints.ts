import { createHmac } from 'node:crypto'
import type { Config } from '#kit/config.ts'
import { derivedKey } from '#kit/seal.ts'

/** What a print is of: prints of two kinds tell nothing of each other. */
type Kind = 'subject' | 'person' | 'question'
/** A print, 64 hexadecimal digits: the same for the same text under the same key. */
export type Print = (kind: Kind, text: string) => string

/**
 * What makes prints of personal data, by which somebody is known again when they are forgotten: HMAC-SHA-256 (RFC 2104). Whoever holds
 * the database, or a backup of it, and not the key can try no names against them.
 */
export function printsOf(config: Pick<Config, 'data' | 'sealKey'>): Print {
  const key = derivedKey(config, 'iconet prints of persons')
  return (kind, text) => createHmac('sha256', key).update(`${kind}\n${text}`).digest('hex')
}
