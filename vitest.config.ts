import { defineConfig } from 'vitest/config'

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
    // Modules are loaded once a worker, not once a file: what a test needs for itself, it makes itself (test/world.ts).
    isolate: false,
  },
})
