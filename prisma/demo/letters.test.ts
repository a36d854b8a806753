import { expect, test } from 'vitest'
import { lawContent } from '#app/features/remedies/law.ts'
import { letterContent } from '#app/features/remedies/schema.ts'
import { isSheetSlug } from '#app/features/sheets/schema.ts'
import { laws } from './laws.ts'
import { letters } from './letters.ts'

/** The rules of time that the letters may name, as the calculator knows them. */
const rules = 'D-OBS D-PEN D-MPO D-TA1 D-RSA D-INDU D-CTR D-GDPR D-CADA1 D-CADA2 D-CADA3 D-MOT D-TA2 D-DDD'.split(' ')
/** Who writes, where and when: the frame of every letter. */
const frame = ['firstNames', 'lastName', 'address', 'email', 'ftId', 'place', 'date']

const lawSlugs = new Set(laws.map(({ slug }) => slug))
const letterSlugs = new Set(letters.map(({ slug }) => slug))
const written = letters.filter(({ content }) => content.form === 'letter')

/** What stands in a letter: the window, the subject, the body. */
const wordsOf = ({ fr }: (typeof letters)[number]['content']) => [fr.addressee, fr.subject, fr.body].join('\n\n')
const namesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)
const conditionsIn = (text: string) =>
  [...text.matchAll(/\[\[if (\w+)(?:=(\w+))?\]\]/g)].map(([, name = '', value]) => ({ name, value }))

/** Every text of a tree of content, with the path that leads to it. */
function textsOf(node: unknown, at: string): { at: string; text: string }[] {
  if (typeof node === 'string') return [{ at, text: node }]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, child]) => textsOf(child, `${at}.${key}`))
}
const everyText = [...letters, ...laws]
  .flatMap(({ slug, content }) => textsOf(content, slug))
  .filter(({ at }) => !at.endsWith('.url'))
const isFrench = ({ at }: { at: string }) => /\.fr(\.|$)|Fr$/.test(at)

test('nineteen letters are there, and two of them are cards that say why not', () => {
  expect([...letterSlugs].toSorted()).toEqual(
    Array.from({ length: 19 }, (_, n) => `l${String(n + 1).padStart(2, '0')}`),
  )
  expect(letters.filter(({ content }) => content.form === 'card').map(({ slug }) => slug)).toEqual(['l07', 'l18'])
})

test('every letter and every text of law is what its schema says', () => {
  for (const { slug, content } of letters)
    expect({ slug, ...letterContent.safeParse(content) }).toMatchObject({ success: true })
  for (const { slug, content } of laws)
    expect({ slug, ...lawContent.safeParse(content) }).toMatchObject({ success: true })
  expect([...lawSlugs, ...letterSlugs].filter((slug) => !isSheetSlug(slug))).toEqual([])
  expect(lawSlugs.size).toBe(laws.length)
})

test('every law that a letter names is a text of law, and every letter that follows exists', () => {
  for (const { slug, content } of letters) {
    expect({ slug, missing: content.law.filter((one) => !lawSlugs.has(one)) }).toEqual({ slug, missing: [] })
    expect({ slug, missing: content.next.filter((one) => !letterSlugs.has(one)) }).toEqual({ slug, missing: [] })
    expect({ slug, law: content.law.length > 0 }).toEqual({ slug, law: true })
  }
})

test('every article that the French words of a letter cite is in its list of texts', () => {
  const cited = /([LRD])\.\u00a0\*?(\d+(?:-\d+)*)/g
  for (const { slug, content } of letters) {
    const listed = laws
      .filter((law) => content.law.includes(law.slug))
      .map(({ content: law }) => law.article.replace('*', ''))
    const missing = [...[content.fr.body, content.fr.purpose, content.fr.after].join(' ').matchAll(cited)].map(
      ([, kind = '', number = '']) => `${kind}.\u00a0${number}`,
    )
    expect({ slug, missing: missing.filter((article) => !listed.includes(article)) }).toEqual({ slug, missing: [] })
  }
})

test('no letter puts into its words an article that nobody has read or seen', () => {
  const unread = laws.filter(({ content }) => content.confidence === 'unverified').map(({ content }) => content.article)
  for (const { content } of letters) for (const article of unread) expect(wordsOf(content)).not.toContain(article)
})

/** `articles 12, 15 à 18 et 22 du règlement (UE) 2016/679`, one by one. */
const gdprIn = (text: string) =>
  [...text.matchAll(/articles? ([^;.]+?) du règlement \(UE\) 2016\/679/g)].flatMap(([, list = '']) =>
    list.split(/, | et /).flatMap((part) => {
      const [first = 0, last = first] = part.split(' à ').map(Number)
      return Array.from({ length: last - first + 1 }, (_, n) => first + n)
    }),
  )

test('of the GDPR a letter cites what was seen, or a right that the labour code names itself', () => {
  const named = [15, 16, 17, 18, 21]
  const seen = laws
    .filter(({ slug, content }) => slug.startsWith('rgpd-') && content.confidence === 'seen')
    .map(({ slug }) => Number(slug.slice('rgpd-'.length)))
  expect(seen).toEqual([12, 15, 22])
  const cited = letters.map(({ slug, content }) => ({ slug, articles: gdprIn(wordsOf(content)) }))
  expect(cited.find(({ slug }) => slug === 'l09')?.articles).toEqual([12, 15, 16, 17, 18, 22])
  for (const { slug, articles } of cited)
    expect({ slug, unread: articles.filter((one) => ![...named, ...seen].includes(one)) }).toEqual({ slug, unread: [] })
})

test('a text carries the day of the code it was read in, and a letter that of the older one', () => {
  const read = new Map(
    laws.filter(({ content }) => content.confidence === 'read').map(({ slug, verifiedOn }) => [slug, verifiedOn]),
  )
  for (const [slug, day] of read)
    expect({ slug, day }).toEqual({ slug, day: slug.startsWith('crpa-') ? '2026-02-05' : '2026-03-27' })
  const isSeen = ({ verifiedOn }: (typeof letters)[number]) => verifiedOn === '2026-07-03'
  expect(
    letters
      .filter(isSeen)
      .map(({ slug }) => slug)
      .toSorted(),
  ).toEqual(['l09', 'l12', 'l13', 'l15', 'l16', 'l18'])
  for (const { slug, verifiedOn, content } of letters.filter((one) => !isSeen(one))) {
    const [oldest] = content.law.flatMap((law) => read.get(law) ?? []).toSorted()
    expect({ slug, verifiedOn }).toEqual({ slug, verifiedOn: oldest })
  }
})

test('a text read in the code leads to it by its identifier, the others do not pretend to', () => {
  for (const { slug, content } of laws) {
    const { legiarti, url, confidence } = content
    const deep = url === `https://www.legifrance.gouv.fr/codes/article_lc/${legiarti}`
    const read = confidence === 'read'
    expect({ slug, identified: legiarti !== '', deep }).toEqual({ slug, identified: read, deep: read })
  }
  expect(laws.filter(({ content }) => content.confidence === 'read')).toHaveLength(64)
})

test('every deadline is a rule we know, and begins on a day of the letter or when it leaves', () => {
  for (const { slug, content } of letters)
    for (const { rule, from } of content.deadlines) {
      expect(rules).toContain(rule)
      const day = content.fields.find(({ name }) => name === from)?.as
      expect({ slug, rule, begins: from === 'sent' || day === 'day' }).toEqual({ slug, rule, begins: true })
    }
})

test('what runs from receipt and is counted from the letter says so', () => {
  const fromReceipt = letters.flatMap(({ slug, content }) =>
    content.deadlines.filter(({ rule }) => ['D-GDPR', 'D-CADA1'].includes(rule)).map((one) => ({ slug, ...one })),
  )
  expect(fromReceipt.map(({ slug }) => slug).toSorted()).toEqual(['l01', 'l02', 'l03', 'l05', 'l06', 'l08'])
  for (const { fr, en } of fromReceipt) {
    expect(fr).toContain('Si vous ne connaissez pas le jour de réception')
    expect(en).toContain('If you do not know the day of receipt')
  }
})

test('the silence after CADA is counted from the day on which CADA registered the request, which may come later', () => {
  const cada = letters.find(({ slug }) => slug === 'l04')?.content
  const from = cada?.deadlines.find(({ rule }) => rule === 'D-CADA3')?.from
  expect(cada?.fields.find(({ name }) => name === from)).toMatchObject({ as: 'day', optional: true })
  expect(from).toBe('registeredOn')
})

test('every name in the words of a letter is a field, and every field is used', () => {
  for (const { slug, content } of written) {
    const words = wordsOf(content)
    const names = new Set(content.fields.map(({ name }) => name))
    const used = [...namesIn(words), ...conditionsIn(words).map(({ name }) => name)]
    expect({ slug, unknown: used.filter((name) => !names.has(name)) }).toEqual({ slug, unknown: [] })
    const begins = content.deadlines.map(({ from }) => from)
    const idle = [...names].filter((name) => ![...frame, ...used, ...begins].includes(name))
    expect({ slug, idle }).toEqual({ slug, idle: [] })
  }
})

test('every letter begins with who writes and ends with where and when', () => {
  for (const { slug, content } of written) {
    const names = content.fields.map(({ name }) => name)
    expect({ slug, first: names.slice(0, 4) }).toEqual({ slug, first: ['firstNames', 'lastName', 'address', 'email'] })
    expect({ slug, last: names.slice(-2) }).toEqual({ slug, last: ['place', 'date'] })
    expect(new Set(names).size).toBe(names.length)
  }
})

test('a condition names a choice that can be made, and an optional field stands inside one of its own', () => {
  for (const { slug, content } of written) {
    const words = wordsOf(content)
    for (const { name, value } of conditionsIn(words)) {
      const choices = content.fields.find((one) => one.name === name)?.choicesFr ?? ''
      const known = value === undefined || choices.split('\n').some((line) => line.startsWith(`${value}: `))
      expect({ slug, name, value, known }).toMatchObject({ known: true })
    }
    const outside = words.replaceAll(/\[\[if \w+\]\][\s\S]*?\[\[(?:else|end)\]\]/g, '')
    const optional = content.fields.filter((one) => one.optional).map(({ name }) => name)
    expect({ slug, loose: namesIn(outside).filter((name) => optional.includes(name)) }).toEqual({ slug, loose: [] })
    expect(words.match(/\[\[if /g)?.length ?? 0).toBe(words.match(/\[\[end\]\]/g)?.length ?? 0)
  }
})

test('choices have the same values in both languages, in the same order', () => {
  const values = (text: string) => text.split('\n').map((line) => line.split(': ')[0])
  for (const { content } of letters)
    for (const { choicesFr, choicesEn, as } of content.fields) {
      expect(values(choicesEn)).toEqual(values(choicesFr))
      expect(choicesFr !== '').toBe(as === 'choice' || as === 'checks')
    }
})

test('a letter greets, asks for a numbered list, names its basis and takes its leave', () => {
  for (const { slug, content } of written) {
    const { body } = content.fr
    expect({ slug, body }).toMatchObject({ body: expect.stringMatching(/^(Madame, Monsieur|\{\{elected\}\}),\n\n/) })
    expect({ slug, body }).toMatchObject({ body: expect.stringMatching(/\n1\. [\s\S]*\n2\. /) })
    expect({ slug, body }).toMatchObject({ body: expect.stringMatching(/Bases? de (cette|ces|ce)|L\.\u00a0312-1-3/) })
    expect({ slug, body }).toMatchObject({ body: expect.stringMatching(/(distinguées|distinguée|considération)\.$/) })
  }
})

test('the addressee fits into the window of an envelope', () => {
  for (const { slug, content } of written) {
    const lines = content.fr.addressee.split('\n').filter((line) => !/\[\[|\{\{/.test(line))
    expect({ slug, long: lines.filter((line) => line.length > 38) }).toEqual({ slug, long: [] })
  }
})

test('nobody is asked for a copy of an identity document', () => {
  for (const { content } of letters)
    expect(content.enclosures.filter(({ fr }) => /identité|passeport/i.test(fr))).toEqual([])
})

test('both languages say everything', () => {
  for (const { slug, content } of letters) {
    const { en } = content
    expect({ slug, said: [en.title, en.purpose, en.explanation, en.after].every((text) => text.length > 10) }).toEqual({
      slug,
      said: true,
    })
  }
  for (const { slug, content } of written)
    expect({ slug, missing: [content.fr.subject, content.fr.body, content.en.addressee].includes('') }).toEqual({
      slug,
      missing: false,
    })
})

test('no text has a straight apostrophe, a middle dot or an unspaced mark', () => {
  expect(everyText.filter(({ text }) => /['·]/.test(text))).toEqual([])
  const french = everyText.filter(isFrench).map(({ at, text }) => ({ at, text: text.replaceAll(/^\w+: /gm, '') }))
  expect(french.filter(({ text }) => /(?<![\u00a0\u202f?!])[:;?!]/.test(text))).toEqual([])
  expect(french.filter(({ text }) => /«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»/.test(text))).toEqual([])
})
