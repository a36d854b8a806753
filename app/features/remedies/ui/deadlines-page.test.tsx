import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { paths } from '#prisma/demo/paths.ts'
import { ruleIds } from '../rules/deadlines/time-rules.ts'
import { DeadlinesPage } from './deadlines-page.tsx'
import { DecisionTree } from './decision-tree.tsx'

// What the build makes of the scripts is not there, and not asked for.
vi.mock('virtual:enhance/calculator', () => ({ default: '' }))
vi.mock('virtual:enhance/tree', () => ({ default: '' }))

const rendered = (page: ReactNode, locale: Locale = 'fr') =>
  renderToStaticMarkup(<LocaleProvider locale={locale}>{page}</LocaleProvider>).replaceAll('\u00A0', ' ')

const campaign = { slug: 'score', title: 'Non au score' }
const sheets = paths
  .filter(({ slug }) => slug !== 'tree')
  .map((seed, id) => ({ ...seed, id, position: id, version: 1, publishedOn: seed.verifiedOn }))
const letters = Array.from({ length: 19 }, (_, index) => {
  const slug = `l${String(index + 1).padStart(2, '0')}`
  return { slug, title: `Lettre ${slug}` }
})

test('without a script every rule is there in words, with a whole count as an example and its articles', () => {
  const page = rendered(<DeadlinesPage {...{ campaign, sheets, letters }} expired={[]} />)
  expect(page.match(/<details/g)).toHaveLength(ruleIds.length)
  expect(page.match(/<h4>Un courrier du 31 janvier 2026 mène au/g)).toHaveLength(ruleIds.length - 1)
  expect(page).toContain('Un courrier du 31 janvier 2026 mène au 10 février 2026.')
  expect(page).toContain(
    'Le délai est franc : le dernier jour ne compte pas non plus. On ajoute un jour : 1er avril 2026.',
  )
  expect(page).toContain('codes/article_lc/LEGIARTI000051679604')
  expect(page.match(/vérifié le/giu)?.length).toBeGreaterThanOrEqual(sheets.length)
  expect(rendered(<DeadlinesPage {...{ campaign, sheets, letters }} expired={[]} />, 'en')).toContain(
    'We count 10 days: 10 February 2026.',
  )
})

test('the calculator is sent nowhere, and is not there until a script can count', () => {
  const page = rendered(<DeadlinesPage {...{ campaign, sheets, letters }} expired={[]} />)
  const form = /<form[^>]*>/.exec(page)?.[0] ?? ''
  expect(form).toContain(' hidden=""')
  expect(form).toMatch(/ autocomplete="off"/i)
  expect(form).not.toMatch(/ (action|method)=/)
})

test('a rule that is being verified again is named without its words, and is not offered', () => {
  const rest = sheets.filter(({ slug }) => slug !== 'd-obs')
  const expired = [{ slug: 'd-obs', title: 'Un courrier annonce une sanction envisagée', checkBy: '2026-09-01' }]
  const page = rendered(<DeadlinesPage {...{ campaign, letters, expired }} sheets={rest} />)
  expect(page).toContain('Un courrier annonce une sanction envisagée')
  expect(page).not.toContain('value="D-OBS"')
  expect(page).not.toContain('Vous avez dix jours')
  expect(rendered(<DeadlinesPage {...{ campaign, letters, expired }} sheets={[]} />)).not.toContain('<form')
})

test('without a script every way of the tree unfolds to its letters, in both languages', () => {
  const seed = paths.find(({ slug }) => slug === 'tree')
  if (!seed) throw new Error('The demonstration has no tree.')
  const tree = { ...seed, version: 2, publishedOn: '2026-04-01' }
  const page = rendered(<DecisionTree tree={tree} letters={letters} campaignPath="/fr/score" />)
  expect(page.match(/<details/g)?.length).toBeGreaterThanOrEqual(seed.content.answers.length)
  expect(page).toContain(formatDay('fr', seed.verifiedOn))
  expect(page).toContain('1er avril 2026')
  for (const { slug } of letters) expect(page).toContain(`href="/fr/score/remedies/${slug}"`)
  expect(page).toContain('Rien à contester pour l’instant, mais vous pouvez demander')
  expect(page).not.toContain('en cours de vérification')
  expect(rendered(<DecisionTree tree={tree} letters={[]} campaignPath="/fr/score" />)).toContain(
    'Cette lettre est en cours de vérification.',
  )
  expect(rendered(<DecisionTree tree={tree} letters={letters} campaignPath="/en/score" />, 'en')).toContain(
    'Nothing to contest yet, but you can ask',
  )
})
