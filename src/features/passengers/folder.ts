import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '#kit/problem.ts'
import { after, deadlines, largest } from './deadlines.ts'

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

/** Names under which programs write what is not finished yet. */
const unfinished = /^\.|\.(part|tmp|filepart|crdownload)$/i

/**
 * Takes files as they arrive. What is taken lies encrypted in the database, whatever comes of it (intake.ts), and here no more: a note
 * stays in `done/`. What nobody may take waits an hour for that to be mended and is then deleted, with the reason in `failed/`; so is at once
 * what is no list for its size. Answers, and why a message was put aside, come into `answers/` and `failed/` (delivering.ts). All that
 * goes when its deadline has passed. Whatever happens in between, a file is taken at least once; the message in it is taken once only, so a
 * server that is killed loses and doubles nothing.
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
      const before = seen.get(path)
      const refused = `refused ${shape} since `
      const since = before?.startsWith(refused) ? new Date(before.slice(refused.length)) : undefined
      if (!since && before !== shape) {
        seen.set(path, shape)
        continue
      }
      seen.delete(path)
      // One that cannot even be put aside, for it is gone or the disk is full, does not keep the others waiting.
      const waits = await takeOne(watching, carrier.name, place, file.name, found.size, since).catch(
        (error: unknown) => {
          watching.failed(carrier.name, error)
          return undefined
        },
      )
      if (waits) seen.set(path, refused + waits.toISOString())
    }
    await sweep(join(place, 'done'), after(watching.clock(), { hours: -deadlines.keepApi.hours }))
    await sweep(join(place, 'answers'), after(watching.clock(), { hours: -deadlines.keepApi.hours }))
    await sweep(join(place, 'failed'), after(watching.clock(), { hours: -deadlines.keepUnread.hours }))
  }
}

/**
 * @param since when it was refused for the first time, where it was.
 * @returns since when it waits for what is in its way to be mended, where it does.
 */
async function takeOne(
  watching: Watching,
  carrier: string,
  place: string,
  name: string,
  size: number,
  since?: Date,
): Promise<Date | undefined> {
  const path = join(place, name)
  const now = watching.clock()
  // So much of the name that a note always has room for it: 255 bytes, of which a sign takes up to three.
  const stamped = `${now.toISOString().replace(/[:.]/g, '')} ${name.slice(0, 55)}`
  try {
    if (size > largest.kept)
      throw new Problem(
        'too-large',
        `The file is larger than ${largest.kept / 1024 / 1024} MB, which no list is. Send it in parts.`,
      )
    await watching.take(carrier, await readFile(path))
    // The original is kept under its seal (intake.ts), and nowhere beside it.
    await rm(path)
    await note(join(place, 'done'), stamped, 'Taken. The list is kept encrypted and no longer here.')
    return undefined
  } catch (error) {
    // What is wrong on our side is tried again at the next look.
    const refusal = error instanceof Problem && error.status < 500 ? error : undefined
    const first = since ?? now
    const until = after(first, deadlines.keepRefused)
    const hopeless = refusal?.code === 'too-large' || refusal?.code === 'invalid-input'
    const ends = refusal !== undefined && (hopeless || now >= until)
    if (!refusal || ends || !since) watching.failed(carrier, error)
    if (!refusal) return undefined
    if (ends) await rm(path)
    if (ends || !since)
      await note(
        join(place, 'failed'),
        stamped,
        ends
          ? `Not taken, and deleted; nothing of it is kept. ${refusal.message}`
          : `Not taken yet. ${refusal.message} It is tried again until ${until.toISOString()}, then deleted.`,
      )
    return ends ? undefined : first
  }
}

async function note(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.txt`), `${text}\n`)
}

/** Deletes what has lain there since before this moment. */
async function sweep(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() && found.ctime < before) await rm(path, { force: true })
  }
}
