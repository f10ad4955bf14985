import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}

const limit = 250_000

/** What a browser loads before the first screen shows: the entry, what it imports, and its style sheets. */
export async function run(): Promise<void> {
  const built = spawnSync(process.execPath, ['bin/iconet.js', 'build'], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The build failed.')
  const folder = join('dist', 'web')
  const manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >
  const weigh = async (file: string) => gzipSync(await readFile(join(folder, file)), { level: 6 }).length
  const first = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || first.has(chunk.file)) return
    first.add(chunk.file)
    for (const file of chunk.css ?? []) first.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const [name, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(name)
  let scripts = 0
  let styles = 0
  for (const file of first) {
    const size = await weigh(file)
    if (file.endsWith('.css')) styles += size
    else scripts += size
    console.log(`first load  ${kilo(size)}  ${file}`)
  }
  for (const { file } of Object.values(manifest))
    if (!first.has(file) && file.endsWith('.js'))
      console.log(`later       ${kilo(await weigh(file))}  ${file}`)
  console.log(
    `\nFirst load, gzip: ${kilo(scripts)} of JavaScript (limit ${kilo(limit)}: ${scripts <= limit ? 'kept' : 'EXCEEDED'}), ${kilo(styles)} of CSS`,
  )
}

const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1).padStart(7)} kB`
