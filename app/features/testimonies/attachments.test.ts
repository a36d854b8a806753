import { expect, test } from 'vitest'
import { en } from '#app/i18n/en.ts'
import { fr } from '#app/i18n/fr.ts'
import { isMessageKey } from '#app/i18n/t.ts'
import { refusals, usualLimits } from '#app/infra/pictures/limits.ts'
import { picture } from '../../../e2e/support/hostile-images.ts'
import { takeFiles } from './attachments.server.ts'
import { fileBounds } from './schema.ts'

test('a file that is no picture is named by its place, and none is taken without the others', async () => {
  const png = await picture().png().toBuffer()
  expect(await takeFiles([png, Buffer.from('text')])).toEqual({
    outcome: 'refused',
    error: 'testimonies.errors.filesRefused',
    refused: [{ number: 2, reason: 'testimonies.testify.files.reasons.unknown-kind' }],
  })
  const taken = await takeFiles([png])
  expect(taken.outcome === 'taken' && taken.files.map((pages) => pages.length)).toEqual([1])
}, 30_000)

test('too many files, and too much of them, are refused in words', async () => {
  const many = Array.from({ length: 11 }, () => Buffer.from('text'))
  expect(await takeFiles(many)).toMatchObject({ error: 'testimonies.errors.filesTooMany', refused: [] })
  const large = Buffer.alloc(fileBounds.bytes + 1)
  expect(await takeFiles([large])).toMatchObject({ error: 'testimonies.errors.filesTooLarge' })
  expect(await takeFiles([])).toEqual({ outcome: 'taken', files: [] })
})

test('the limits that are told are those that hold, and every refusal has words in both languages', () => {
  expect(fileBounds).toEqual({ files: usualLimits.mostFiles, bytes: usualLimits.mostBytes })
  for (const reason of refusals) {
    expect(isMessageKey(`testimonies.testify.files.reasons.${reason}`)).toBe(true)
    for (const { testimonies } of [fr, en]) expect(Object.keys(testimonies.testify.files.reasons)).toContain(reason)
  }
})
