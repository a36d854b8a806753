import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext } from '@playwright/test'
import { said } from '../../e2e/support/confirming.ts'
import { inLanes } from './in-lanes.ts'
import { ageOf, type Letter } from './letters.ts'

const secondsOpen = 10
/** A page of an old mail may confirm after fifteen. */
const secondsTooLong = 14.5
/** From this age on a page may confirm by itself, after fifteen seconds in sight. */
export const secondsYoung = 180

/** What was seen of the pages that a browser opened and left alone. */
export interface Opened {
  young: number
  old: number
  /** Old ones that had begun to announce the end of their fifteen seconds: their clock ran. */
  announced: number
  /** The longest that a page was open, as it counted itself. */
  seconds: number
  wrongs: string[]
}

interface Look {
  age: number
  seconds: number
  /** The page is still the one that was opened. */
  stayed: boolean
  /** It believed to be in sight, and its script had run. */
  inSight: boolean
  ran: boolean
  announced: boolean
}

async function openAndWait(context: BrowserContext, letter: Letter): Promise<Look> {
  const page = await context.newPage()
  try {
    const age = ageOf(letter)
    await page.goto(letter.confirm)
    const ran = await page.getByText(said[letter.locale].gesture).isVisible()
    await pause(secondsOpen * 1000)
    const [seconds, inSight] = await page.evaluate(
      () => [performance.now() / 1000, document.visibilityState === 'visible'] as const,
    )
    const announced = (await page.locator('[data-confirm-soon]').allTextContents()).join('') !== ''
    const stayed = page.url() === letter.confirm
    return { age, seconds, stayed, inSight, ran, announced }
  } finally {
    await page.close()
  }
}

function wrongsOf(looks: readonly Look[]): string[] {
  const wrongs: string[] = []
  const tell = (what: string, which: (look: Look) => boolean) => {
    const times = looks.filter(which).length
    if (times > 0) wrongs.push(`${times} pages ${what}`)
  }
  tell('went elsewhere by themselves', ({ stayed }) => !stayed)
  tell('were open so long that the machine is too slow to say anything', ({ seconds }) => seconds > secondsTooLong)
  tell('were not in sight, which proves nothing', ({ inSight }) => !inSight)
  tell('did not run their script, which proves nothing', ({ ran }) => !ran)
  // Those whose three minutes ended while they were open may do either.
  tell('of young mails announced that they confirm', ({ age, announced }) => announced && age < secondsYoung - 30)
  tell(
    'of old mails had not begun to wait',
    ({ age, announced, stayed }) => stayed && age >= secondsYoung && !announced,
  )
  return wrongs
}

/** Opens each link in a browser with JavaScript, so many at a time, looks at it for ten real seconds and touches nothing. */
export async function openAll(browser: Browser, letters: readonly Letter[], tabs: number): Promise<Opened> {
  const contexts = await Promise.all(Array.from({ length: tabs }, () => browser.newContext()))
  const looks: Look[] = []
  const begun = new Set<number>()
  await inLanes(letters, tabs, async (letter, lane) => {
    const context = contexts[lane]
    // One after the other: all at once they would keep each other waiting.
    if (!begun.has(lane)) await pause((lane * secondsOpen * 1000) / tabs)
    begun.add(lane)
    if (context) looks.push(await openAndWait(context, letter))
  })
  await Promise.all(contexts.map((context) => context.close()))
  const old = looks.filter(({ age }) => age >= secondsYoung)
  return {
    young: looks.length - old.length,
    old: old.length,
    announced: old.filter(({ announced }) => announced).length,
    seconds: Math.max(...looks.map(({ seconds }) => seconds)),
    wrongs: wrongsOf(looks),
  }
}
