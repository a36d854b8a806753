import { expect, test } from 'vitest'
import { departments } from '#app/features/campaigns/departments.ts'
import { per10000 } from './populations.ts'
import { tileColumns, tiles } from './tile-map.ts'

const withoutInhabitants = ['984', '989']
const inhabited = departments.map(({ code }) => code).filter((code) => !withoutInhabitants.includes(code))

test('every département where people live has one tile, and no two lie on each other', () => {
  expect(tiles.map(({ code }) => code).toSorted()).toEqual(inhabited.toSorted())
  expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length)
  expect(tiles.every(({ column }) => column < tileColumns)).toBe(true)
})

test('every département where people live has a rate, and together they are as many as live in France', () => {
  const people = inhabited.map((code) => 10_000 / (per10000(code, 1) ?? Number.NaN))
  const all = people.reduce((sum, one) => sum + one, 0)
  expect(all).toBeGreaterThan(67_500_000)
  expect(all).toBeLessThan(69_000_000)
  for (const code of withoutInhabitants) expect(per10000(code, 1)).toBeNull()
})
