import { Command, InvalidArgumentError } from 'commander'
import { readConfig, settings } from '#kit/config.ts'

const program = new Command('iconet')
  .description(
    'ICONet: a secure network in which the migration services of many States warn each other.\n' +
      'A newcomer needs one command: iconet start --demo',
  )
  .configureHelp({ sortSubcommands: false })
  .showHelpAfterError('(iconet --help lists the commands)')
  .addHelpText(
    'after',
    `\nConfiguration comes from the environment: ${settings.join(', ')}.` +
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
  .command('import')
  .description(
    'import open data into the situation: all that comes with the software, or a newer file of one source',
  )
  .argument('[source]', 'iom-missing-migrants or frontex-detections')
  .argument('[file]', 'a CSV of that source, plain or gzip')
  .option('--as <name>', 'the analyst in whose name it is done')
  .option('--as-of <day>', 'the day of the publisher’s figures; needed with a file')
  .option('--without-rejected', 'import the other rows although some cannot be taken')
  .action(async (source: string | undefined, file: string | undefined, options) => {
    const { importCommand } = await import('./commands/import.ts')
    await importCommand(source, file, options)
  })

const user = program.command('user').description('who takes part: list, found, enrol')
user
  .command('list')
  .description('everybody with a mandate in force')
  .action(async () => {
    const { listPeople } = await import('./commands/people.ts')
    await listPeople()
  })
user
  .command('found')
  .description('found an empty network: its first administrator, with a one-time link to enrol a passkey')
  .argument('<name>')
  .option('--email <address>')
  .action(async (name: string, options: { email?: string }) => {
    const { foundPeople } = await import('./commands/people.ts')
    await foundPeople(name, options.email ?? null)
  })
user
  .command('enrol')
  .description('make an official a one-time link to enrol a passkey')
  .argument('<name>')
  .option('--as <name>', 'the contact point or administrator in whose name it is done')
  .action(async (name: string, options: { as?: string }) => {
    const { enrolPerson } = await import('./commands/people.ts')
    await enrolPerson(name, options.as)
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

const whole = (text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('a whole number, please')
  return number
}

program
  .command('screen')
  .description(
    'screen passengers against alerts (JSON lines), for evaluation and other systems; needs no network',
  )
  .requiredOption('--alerts <file>')
  .requiredOption('--passengers <file>')
  .option('--limit <number>', 'hits a passenger', whole, 50)
  .option('--threshold <score>', 'lowest score to print; the review threshold where left out', Number)
  .option('--explain', 'say what every point of a score comes from')
  .option('--workers <number>', 'threads that share one index', whole)
  .action(async options => {
    const { screen } = await import('./commands/screen.ts')
    process.exitCode = await screen(options, process.stdout, process.stderr)
  })

program
  .command('compare-names')
  .description('score pairs of names in a CSV or TSV with the columns name1 and name2')
  .requiredOption('--pairs <file>')
  .action(async (options: { pairs: string }) => {
    const { compareNames } = await import('./commands/compare-names.ts')
    process.exitCode = await compareNames(options, process.stdout, process.stderr)
  })

program
  .command('parse')
  .description(
    'read PAXLST, PNRGOV, CUSRES or machine-readable zones: one JSON object a message, with findings',
  )
  .argument('<file...>')
  .option('--specimen', 'accept UTO, the State of specimens')
  .option('--all', 'print everything a message says, not only the closed list: for test messages')
  .action(async (files: string[], options) => {
    const { parse } = await import('./commands/parse.ts')
    process.exitCode = await parse(files, options, process.stdout, process.stderr)
  })

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
