import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import type { PublishedTestimony } from '../schema.ts'
import { VoiceCard } from './voice-card.tsx'

const story: PublishedTestimony = {
  id: '00000000-0000-4000-8000-000000000001',
  locale: 'fr',
  title: 'Un contrôle',
  text: 'Un récit fictif.',
  contentWarning: 'Détresse',
  system: 'control',
  department: null,
  period: null,
  consequences: [],
  attempts: [],
  publishedOn: '2026-02-02',
}

const card = (locale: Locale, language: string) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <VoiceCard testimony={{ ...story, locale: language }} campaignSlug="score" />
    </LocaleProvider>,
  )

test('a story in another language than the page says so in words, and its words carry their language', () => {
  const html = card('en', 'fr')
  expect(html).toContain('<span lang="en">Story in French · ')
  expect(html).toContain('<article class="voice" lang="fr">')
  expect(html, 'what the page says beside the story is in the language of the page').toContain(
    '<span lang="en">Content warning:</span> Détresse',
  )
  expect(card('fr', 'en')).toContain('<span lang="fr">Récit en anglais · ')
})

test('a story in the language of the page needs no such words', () => {
  expect(card('fr', 'fr')).not.toContain('Récit en')
})
