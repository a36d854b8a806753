import { setTimeout as pause } from 'node:timers/promises'
import { pool } from '#app/infra/db/pool.server.ts'
import { memoryOf } from '../memory.ts'

const lookEvery = 500
/** From here on a process holds whatever it needs to send. */
const settledAt = 10_000
/** Megabytes more or less that still count as flat. */
const flat = 50

interface Look {
  letters: number
  megabytes: number
}

/** Letters of a mailing that servers took, as far as workers wrote it down. */
async function lettersOf(mailing: string): Promise<number> {
  const { rows } = await pool().query<{ sent: number }>(
    'select coalesce(sum(sent), 0)::int as sent from mailing_pulse where mailing_id = $1',
    [mailing],
  )
  return rows[0]?.sent ?? 0
}

const megabytes = (value: number) => `${Math.round(value)} MB`

/** What the looks say: nothing is left out from the 10,000th letter on, whatever else went on meanwhile. */
export function memoryText(looks: readonly Look[]): string {
  const settled = looks.filter(({ letters }) => letters >= settledAt)
  const [first] = settled
  if (!first) return `memory: fewer than ${settledAt.toLocaleString('en')} letters say nothing`
  const all = settled.map((look) => look.megabytes)
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const on = [30_000, 100_000, 300_000, 1_000_000].flatMap((letters) => {
    const look = settled.find((one) => one.letters >= letters)
    return look ? [`${letters.toLocaleString('en')}: ${megabytes(look.megabytes)}`] : []
  })
  const isFlat = most - first.megabytes <= flat && first.megabytes - least <= flat
  return `memory of the process that serves and delivers: ${megabytes(first.megabytes)} at letter ${settledAt.toLocaleString('en')}${on.map((text) => `, ${text}`).join('')}; from there to the end ${megabytes(least)} to ${megabytes(most)}: ${isFlat ? 'flat' : 'NOT flat'} within ${flat} MB`
}

/** Looks at the memory of a process while a mailing goes out. @returns ends it and says what was seen */
export function watchMemory(pid: number, mailing: string): () => Promise<string> {
  const looks: Look[] = []
  let goesOn = true
  const watching = (async () => {
    while (goesOn) {
      looks.push({ letters: await lettersOf(mailing), megabytes: memoryOf(pid) })
      await pause(lookEvery)
    }
  })()
  watching.catch(() => {}) // told to whoever asks what was seen; a benchmark that broke asks nobody
  return async () => {
    goesOn = false
    await watching
    return memoryText(looks)
  }
}
