import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedKey, openSeal, sealOf } from './seal.ts'

test('what was sealed opens again, and only as what it was sealed for', () => {
  const seal = openSeal(randomBytes(32))
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.string(), fc.string(), (content, one, other) => {
      const sealed = seal.seal(content, one)
      expect(seal.open(sealed, one).equals(Buffer.from(content))).toBe(true)
      if (one !== other) expect(() => seal.open(sealed, other)).toThrow()
    }),
    { numRuns: 50 },
  )
})

test('one changed bit, another node’s key or the key of another content opens nothing', () => {
  const seal = openSeal(randomBytes(32))
  const sealed = seal.seal(Buffer.from('MUSTER/ADA'), 'm')
  for (const part of ['content', 'key'] as const)
    for (let bit = 0; bit < sealed[part].length * 8; bit += 7) {
      const spoilt = { content: Buffer.from(sealed.content), key: Buffer.from(sealed.key) }
      spoilt[part][bit >> 3] = (spoilt[part][bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => seal.open(spoilt, 'm')).toThrow()
    }
  expect(() => openSeal(randomBytes(32)).open(sealed, 'm')).toThrow()
  expect(() => seal.open({ ...sealed, key: seal.seal(Buffer.from('x'), 'm').key }, 'm')).toThrow()
  expect(sealed.content.includes('MUSTER')).toBe(false)
})

test('the node keeps its key in a file that nobody else can read, and finds it again', () => {
  const data = mkdtempSync(join(tmpdir(), 'iconet-seal-'))
  try {
    const sealed = sealOf({ data }).seal(Buffer.from('x'), 'm')
    expect(statSync(join(data, 'seal.key')).mode & 0o777).toBe(0o600)
    expect(String(sealOf({ data: `${data}/.` }).open(sealed, 'm'))).toBe('x')
  } finally {
    rmSync(data, { recursive: true })
  }
})

test('a key for something else comes from the node’s by its label: always the same, and telling of no other', () => {
  const data = mkdtempSync(join(tmpdir(), 'iconet-seal-'))
  try {
    const key = derivedKey({ data }, 'prints')
    expect(key).toHaveLength(32)
    // The file that the first asker made; given instead of it, the key is the same.
    const sealKey = readFileSync(join(data, 'seal.key'), 'utf8').trim()
    expect(derivedKey({ data: 'elsewhere', sealKey }, 'prints').equals(key)).toBe(true)
    expect(derivedKey({ data }, 'something else').equals(key)).toBe(false)
    expect(key.equals(Buffer.from(sealKey, 'base64'))).toBe(false)
    const other = randomBytes(32).toString('base64')
    expect(derivedKey({ data, sealKey: other }, 'prints').equals(key)).toBe(false)
  } finally {
    rmSync(data, { recursive: true })
  }
  // HKDF-SHA-256 without salt (RFC 5869), worked out apart: what was derived once must be derived again by every later version.
  const zeros = Buffer.alloc(32).toString('base64')
  expect(derivedKey({ data, sealKey: zeros }, 'iconet prints of persons').toString('hex')).toBe(
    '149c11c831c03ce6ba1d2c8552f4b995b1bebfe1f2b67960250f7754f707bf1a',
  )
})
