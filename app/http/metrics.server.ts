import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { countMailAlarms } from '#app/features/mailings/queries/alarms.server.ts'
import { config } from '#app/infra/config.server.ts'

export const isMetrics = (url: string): boolean => url === '/metrics'

const plain = {
  'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** With `METRICS_TOKEN` whoever has it; else this machine alone, and nobody whom a proxy on it brings. */
function mayRead({ headers, socket }: IncomingMessage): boolean {
  const { metricsToken } = config()
  if (metricsToken !== null)
    return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${metricsToken}`))
  const isHere = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '')
  return isHere && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
}

/** A figure in the text format of Prometheus. */
const gauge = (name: string, help: string, value: number) =>
  `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`

/** `/metrics`: asked of the database at that moment, so that every process gives the same answer. Counts, nobody's data. */
export async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!mayRead(request)) return void response.writeHead(404, plain).end()
  const { locked, pausedByThemselves, refusals } = await countMailAlarms()
  response.writeHead(200, plain)
  response.end(
    gauge('portevoix_mail_locked', 'Sending waits for a person to unlock it.', Number(locked)) +
      gauge(
        'portevoix_mailings_paused_by_themselves',
        'Mailings that stopped without anybody of the team.',
        pausedByThemselves,
      ) +
      gauge('portevoix_mail_sender_refusals', 'Letters refused for the sender (5.7.x) in the last day.', refusals),
  )
}
