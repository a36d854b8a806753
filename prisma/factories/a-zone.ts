import type { Dns } from '#app/features/mailings/rules/health/dns.ts'
import { reverseZone } from '#app/features/mailings/rules/health/reverse-name.ts'
import type { Names } from './a-name-server.ts'

/** The same names as a name server would say them, for rules that are only to be asked. `asked` lists the names of texts. */
export function aZone(zone: Readonly<Record<string, Names>>): Dns & { asked: string[] } {
  const asked: string[] = []
  const of = <T>(name: string, pick: (names: Names) => readonly T[] | undefined) => {
    asked.push(name)
    const names = Object.hasOwn(zone, name) ? zone[name] : undefined
    return Promise.resolve(names?.fault ? ('no-answer' as const) : (names && pick(names)) || [])
  }
  return {
    asked,
    txt: (name) => of(name, ({ txt }) => txt),
    a: (name) => of(name, ({ a }) => a),
    aaaa: (name) => of(name, ({ aaaa }) => aaaa),
    mx: (name) => of(name, ({ mx }) => mx?.map(([priority, exchange]) => ({ priority, exchange }))),
    ptr: (ip) => of(reverseZone(ip), ({ ptr }) => ptr),
  }
}
