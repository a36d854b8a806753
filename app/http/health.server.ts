import type { ServerResponse } from 'node:http'

export const isHealth = (url: string): boolean => url === '/healthz' || url === '/readyz'

const plain = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
}

/** `/healthz`: the process lives. `/readyz`: it can take a signature — the database answers, is durable, and we are not leaving. */
export async function answerHealth(
  url: string,
  response: ServerResponse,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const well = url === '/healthz' || (await isReady())
  response.writeHead(well ? 200 : 503, plain)
  response.end(well ? 'ok\n' : 'not ready\n')
}
