import { Command } from 'commander'
import { readConfig } from '#kit/config.ts'
import { serve } from './serve.ts'

const program = new Command('iconet').description(
  'ICONet: a network in which migration services warn each other.',
)

program
  .command('start', { isDefault: true })
  .description(
    'start the server; with --demo on an empty folder, a demonstration network with invented officers',
  )
  .option('--demo', 'a demonstration on this machine: one click signs in as any persona')
  .option('--port <number>', 'the port to listen on (PORT, 3000)')
  .action(async (options: { demo?: boolean; port?: string }) => {
    await serve(readConfig({ demo: options.demo ?? false, port: options.port }))
  })

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
