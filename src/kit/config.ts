import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

/** Everything that is set from outside, read once from the environment. */
export const Config = z.object({
  port: z.coerce.number().int().min(0).max(65535).default(3000),
  host: z.string().default('127.0.0.1'),
  /** The address officers type. Links in mail and passkeys depend on it. */
  origin: z.url().optional(),
  data: z
    .string()
    .default('data')
    .transform(folder => resolve(folder)),
  databaseUrl: z.string().startsWith('postgres').optional(),
  databaseAppUrl: z.string().startsWith('postgres').optional(),
  smtpUrl: z.string().startsWith('smtp').optional(),
  mailFrom: z.email().default('no-reply@iconet.invalid'),
  /** Threads that screen passengers; 0 screens between other work, for small lists. */
  screeningThreads: z.coerce
    .number()
    .int()
    .min(0)
    .max(256)
    .default(() => Math.max(1, Math.min(8, availableParallelism() - 1))),
  natsUrl: z.string().optional(),
  /** The key under which originals are sealed: 32 bytes in base64. Without it one is made in the data folder. */
  sealKey: z
    .string()
    .regex(/^[A-Za-z0-9+/_-]{43}=?$/, { error: 'not 32 bytes in base64' })
    .optional(),
  /** Where carriers' files arrive, one folder for each carrier's code. Not watched unless set. */
  passengerFolder: z
    .string()
    .transform(folder => resolve(folder))
    .optional(),
  /** The port on which carriers' mail is taken. Not listened on unless set. */
  passengerSmtpPort: z.coerce.number().int().min(0).max(65535).optional(),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  demo: z.boolean().default(false),
})
export type Config = z.infer<typeof Config>

const variables: Record<keyof Config, string> = {
  port: 'PORT',
  host: 'HOST',
  origin: 'ORIGIN',
  data: 'DATA',
  databaseUrl: 'DATABASE_URL',
  databaseAppUrl: 'DATABASE_APP_URL',
  smtpUrl: 'SMTP_URL',
  mailFrom: 'MAIL_FROM',
  screeningThreads: 'SCREENING_THREADS',
  natsUrl: 'NATS_URL',
  sealKey: 'SEAL_KEY',
  passengerFolder: 'PASSENGER_FOLDER',
  passengerSmtpPort: 'PASSENGER_SMTP_PORT',
  logLevel: 'LOG_LEVEL',
  demo: 'ICONET_DEMO',
}
/** The names of all settings, for those who ask for help. */
export const settings: readonly string[] = Object.entries(variables).flatMap(([key, name]) =>
  key === 'demo' ? [] : name,
)

/**
 * Reads the configuration.
 * @param given what the command line says; it goes before the environment. `--demo` can only come from here.
 * @throws Error with one sentence per wrong variable: its name, what is wrong.
 */
export function readConfig(given: Partial<z.input<typeof Config>> = {}, env = process.env): Config {
  const fromEnv = Object.entries(variables)
    .filter(([key, name]) => key !== 'demo' && env[name] !== undefined && env[name] !== '')
    .map(([key, name]) => [key, env[name]])
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const parsed = Config.safeParse({ ...Object.fromEntries(fromEnv), ...said })
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(
    issue => `${variables[issue.path[0] as keyof Config] ?? issue.path.join('.')}: ${issue.message}`,
  )
  throw new Error(`The configuration cannot be used.\n${faults.join('\n')}`)
}

/** The address that officers type, without a slash at its end: for links in letters and for passkeys. */
export const addressOf = ({ origin, port }: Pick<Config, 'origin' | 'port'>): string =>
  origin ? new URL(origin).origin : `http://localhost:${port}`

/** True for addresses that only this machine can reach. The demonstration runs on no other. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
