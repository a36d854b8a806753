import { Resolver } from 'node:dns/promises'

/** Milliseconds for one question, and how often it is asked. */
const patience = { timeout: 2000, tries: 2 }
/** Whoever publishes more than this of one kind is not read to the end, nor is a longer text. */
const mostRecords = 20
const longestText = 4096

/** What is not there, said as a fault by Node. */
const nothing = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME'])

type Answer<T> = readonly T[] | 'no-answer'

async function heard<T>(asking: () => Promise<T[]>): Promise<Answer<T>> {
  try {
    return (await asking()).slice(0, mostRecords)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return nothing.has(code) ? [] : 'no-answer'
  }
}

/**
 * Asks name servers. Nothing there is an empty list, silence and refusal are `no-answer`; nothing is thrown, nothing is kept.
 * @param servers `192.0.2.53` or `192.0.2.53:5353`; none: those of this machine
 */
export function nameServers(servers: readonly string[]) {
  const resolver = new Resolver(patience)
  if (servers.length > 0) resolver.setServers([...servers])
  return {
    txt: (name: string) =>
      heard(async () => (await resolver.resolveTxt(name)).map((parts) => parts.join('').slice(0, longestText))),
    a: (name: string) => heard(() => resolver.resolve4(name)),
    aaaa: (name: string) => heard(() => resolver.resolve6(name)),
    mx: (name: string) =>
      heard(async () => (await resolver.resolveMx(name)).toSorted((one, other) => one.priority - other.priority)),
    ptr: (ip: string) => heard(() => resolver.reverse(ip)),
  }
}
