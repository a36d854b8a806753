import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { paint } from '#app/infra/pictures/painting.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { drawBadge } from './badge.server.ts'
import { keptShareImage } from './kept-image.server.ts'
import { drawable, widthOf } from './lettering.server.ts'
import { asXml, describeEmbed } from './oembed-answer.server.ts'
import { badgeStyle } from './rules/badge-style.ts'
import type { Pictured } from './schema.ts'
import { drawShareImage } from './share-image.server.ts'

const pictured = (given: Partial<Pictured> = {}): Pictured => ({
  locale: 'fr',
  title: 'Chercher un emploi n’est pas un *score*',
  addressee: 'À la direction générale de France Travail',
  association: 'Association Exemple',
  confirmed: 12_345,
  goal: 20_000,
  open: true,
  demonstration: false,
  ...given,
})

/** What wants to break out of a picture, and what merely happens to be written. */
const hostile = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', "'", '<', '>', '&', ';', ']', '/', '!', '-', '\0', '\u000B', 'é', '*', ' ') }),
  fc.constantFrom('</title><script>alert(1)</script>', ']]><svg onload=x>', '&#60;', '<!--', '😀 مرحبا', '\uD800'),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

/** The elements that a drawing of ours has, and nothing else. */
const elements = (drawing: string) => new Set([...drawing.matchAll(/<\/?([^\s/>]+)/g)].map(([, name]) => name))

test('whatever a title holds, a badge is made of our elements, and what was written is text', () => {
  fc.assert(
    fc.property(hostile, hostile, fc.nat(), (title, association, confirmed) => {
      const badge = drawBadge(pictured({ title, association, confirmed }))
      expect(elements(badge)).toEqual(new Set(['desc', 'g', 'path', 'rect', 'style', 'svg', 'title']))
      const drawn = badge.replaceAll(/<(title|desc) id="portevoix-[td]">[^<>]*<\/\1>/g, '')
      expect(drawn).not.toMatch(/ on\w+=|href|url\(|<title|<desc|&/)
      expect(badge).not.toMatch(/\p{Cs}|[^\P{Cc}\t\n\r]/u)
      expect(badge.match(/<style>(.*?)<\/style>/)?.[1]).toBe(badgeStyle)
    }),
    { numRuns: 60 },
  )
})

test('a badge says in words what it shows, in both languages', () => {
  expect(drawBadge(pictured())).toContain('12\u202F345 signatures confirmées</title>')
  expect(drawBadge(pictured())).toContain('12\u202F345 sur 20\u202F000</desc>')
  const closed = drawBadge(pictured({ locale: 'en', open: false, demonstration: true, goal: undefined }))
  expect(closed).toContain('lang="en"')
  expect(closed).toContain('confirmed signatures · petition closed · demonstration</desc>')
})

test('a badge is as wide as its words', () => {
  const widthOfBadge = (confirmed: number) => Number(/width="(\d+)"/.exec(drawBadge(pictured({ confirmed })))?.[1])
  expect(widthOfBadge(1)).toBeLessThan(widthOfBadge(10_000_000))
  expect(widthOf('display', 'WWW')).toBeGreaterThan(2 * widthOf('display', 'iii'))
})

test('French letters are drawn, and letters that the fonts lack leave no box', () => {
  const french = 'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»’–…€'
  expect(drawable('display', french)).toBe(french)
  expect(drawable('display', 'un\u202F😀é\uD800')).toBe('un\u00A0é')
})

test('whatever a title holds, a share image is outlines and no text', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, addressee) => {
      const drawing = drawShareImage(pictured({ title, addressee, association: title }))
      expect(elements(drawing)).toEqual(new Set(['g', 'path', 'rect', 'svg']))
      expect(drawing).not.toMatch(/NaN|undefined|Infinity|>[^<]+</)
    }),
    { numRuns: 40 },
  )
})

test('nothing that is drawn leaves the picture, however long and wide it is', () => {
  const wide = fc.string({ unit: fc.constantFrom('Á', 'W', 'M', ' ', '*', 'É', 'i', 'Œ'), maxLength: 300 })
  fc.assert(
    fc.property(wide, wide, fc.nat(), (title, addressee, confirmed) => {
      const drawing = drawShareImage(pictured({ title, addressee, association: addressee, confirmed }))
      const letters = [...drawing.matchAll(/<path fill="#\w+" d="([^"]*)"/g)].map(([, path = '']) => path)
      for (const [, x, y] of letters.join('').matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
        expect(Math.abs(Number(x) - 600)).toBeLessThanOrEqual(600 - 66)
        expect(Math.abs(Number(y) - 315)).toBeLessThan(315)
      }
    }),
    // These letters are kerned apart: wider than its letters one by one.
    { numRuns: 20, examples: [['Á'.repeat(300), 'Á'.repeat(300), 1]] },
  )
})

test('the share image is a picture of 1200 by 630 pixels with the count in it', async () => {
  const png = await paint(drawShareImage(pictured()))
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  const more = await paint(drawShareImage(pictured({ confirmed: 12_346 })))
  expect(more.equals(png)).toBe(false)
})

test('a picture that cannot be painted is an error, and the next one is painted', async () => {
  await expect(paint('no drawing')).rejects.toThrow(/SVG/)
  expect((await paint('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')).length).toBeGreaterThan(0)
})

test('it is painted once however many ask, and anew when the count has moved, once a minute at most', async () => {
  forgetSingleton('share-images')
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000)
  const [first, same] = await Promise.all([keptShareImage(pictured(), at(0)), keptShareImage(pictured(), at(0))])
  expect(same).toBe(first)
  expect(await keptShareImage(pictured({ confirmed: 12_400 }), at(59))).toBe(first)
  const later = await keptShareImage(pictured({ confirmed: 12_400 }), at(60))
  expect(later.equals(first)).toBe(false)
  expect(await keptShareImage(pictured({ confirmed: 12_400 }), at(6000))).toBe(later)
  // Words are never old.
  const renamed = await keptShareImage(pictured({ confirmed: 12_400, title: 'Un autre titre' }), at(61))
  expect(renamed.equals(later)).toBe(false)
})

test('what a site is told of a campaign holds its title as text, in JSON and in XML', () => {
  fc.assert(
    fc.property(hostile, (title) => {
      const question = { slug: 'score', locale: 'fr', format: 'xml', maxWidth: null, maxHeight: null } as const
      const said = describeEmbed(question, { title, association: title, site: 'https://petition.example.org' })
      expect(said.html.match(/<[^>]*>/g)).toHaveLength(2)
      const names = [...asXml(said).matchAll(/<\/?([a-z_]+)/g)].map(([, name]) => name)
      expect(new Set(names)).toEqual(new Set(['oembed', ...Object.keys(said)]))
    }),
  )
})
