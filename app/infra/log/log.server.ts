import { pino } from 'pino'
import { config } from '../config.server.ts'
import { singleton } from '../singleton.ts'

/** What a log line may carry. An allow-list: what is not named here cannot be logged, a list of things to hide forgets. */
export interface LogFields {
  event?: string
  requestId?: string
  method?: string
  /** The route's pattern, never the URL: a URL may hold a token. */
  route?: string
  status?: number
  milliseconds?: number
  campaignId?: number
  id?: string
  count?: number
  job?: string
  state?: string
  code?: string
  port?: number
  role?: string
  error?: unknown
}

/** An error's name, code and stack frames. Its message is left out: databases and mail servers put values into theirs. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
  return { name: error.name, code, frames: frames.map((line) => line.trim()) }
}

const logger = () =>
  singleton('log', () =>
    pino(
      { level: config().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination({ dest: 2, sync: true }),
    ),
  )

type Write = (message: string, fields?: LogFields) => void
const at =
  (level: 'debug' | 'info' | 'warn' | 'error'): Write =>
  (message, { error, ...fields } = {}) =>
    logger()[level](error === undefined ? fields : { ...fields, error: describeError(error) }, message)

export const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
