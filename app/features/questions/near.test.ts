import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questions } from '#prisma/demo/questions.ts'
import { nearest, stemsOf, type Findable } from './near.ts'

const site: Findable[] = questions.flatMap(({ slug, fr, en }) => [
  { id: slug, ...fr },
  { id: slug, ...en },
])
const first = (text: string) => nearest(text, site, 3)[0]?.id

test('what people ask in their own words finds the answer that was written for it', () => {
  expect(first('L’algorithme m’a donné une mauvaise note, que faire ?')).toBe('mal-note')
  expect(first('est ce que il y a un recours prevu par france travail')).toBe('recours')
  expect(first('Le médiateur régional, dans quel délai ?')).toBe('recours')
  expect(first('la charte sera t elle respectee')).toBe('charte')
  expect(first('Will anybody respect that charter?')).toBe('charte')
  expect(first('Are there remedies against a score?')).toBe('recours')
  expect(first('La fraude existe : comment trouver un équilibre ?')).toBe('equilibre')
  expect(first('Sans tri on contrôlerait tout le monde, moi je trouve l’outil utile')).toBe('defense')
})

test('one word of the question is enough when all of the text is about the campaign', () => {
  const text = 'Bonjour, j’ai été convoqué à un contrôle. Est-ce qu’un algorithme m’a choisi et y a-t-il un recours ?'
  expect(nearest(text, site, 3).map(({ id }) => id)).toContain('recours')
})

test('a slip of the hand still finds', () => {
  expect(first('chartte')).toBe('charte')
  expect(first('mediatteur')).toBe('recours')
})

test('what has nothing to do with the campaign finds nothing', () => {
  expect(nearest('Quelle température pour cuire un gâteau aux pommes et à la cannelle ?', site, 3)).toEqual([])
  expect(nearest('', site, 3)).toEqual([])
  expect(nearest('de la et le que', site, 3), 'words that say nothing').toEqual([])
  expect(nearest('charte', [], 3)).toEqual([])
})

test('one word in common is no answer to a long text', () => {
  const long = 'Hier ma voisine jardinait sous la pluie quand une charte municipale arriva par pigeon'
  expect(nearest(long, site, 3)).toEqual([])
})

test('endings and accents do not part words that mean the same', () => {
  expect(new Set(stemsOf('Noter notée notés notation NOTE'))).toEqual(new Set(['not']))
  expect(stemsOf('contrôles')).toEqual(stemsOf('CONTROLE'))
  expect(stemsOf('l’œuvre')).toEqual(stemsOf('oeuvres'))
})

const word = fc.constantFrom(
  ...'score controle sanction recours mediateur lettre delai charte fraude donnees hasard conseiller radiation tribunal preuve algorithme variable juge enquete dossier'.split(
    ' ',
  ),
)
const sentence = fc.array(word, { minLength: 4, maxLength: 9 }).map((words) => words.join(' '))
const things = fc
  .uniqueArray(fc.record({ question: sentence, answer: sentence }), {
    minLength: 2,
    maxLength: 12,
    selector: ({ question }) => question,
  })
  .map((all) => all.map((one, n): Findable => ({ id: `n${n}`, ...one })))

test('a question that is asked word for word finds its own answer, or one whose question has all its words too', () => {
  fc.assert(
    fc.property(things, fc.nat(), (all, pick) => {
      const own = all[pick % all.length]
      if (!own) return
      const [best] = nearest(own.question, all, 1)
      // All its words may be in every other thing, where they weigh next to nothing, but never nothing.
      const found = all.find(({ id }) => id === best?.id)
      const mine = new Set(stemsOf(own.question))
      expect([...mine].every((stem) => stemsOf(found?.question ?? '').includes(stem))).toBe(true)
      expect(best?.score).toBeCloseTo(1)
    }),
  )
})

test('scores lie between 0 and 1, fall, and name each thing once', () => {
  fc.assert(
    fc.property(things, fc.oneof(sentence, fc.string({ maxLength: 200, unit: 'grapheme' })), (all, text) => {
      const found = nearest(text, all, 5)
      expect(found.length).toBeLessThanOrEqual(5)
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
      for (const { score } of found) {
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
      }
    }),
  )
})

test('what is found does not hang on capitals, accents, the order of words or saying one twice', () => {
  fc.assert(
    fc.property(things, sentence, (all, text) => {
      const plain = nearest(text, all, 5)
      const shouted = `${text.toUpperCase().replaceAll('E', 'É')} !`
      const again = text.split(' ').toReversed().join(', ') + ` ${text}`
      const same = (other: string) =>
        expect(nearest(other, all, 5).map(({ id, score }) => [id, score.toFixed(9)])).toEqual(
          plain.map(({ id, score }) => [id, score.toFixed(9)]),
        )
      same(shouted)
      same(again)
    }),
  )
})

test('adding a thing that shares no word with the text changes which ones are found by none', () => {
  fc.assert(
    fc.property(things, sentence, (all, text) => {
      const more = [...all, { id: 'far', question: 'zzzz yyyy xxxx', answer: 'wwww' }]
      expect(nearest(text, more, 20).map(({ id }) => id)).not.toContain('far')
    }),
  )
})
