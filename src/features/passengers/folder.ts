import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, deadlines } from './deadlines.ts'

/** What a watched folder stands on. */
export interface Watching {
  /** One folder in it for each carrier's code; files are taken out of those. */
  folder: string
  /** Takes one file in. Throws, with a sentence for whoever looks after the folder, when it cannot be taken. */
  take(carrier: string, content: Buffer): Promise<void>
  clock(): Date
  /** Said once for each failure; never what is in the file. */
  failed(carrier: string, error: unknown): void
  /** Milliseconds between two looks. A file is taken when it was the same at two. */
  every?: number
}

const largest = 8 * 1024 * 1024
/** Names under which programs write what is not finished yet. */
const unfinished = /^\.|\.(part|tmp|filepart|crdownload)$/i

/**
 * Takes files as they arrive. Of each a note stays in `done/`; one that cannot be taken goes, with the reason beside it, to `failed/` within
 * its carrier's folder. Both are deleted when their deadline has passed. Whatever happens in between, a file is taken at least once; the message in it is
 * taken once only (intake.ts), so a server that is killed loses and doubles nothing.
 * @returns the way to stop; it waits for a file that is being taken.
 */
export function watchFolder(watching: Watching): () => Promise<void> {
  const seen = new Map<string, string>()
  let ended = false
  let looking: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(() => (ended ? undefined : look(watching, seen)))
  }, watching.every ?? 2000)
  return async () => {
    ended = true
    clearInterval(timer)
    await looking
  }
}

/** One look into every carrier's folder. `seen` remembers what each file looked like the time before. */
export async function look(watching: Watching, seen: Map<string, string>): Promise<void> {
  const carriers = await readdir(watching.folder, { withFileTypes: true }).catch(() => [])
  for (const carrier of carriers) {
    if (!carrier.isDirectory() || !/^[A-Z0-9]{2,3}$/.test(carrier.name)) continue
    const place = join(watching.folder, carrier.name)
    const files = await readdir(place, { withFileTypes: true }).catch(() => [])
    for (const file of files.toSorted((a, b) => a.name.localeCompare(b.name))) {
      if (!file.isFile() || unfinished.test(file.name)) continue
      const path = join(place, file.name)
      const found = await stat(path).catch(() => undefined)
      if (!found) continue
      const shape = `${found.size} ${found.mtimeMs}`
      if (seen.get(path) !== shape) {
        seen.set(path, shape)
        continue
      }
      seen.delete(path)
      // One that cannot even be put aside, for it is gone or the disk is full, does not keep the others waiting.
      await takeOne(watching, carrier.name, place, file.name, found.size).catch((error: unknown) =>
        watching.failed(carrier.name, error),
      )
    }
    await sweep(join(place, 'done'), after(watching.clock(), { hours: -deadlines.keepApi.hours }))
    await sweep(join(place, 'failed'), after(watching.clock(), { hours: -deadlines.keepUnread.hours }))
  }
}

async function takeOne(watching: Watching, carrier: string, place: string, name: string, size: number) {
  const path = join(place, name)
  const stamp = watching.clock().toISOString().replace(/[:.]/g, '')
  try {
    if (size > largest) throw new Error('The file is larger than 8 MB. Send it in parts.')
    await watching.take(carrier, await readFile(path))
    // The original is kept under its seal (intake.ts), and nowhere beside it.
    await rm(path)
    await note(
      join(place, 'done'),
      `${stamp} ${name}`,
      'Taken. The list is kept encrypted and no longer here.',
    )
  } catch (error) {
    watching.failed(carrier, error)
    // What is wrong on our side is tried again at the next look; what is wrong with the file goes out of the way.
    const status = (error as { status?: unknown } | null)?.status
    if (typeof status === 'number' && status >= 500) return
    await put(path, join(place, 'failed'), `${stamp} ${name}`)
    const why = error instanceof Error ? error.message : 'It could not be taken.'
    await note(join(place, 'failed'), `${stamp} ${name}`, why)
  }
}

async function note(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.txt`), `${text}\n`)
}

async function put(path: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await rename(path, join(folder, name))
}

/** Deletes what has lain there since before this moment. */
async function sweep(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() && found.ctime < before) await rm(path, { force: true })
  }
}
