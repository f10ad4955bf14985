import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Minutes each, the longest first: begun last, one of them would be waited for by an idle worker.
const long = [
  'screens',
  'rows',
  'kill',
  'warnings',
  'gallery',
  'shared-jobs',
  'passengers',
  'alerts',
  'access',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex(name =>
        [`/test/${name}.test.ts`, `/test/journeys/${name}.test.ts`, `/src/ui/${name}.test.ts`].some(path =>
          moduleId.endsWith(path),
        ),
      )
      return found < 0 ? long.length : found
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/database.ts'],
    setupFiles: ['test/seed.ts'],
    reporters: ['default', './test/closing-line.ts'],
    // The pages are built as they are shipped: React for development is larger, slower and another.
    env: { NODE_ENV: 'production' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two workers: each holds a real database and, for journeys, a real browser.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Modules are loaded once a worker, not once a file: what a test needs for itself, it makes itself (test/world.ts).
    isolate: false,
  },
})
