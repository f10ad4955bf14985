import { Command, InvalidArgumentError } from 'commander'
import { readConfig } from '#kit/config.ts'

const program = new Command('iconet')
  .description(
    'ICONet: a secure network in which the migration services of many States warn each other.\n' +
      'A newcomer needs one command: iconet start --demo',
  )
  .configureHelp({ sortSubcommands: false })
  .showHelpAfterError('(iconet --help lists the commands)')
  .addHelpText(
    'after',
    '\nConfiguration comes from the environment: PORT, HOST, ORIGIN, DATA, DATABASE_URL, DATABASE_APP_URL, SMTP_URL, MAIL_FROM, LOG_LEVEL.' +
      '\nExit codes: 0 done, 1 failed with a sentence saying why, 2 wrong usage.',
  )
  .exitOverride(problem => process.exit(problem.exitCode === 0 ? 0 : 2))

const port = (text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535')
  return number
}

program
  .command('start')
  .description('start the server')
  .option(
    '--demo',
    'a demonstration for this machine only: filled with invented officers, one click signs in as any of them',
  )
  .option('--port <number>', 'where to listen (else PORT, else 3000)', port)
  .action(async (options: { demo?: boolean; port?: number }) => {
    const { serve } = await import('./serve.ts')
    await serve(readConfig({ demo: options.demo ?? false, port: options.port }))
  })

program
  .command('migrate')
  .description('bring the database to the newest state')
  .action(async () => {
    const { withNetwork } = await import('./commands/network.ts')
    await withNetwork(async () => console.log('The database is at the newest state.'))
  })

program
  .command('seed')
  .description('fill an empty network with the demonstration')
  .action(async () => {
    const { seedCommand } = await import('./commands/network.ts')
    await seedCommand()
  })

program
  .command('backup')
  .description('write everything of one moment to one file, while the network goes on working')
  .argument('<file>', 'for example iconet-2026-11-22.backup')
  .action(async (file: string) => {
    const { backupCommand } = await import('./commands/network.ts')
    await backupCommand(file)
  })

program
  .command('restore')
  .description('load a backup into an empty data folder or database: all of it or nothing')
  .argument('<file>')
  .action(async (file: string) => {
    const { restoreCommand } = await import('./commands/network.ts')
    await restoreCommand(file)
  })

program
  .command('verify')
  .description('check a backup file; without one, check the network: row security, roles, attachments')
  .argument('[file]')
  .action(async (file?: string) => {
    const { verifyCommand } = await import('./commands/network.ts')
    await verifyCommand(file)
  })

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
