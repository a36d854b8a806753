import { z } from 'zod'
import { paceOf, withinTheHour, type Pace } from '../rules.ts'

const place = 'portevoix.opened'
const opened = z.array(z.object({ id: z.string(), at: z.number() }))

function read(): z.output<typeof opened> {
  try {
    return opened.safeParse(JSON.parse(sessionStorage.getItem(place) ?? '[]')).data ?? []
  } catch {
    return [] // a browser that keeps nothing counts nothing
  }
}

/** How many stories this session opened within the hour, with the one that is open now; each once. Nobody else is told. */
export function noteOpened(id: string | null, now: number): Pace {
  const lately = read().filter(({ at }) => withinTheHour([at], now).length > 0)
  const all = id === null || lately.some((one) => one.id === id) ? lately : [...lately, { id, at: now }]
  try {
    sessionStorage.setItem(place, JSON.stringify(all))
  } catch {
    // As above.
  }
  return paceOf(all.length)
}
