import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { listed, mailSettings, optional } from './mail-settings.server.ts'
import { singleton } from './singleton.ts'

/** A setting is wrong: names the variable, what is wrong and an example. Boot ends before anything listens. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const keyPattern = /^[A-Za-z0-9_-]{1,16}:[A-Za-z0-9+/]{43}=$/
const example = () => randomBytes(32).toString('base64')

const secret = z.string().refine((value) => Buffer.from(value, 'base64').length >= 32, {
  error: () => `must be at least 32 bytes in base64, for example ${example()}`,
})
const port = z.coerce.number({ error: 'must be a port, for example 3000' }).int().min(0).max(65_535)
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an origin such as https://petition.example.org' })

const environment = z.object({
  ...mailSettings,
  NODE_ENV: optional(z.string()),
  PORT: optional(port),
  HOST: optional(z.string()),
  APP_URL: optional(
    httpUrl.refine((url) => URL.canParse(url) && new URL(url).pathname === '/', {
      error: 'must be an origin without a path, such as https://petition.example.org',
    }),
  ),
  DATABASE_URL: optional(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/.+/, { error: 'must look like postgresql://user:password@host:5432/portevoix' }),
  ),
  DATA_DIR: optional(z.string()),
  INSTANCE_ID: optional(
    z.string().regex(/^[\w.-]{8,64}$/, { error: 'must be 8 to 64 letters and digits, for example production-2026' }),
  ),
  PORTEVOIX_KEYS: optional(
    z.string().refine((value) => value.split(',').every((part) => keyPattern.test(part.trim())), {
      error: () => `must be id:base64[,id:base64…] with 32-byte keys, for example 2026a:${example()}`,
    }),
  ),
  PORTEVOIX_INDEX_KEY: optional(secret),
  PORTEVOIX_SESSION_SECRET: optional(secret),
  PORTEVOIX_LOG_KEY: optional(secret),
  PORTEVOIX_TEAM_KEY: optional(
    z.string().regex(/^[A-Za-z0-9+/]{43}=$/, { error: () => `must be 32 bytes in base64, for example ${example()}` }),
  ),
  ROLE: optional(z.enum(['all', 'web', 'worker'], { error: 'must be all, web or worker' })),
  ALLOW_EMBEDDED: optional(z.string()),
  TRUST_PROXY: optional(
    z.coerce.number({ error: 'must be the number of proxies before the app, for example 1' }).int().min(0).max(10),
  ),
  METRICS_TOKEN: optional(z.string().min(16, { error: 'must have at least 16 characters' })),
  CATCHER_SMTP_PORT: optional(port),
  CATCHER_PORT: optional(port),
  SIGN_LIMIT: optional(
    z.string().regex(/^[1-9]\d*\/[1-9]\d*$/, { error: 'must be signatures/seconds per network, for example 100/300' }),
  ),
  SIGN_BURST: optional(
    z.string().regex(/^[1-9]\d*\/[1-9]\d*$/, { error: 'must be signatures/seconds per network, for example 40/60' }),
  ),
  FILES_PER_DAY: optional(
    z.coerce
      .number({ error: 'must be megabytes a day, for example 1000; 0 takes no files' })
      .int({ error: 'must be whole megabytes a day, for example 1000' })
      .min(0, { error: 'must be megabytes a day, for example 1000; 0 takes no files' })
      .max(1_000_000, { error: 'must be megabytes a day, at most 1000000' }),
  ),
  LOG_LEVEL: optional(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' }),
  ),
})

export interface Address {
  name: string
  address: string
}

/** So many in so many seconds. */
interface Limit {
  points: number
  seconds: number
}

export interface Config {
  port: number
  host: string
  /** The public origin, without a trailing slash. */
  appUrl: string
  /** https: real visitors. Embedded parts are refused then, unless asked for. */
  production: boolean
  databaseUrl: string | null
  smtpUrl: string | null
  mailFrom: Address
  /** Each letter leaves from `local+its-own-mark@domain` of this one, so that what comes back names it. `null`: from `mailFrom`. */
  bounceAddress: string | null
  /** The mailbox where that arrives. */
  bounceImapUrl: string | null
  /** A mailing to more people than that takes a second person of the team. */
  secondApprovalAbove: number
  dataDir: string
  /** Names the place that mail is sent from where no disk outlives the process. `null`: a file in the data directory does. */
  instanceId: string | null
  /** `null`: generated and kept in the data directory. */
  secrets: { keys: string; indexKey: string; sessionSecret: string; logKey: string } | null
  /** The private key that opens testimonies, for the command line and the first start. `null`: in the data directory, or elsewhere. */
  teamKey: string | null
  dkim: { privateKey: string; domainName: string; keySelector: string } | null
  /** Addresses from which mail reaches receivers, and whom the check of the sender asks for records. Empty: found out; this machine's. */
  sendingIps: string[]
  nameServers: string[]
  role: 'all' | 'web' | 'worker'
  trustProxy: number
  metricsToken: string | null
  catcher: { smtpPort: number; port: number }
  /** Signatures of one network over minutes. */
  signLimit: Limit
  /** The same over a minute: a machine is fast. */
  signBurst: Limit
  /** Megabytes of sealed pages that witnesses may join in one day, all together. */
  filesPerDay: number
  logLevel: string
}

function parseAddress(text: string): Address {
  const [, name = '', address = text] = /^(.*)<(.+)>$/.exec(text) ?? []
  return { name: name.trim().replace(/^"|"$/g, ''), address: address.trim() }
}

type Environment = z.infer<typeof environment>

function refuseEmbeddedInProduction(env: Environment) {
  const missing = (
    [
      'DATABASE_URL',
      'SMTP_URL',
      'PORTEVOIX_KEYS',
      'PORTEVOIX_INDEX_KEY',
      'PORTEVOIX_SESSION_SECRET',
      'PORTEVOIX_LOG_KEY',
    ] as const
  ).filter((name) => env[name] === undefined)
  if (missing.length > 0 && env.ALLOW_EMBEDDED !== '1')
    throw new ConfigError(
      `${missing.join(', ')}: required when APP_URL is https, because embedded parts and generated keys are for trying things out. ` +
        `Set them (for example ${missing[0]}=…), or ALLOW_EMBEDDED=1 to accept the embedded parts.`,
    )
  if (env.MAIL_FROM === undefined)
    throw new ConfigError(
      'MAIL_FROM: required when APP_URL is https, for example MAIL_FROM="Collectif <nouvelles@example.org>"',
    )
}

function readSecrets(env: Environment): Config['secrets'] {
  const {
    PORTEVOIX_KEYS: keys,
    PORTEVOIX_INDEX_KEY: indexKey,
    PORTEVOIX_SESSION_SECRET: sessionSecret,
    PORTEVOIX_LOG_KEY: logKey,
  } = env
  if (keys && indexKey && sessionSecret && logKey) return { keys, indexKey, sessionSecret, logKey }
  const given = Object.entries({
    PORTEVOIX_KEYS: keys,
    PORTEVOIX_INDEX_KEY: indexKey,
    PORTEVOIX_SESSION_SECRET: sessionSecret,
    PORTEVOIX_LOG_KEY: logKey,
  })
  const absent = given.filter(([, value]) => value === undefined).map(([name]) => name)
  if (absent.length < given.length)
    throw new ConfigError(
      `${absent.join(', ')}: missing. Keys are given all four or not at all; for example ${absent[0]}=${absent[0] === 'PORTEVOIX_KEYS' ? '2026a:' : ''}${example()}`,
    )
  return null
}

function readDkim(env: Environment): Config['dkim'] {
  const { DKIM_PRIVATE_KEY: privateKey, DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector } = env
  if (!privateKey && !domainName && !keySelector) return null
  if (privateKey && domainName && keySelector)
    return { privateKey: privateKey.replaceAll('\\n', '\n'), domainName, keySelector }
  throw new ConfigError(
    'DKIM_PRIVATE_KEY, DKIM_DOMAIN, DKIM_SELECTOR: all three or none, for example DKIM_DOMAIN=example.org DKIM_SELECTOR=2026a',
  )
}

function readLimit(text: string): Limit {
  const [points = 0, seconds = 0] = text.split('/').map(Number)
  return { points, seconds }
}

/** Reads and checks the environment. @throws ConfigError for the first thing that is wrong */
export function readConfig(source: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(source)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'is wrong'}`)
  }
  const env = parsed.data
  const port = env.PORT ?? 3000
  const appUrl = new URL(env.APP_URL ?? `http://localhost:${port}`).origin
  const production = appUrl.startsWith('https:')
  if (production) refuseEmbeddedInProduction(env)
  if (env.BOUNCE_IMAP_URL !== undefined && env.BOUNCE_ADDRESS === undefined)
    throw new ConfigError(
      'BOUNCE_ADDRESS: required with BOUNCE_IMAP_URL, or nothing that comes back says what it is about; for example BOUNCE_ADDRESS=b@bounces.example.org',
    )
  const signLimit = readLimit(env.SIGN_LIMIT ?? '100/300')
  return {
    port,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    appUrl,
    production,
    databaseUrl: env.DATABASE_URL ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: parseAddress(env.MAIL_FROM ?? 'Portevoix <portevoix@example.org>'),
    bounceAddress: env.BOUNCE_ADDRESS ?? null,
    bounceImapUrl: env.BOUNCE_IMAP_URL ?? null,
    secondApprovalAbove: env.MAILING_SECOND_APPROVAL ?? 1000,
    dataDir: env.DATA_DIR ?? '.data',
    instanceId: env.INSTANCE_ID ?? null,
    secrets: readSecrets(env),
    teamKey: env.PORTEVOIX_TEAM_KEY ?? null,
    dkim: readDkim(env),
    sendingIps: listed(env.SENDING_IPS),
    nameServers: listed(env.DNS_SERVERS),
    role: env.ROLE ?? 'all',
    trustProxy: env.TRUST_PROXY ?? 0,
    metricsToken: env.METRICS_TOKEN ?? null,
    catcher: { smtpPort: env.CATCHER_SMTP_PORT ?? 1025, port: env.CATCHER_PORT ?? 1080 },
    signLimit,
    // Whoever chose one limit and named no other wants that one.
    signBurst: env.SIGN_BURST ? readLimit(env.SIGN_BURST) : env.SIGN_LIMIT ? signLimit : { points: 40, seconds: 60 },
    filesPerDay: env.FILES_PER_DAY ?? 1000,
    logLevel: env.LOG_LEVEL ?? 'info',
  }
}

/** The settings of this process, read once. */
export const config = (): Config => singleton('config', () => readConfig(process.env))

/** The environment for a tool that we start: ours, for that purpose. */
export const inherited = (purpose: 'production' | 'development'): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: purpose,
})
