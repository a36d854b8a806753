import { expect, test } from 'vitest'
import { unwrap, wrap } from './plain-text.ts'

test('lines that were broken are whole again for a page, links and paragraphs stay apart', () => {
  const words =
    'Nous ne regardons pas qui ouvre nos messages. Alors, une fois par an, nous posons la question à chaque personne.'
  const letter = `Titre\n=====\n\n${wrap(words)}\n\nRépondre :\nhttps://example.org/fr/still/x\n\n* * *\n\nFin.\n`
  expect(wrap(words)).toContain('\n')
  expect(unwrap(letter)).toBe(`Titre\n\n${words}\n\nRépondre :\nhttps://example.org/fr/still/x\n\n* * *\n\nFin.`)
})
