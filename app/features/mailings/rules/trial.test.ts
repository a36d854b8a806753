import { expect, test } from 'vitest'
import { compare, readMark, winnerOf } from './trial.ts'

const of = (letters: number, actions: number) => ({ letters, actions })

test('with few letters or little that was done nothing is said, and the first subject stays', () => {
  expect(compare(of(0, 0), of(0, 0))).toEqual({ leader: null, says: 'few' })
  expect(compare(of(100, 12), of(100, 7))).toEqual({ leader: 'a', says: 'few' })
  expect(winnerOf(of(100, 0), of(100, 0))).toBe('a')
  expect(winnerOf(of(100, 3), of(100, 3))).toBe('a')
  expect(winnerOf(of(100, 3), of(100, 4))).toBe('b')
})

test('a difference that chance makes is called chance, and one that it hardly makes is called clear', () => {
  // Known values of the pooled two-proportion test: z = 1.42, z = 2.13, z = 1.97.
  expect(compare(of(1000, 100), of(1000, 120))).toEqual({ leader: 'b', says: 'chance' })
  expect(compare(of(1000, 130), of(1000, 100))).toEqual({ leader: 'a', says: 'clear' })
  expect(compare(of(500, 61), of(500, 84))).toEqual({ leader: 'b', says: 'clear' })
})

test('what counts is the share of the letters, not the number', () => {
  expect(compare(of(2000, 120), of(1000, 100)).leader).toBe('b')
})

test('about one comparison in twenty of two equal subjects is called clear, no more', () => {
  let seed = 7
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const drawn = () => Array.from({ length: 800 }).reduce<number>((count) => count + (chance() < 0.1 ? 1 : 0), 0)
  const clear = Array.from({ length: 1000 }).filter(() => compare(of(800, drawn()), of(800, drawn())).says === 'clear')
  expect(clear.length).toBeGreaterThan(25)
  expect(clear.length).toBeLessThan(75)
})

test('more visits than letters are compared too', () => {
  expect(compare(of(50, 80), of(50, 60))).toEqual({ leader: 'a', says: 'chance' })
  expect(compare(of(50, 120), of(50, 60))).toEqual({ leader: 'a', says: 'clear' })
})

test('a mark is a number and a letter, and nothing else is one', () => {
  expect(readMark('12b')).toEqual({ number: 12, variant: 'b' })
  for (const other of [null, '', 'b', '12', '012a', '12c', '12ab', '9999999999a', "1a' or 1"])
    expect(readMark(other)).toBeNull()
})
