import { translator } from '#app/i18n/t.ts'
import { mostMemory } from '#app/infra/pictures/limits.ts'
import { ask } from './support/ask.ts'
import { hostilePictures } from './support/hostile-files.ts'
import { pdfsThatCarry, pdfsThatFight } from './support/hostile-pdfs.ts'
import type { House } from './support/house.ts'
import { manyPages } from './support/pdf-parts.ts'
import { familyOf } from './support/processes.ts'
import { leftBehind, sendFiles, story, type Answered, type Named } from './support/sending-files.ts'
import { expect, test } from './support/visitor.ts'

// One after the other: what is measured is the product, not two tests that are in each other's way.
test.describe.configure({ mode: 'default' })

/** The first file that a product draws after its start waits for more than itself. */
test.beforeEach(async ({ house }) => {
  await sendFiles(house, [['a letter', manyPages(1)]])
})

/** What other stories read in the queue is what they put there. */
test.afterEach(({ house }) =>
  house.sql(`delete from testimonies.testimony where system = 'other' and state = 'submitted'`),
)

const stretches = <T>(all: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, at) => all.slice(at * length, (at + 1) * length))

/** Seconds that nobody waits longer for, whatever they send. */
const longestAnswer = 5

async function send(house: House, files: readonly Named[]): Promise<Answered> {
  const answer = await sendFiles(house, files)
  expect(answer.milliseconds, files.map(([name]) => name).join(', ')).toBeLessThan(longestAnswer * 1000)
  return answer
}

const tookTooLong = translator('fr')('testimonies.testify.files.reasons.took-too-long')

/** On a machine that is busy with other things an honest file may take too long: its witness sends it again. */
async function sendUntilDrawn(house: House, file: Named): Promise<Answered> {
  let answer = await send(house, [file])
  for (let tries = 0; tries < 12 && answer.text.includes(tookTooLong); tries += 1) answer = await send(house, [file])
  return answer
}

/** Most memory that the product and each process that draws had while something happened, in bytes. */
async function memoryWhile(house: House, happens: () => Promise<void>) {
  const most = { product: 0, drawing: 0 }
  const look = setInterval(() => {
    for (const { pid, command, memory } of familyOf(house.pid))
      if (pid === house.pid) most.product = Math.max(most.product, memory)
      else if (command.includes('drawing-process')) most.drawing = Math.max(most.drawing, memory)
  }, 20)
  await happens()
  clearInterval(look)
  return most
}

test('whatever a file carries, it is kept as pixels and nothing else, and what is no picture is refused by its place', async ({
  house,
}) => {
  test.setTimeout(180_000)
  const pictures = await Promise.all(
    Object.entries(hostilePictures).map(async ([name, [make, ending]]) => ({ name, ending, bytes: await make() })),
  )
  const carry = pictures.filter(({ ending }) => ending === 'cleaned').map(({ name, bytes }): Named => [name, bytes])
  const pdfs = Object.entries(pdfsThatCarry).map(([name, make]): Named => [name, make()])
  for (const files of stretches([...carry, ...pdfs], 4)) {
    const together = await send(house, files)
    const answers = together.receipt ? [together] : []
    if (!together.receipt) for (const file of files) answers.push(await sendUntilDrawn(house, file))
    for (const { receipt, status, text } of answers) {
      expect(status === 200 ? '' : /Fichier\s\d.{0,80}/.exec(text)?.[0], files.map(([name]) => name).join(', ')).toBe(
        '',
      )
      expect(await leftBehind(house, receipt)).toEqual([])
    }
  }
  const refused = pictures.filter(({ ending }) => ending !== 'cleaned').map(({ bytes }): Named => ['photo.jpg', bytes])
  for (const files of stretches(refused, 10)) {
    const { status, text, receipt } = await send(house, files)
    expect([status, receipt]).toEqual([422, null])
    expect(text, 'nothing that was typed is lost').toContain(story)
    for (const place of files.keys()) expect(text).toMatch(new RegExp(`Fichier\\s${place + 1}\\s:`))
  }
})

test('files that mean to hang or to fill whoever opens them are answered in time, several at once too', async ({
  house,
}) => {
  test.setTimeout(180_000)
  const fights = Object.entries(pdfsThatFight).map(([name, make]): Named => [name, make()])
  const endless = fights.filter(([name]) => /double thirty|gigabyte|folded twice|million tiles|that loops/.test(name))
  const [before] = familyOf(house.pid)
  const most = await memoryWhile(house, async () => {
    for (const files of stretches(
      fights.filter((file) => !endless.includes(file)),
      3,
    )) {
      const { status, receipt } = await send(house, files)
      expect([200, 422]).toContain(status)
      if (status === 200) expect(await leftBehind(house, receipt)).toEqual([])
    }
    await send(house, [['ten thousand pages', manyPages(10_000)]])
    const answers = Promise.all(endless.map((file) => send(house, [file])))
    const startedAt = performance.now()
    expect((await ask(`${house.url}/fr/score`)).status, 'others are served meanwhile').toBe(200)
    expect(performance.now() - startedAt).toBeLessThan(longestAnswer * 1000)
    for (const { status, text, receipt } of await answers) {
      expect([status, receipt]).toEqual([422, null])
      expect(text).toContain(story)
    }
  })
  expect(most.drawing).toBeGreaterThan(50 * 2 ** 20)
  expect(most.drawing).toBeLessThan(mostMemory.whole + 32 * 2 ** 20)
  expect(most.product - (before?.memory ?? 0), 'what unfolds does not unfold in the product').toBeLessThan(
    200 * 2 ** 20,
  )
  expect(familyOf(house.pid).filter(({ command }) => command.includes('drawing-process'))).toEqual([])
})
