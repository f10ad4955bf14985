import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Files by the SHA-256 of their content, on local disk. Who may read one is a row's business, not the store's. */
export interface Blobs {
  /** Keeps the content durably; gives its SHA-256 in hexadecimal. The same content twice is kept once. */
  put(content: Uint8Array): Promise<string>
  /** @throws when there is no such content or it does not match its name any more. */
  get(hash: string): Promise<Buffer>
  remove(hash: string): Promise<void>
}

export function openBlobs(folder: string): Blobs {
  const place = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('Not a SHA-256 in hexadecimal.')
    return join(folder, hash.slice(0, 2), hash)
  }
  return {
    async put(content) {
      const hash = createHash('sha256').update(content).digest('hex')
      const path = place(hash)
      await mkdir(dirname(path), { recursive: true })
      const draft = `${path}.${randomUUID()}`
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(content)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
      return hash
    },
    async get(hash) {
      const content = await readFile(place(hash))
      if (createHash('sha256').update(content).digest('hex') !== hash)
        throw new Error(`File ${hash} is damaged.`)
      return content
    },
    remove: hash => rm(place(hash), { force: true }),
  }
}
