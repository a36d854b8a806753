import { expect, test } from 'vitest'
import { claimContent, systemContent } from '#app/features/claims/schema/content.ts'
import { claims } from './claims.ts'
import type { TestimonyContent } from './content.ts'
import { pressSheets } from './press.ts'
import { score } from './score.ts'
import { scoringSeed } from './scoring.ts'
import { systemsAround } from './systems-around.ts'
import { systemsOfControl } from './systems-control.ts'
import { systemsOfScores } from './systems-scores.ts'
import { told } from './told.ts'

interface Located {
  at: string
  text: string
}

/** Every text of a tree of content, with the path that leads to it. */
function textsOf(node: unknown, at: string): Located[] {
  if (typeof node === 'string') return [{ at, text: node }]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => textsOf(child, `${at}.${key}`))
}

const prose = (text: string) => text.replace(/https?:\/\/\S+/g, '')
const systems = [...systemsOfScores, ...systemsOfControl, ...systemsAround]
const everyText = textsOf({ ...score, claims, systems }, 'score').map(({ at, text }) => ({ at, text: prose(text) }))
const isFrench = ({ at }: Located) => at.split('.').includes('fr')
const testimonyTexts = (testimony: TestimonyContent) =>
  textsOf([testimony.title, testimony.original, testimony.redacted, testimony.contentWarning], testimony.title)
const frenchTexts = [
  ...everyText.filter(isFrench),
  ...score.testimonies.filter(({ locale }) => locale === 'fr').flatMap(testimonyTexts),
]
const published = score.testimonies.filter(({ state }) => state === 'published')
const offending = (texts: Located[], pattern: RegExp) => texts.filter(({ text }) => pattern.test(text))
const countOf = (state: TestimonyContent['state']) => score.testimonies.filter((one) => one.state === state).length

test('both languages carry the same number of demands, and the text numbers each of them', () => {
  const { fr, en } = score.texts
  expect(fr.demands).toHaveLength(4)
  expect(en.demands).toHaveLength(fr.demands.length)
  for (const { body } of [fr, en]) expect(body.match(/^\d\. \*\*/gm)).toHaveLength(fr.demands.length)
})

test('both languages keep the same plan, in the full text and in the easy one', () => {
  const headings = (markdown: string) => markdown.match(/^## /gm)?.length
  expect(headings(score.texts.en.body)).toBe(headings(score.texts.fr.body))
  expect(headings(score.texts.en.easy)).toBe(headings(score.texts.fr.easy))
})

test('a title sets exactly one phrase in the colour of the voice, and the ask is short', () => {
  for (const { title, ask } of [score.texts.fr, score.texts.en]) {
    expect(title.match(/\*[^*]+\*/g)).toHaveLength(1)
    expect(ask.length).toBeLessThanOrEqual(320)
  }
})

/** Addresses that are not known, copies that are not kept. */
const mayBeEmpty = /(?:url|Url|copyHash|copyBytes|copyOn|testimonies)$/

test('no text is empty', () => {
  expect(everyText.filter(({ text, at }) => text.trim() === '' && !mayBeEmpty.test(at))).toEqual([])
})

test('each claim names a dated source and has an answer beside it, in both languages', () => {
  for (const { content: claim, verifiedOn } of claims) {
    expect(claimContent.parse(claim)).toEqual(claim)
    expect(claim.seenOn <= verifiedOn && verifiedOn <= score.verifiedOn).toBe(true)
    for (const text of [claim.fr, claim.en]) {
      expect(text.source).toMatch(/\b20\d{2}\b/)
      expect(text.answerTitle.length * text.answerSource.length).toBeGreaterThan(0)
    }
  }
})

test('a system is described with who says what, what is not known, what the service answers, and no weight', () => {
  const slugs = systems.map(({ slug }) => slug)
  expect(new Set(slugs).size).toBe(6)
  for (const { slug, content } of systems) {
    expect(systemContent.parse(content)).toEqual(content)
    expect({ slug, stages: content.does.map(({ stage }) => stage) }).toEqual({
      slug,
      stages: ['score', 'check', 'decision'],
    })
    expect(content.known.length * content.unknown.length * content.answers.length).toBeGreaterThan(0)
    for (const { sourceFr, sourceEn } of [...content.known, ...content.answers]) {
      expect(sourceFr.length * sourceEn.length).toBeGreaterThan(0)
    }
  }
  for (const { content } of claims) expect(slugs).toEqual(expect.arrayContaining(content.systems))
})

test('an answer weighs as much as the claim it faces', () => {
  for (const { fr, en } of claims.map(({ content }) => content)) {
    for (const { body, answer } of [fr, en]) {
      expect(answer.length / body.length).toBeGreaterThan(0.6)
      expect(answer.length / body.length).toBeLessThan(1.7)
    }
  }
})

test('the labels of the journal have one name in each language, wherever they stand', () => {
  const journal = systems.find(({ slug }) => slug === 'etiquettes-du-journal')?.content
  const told = claims.find(({ slug }) => slug === 'etiquettes-journal')?.content
  expect(scoringSeed.labels).toHaveLength(4)
  for (const { fr, en } of scoringSeed.labels.map((one) => ({ fr: one.fr.toLowerCase(), en: one.en.toLowerCase() }))) {
    for (const text of [journal?.fr.lead, told?.fr.body]) expect(text).toContain(`«\u00a0${fr}\u00a0»`)
    for (const text of [journal?.en.lead, told?.en.body]) expect(text).toContain(`“${en}”`)
  }
  const inShort = pressSheets.find(({ slug }) => slug === 'in-short')?.content
  expect(inShort?.en.text).toContain('“loss of confidence” or “risk of scattering”')
})

test('no fact is dated after the day the facts were last verified', () => {
  expect(score.verifiedOn <= '2026-07-03').toBe(true)
  const days = score.timeline.map(({ day }) => day)
  expect(days).toEqual([...days].sort())
  for (const day of days) expect(day <= score.verifiedOn && /^\d{4}-\d{2}(-\d{2})?$/.test(day)).toBe(true)
})

test('goals rise, and each opens a duty in both languages', () => {
  expect(score.goals.map(({ threshold }) => threshold)).toEqual([500, 1000, 5000, 20000, 100000])
})

test('no text holds a phone number, nor an e-mail address outside example.org', () => {
  const phone = /(?<![\dA-Z]\s?)(?:(?:\+|00)33\s?|0)[1-9](?:[ .\-\u00a0\u202f]?\d{2}){4}(?![ \u00a0]?\d)/
  expect(offending(everyText, phone)).toEqual([])
  expect(offending(everyText, /[\w.+-]+@(?!example\.org\b)[\w-]+/)).toEqual([])
})

test('a published testimony has a redacted text, consent to publish and a readable length', () => {
  for (const { redacted, uses, title } of published) {
    const words = redacted?.split(/\s+/).length ?? 0
    expect({ title, uses }).toEqual({ title, uses: expect.arrayContaining(['publish']) })
    expect({ title, readable: words >= 90 && words <= 220 }).toEqual({ title, readable: true })
  }
})

test('a sentence that may be quoted stands in its published text, of somebody who consents to both uses of it', () => {
  const quoted = score.testimonies.filter(({ quote }) => quote !== undefined)
  expect(quoted.length).toBeGreaterThan(0)
  for (const { quote = '', redacted, uses, state } of quoted) {
    expect({ quote, state, uses }).toEqual({
      quote,
      state: 'published',
      uses: expect.arrayContaining(['quote', 'press']),
    })
    expect(redacted).toContain(quote)
  }
})

test('redaction brackets are balanced, and what they replaced is gone', () => {
  for (const { redacted, original, state, title } of score.testimonies) {
    expect(original).not.toMatch(/\[\[|\]\]|\{\{|\}\}/)
    if (redacted === null) continue
    const withoutReplacements = redacted.replace(/\[\[[^[\]]+\]\]/g, '')
    expect(withoutReplacements).not.toMatch(/[[\]{}|]/)
    expect({ title, state, changed: redacted !== original }).toEqual({ title, state, changed: true })
    expect(redacted).not.toMatch(/fictive?\b|Villefictive|Inventée?|Imagina|Exemple|Modèle|Specimen|Spécimen|@/)
  }
})

test('a marked text yields the original and the text that may appear', () => {
  expect(told('À {{l’agence X|mon agence}}, rien.')).toEqual({
    original: 'À l’agence X, rien.',
    redacted: 'À [[mon agence]], rien.',
  })
})

test('the queue is furnished: published, waiting, proposed and declined testimonies', () => {
  expect([countOf('published'), countOf('submitted'), countOf('proposed'), countOf('declined')]).toEqual([12, 8, 2, 1])
  expect(published.filter(({ locale }) => locale === 'en')).toHaveLength(2)
})

test('no text has a straight apostrophe, in French or in English', () => {
  expect(offending(everyText, /'/)).toEqual([])
})

test('French keeps a no-break space before : ; ? ! and inside guillemets', () => {
  expect(offending(frenchTexts, /(?<![\u00a0\u202f?!])[:;?!]/)).toEqual([])
  expect(offending(frenchTexts, /«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»/)).toEqual([])
})

test('no text carries a middle dot', () => {
  expect(offending(everyText, /·/)).toEqual([])
})
