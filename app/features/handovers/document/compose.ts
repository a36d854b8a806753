import { formatDay, formatInstant } from '#app/i18n/format.ts'
import type { T } from '#app/i18n/t.ts'
import type { PackDocument, PackSection } from './blocks.ts'
import { method, organisations, proof, voices } from './closing-sections.ts'
import type { PackFacts, PackQuote } from './facts.ts'
import { days, figures, letter, places, text } from './sections.ts'
import { writingOf, type Writing } from './words.ts'

const plain = (title: string): string => title.replaceAll('*', '')

const firstOfRoot = 12

function frameOf({ facts, t, n }: Writing): Omit<PackDocument, 'sections' | 'figure' | 'subtitle'> {
  const { locale, association, head, sealedAt } = facts
  const day = formatDay(locale, facts.plannedOn)
  const title = plain(facts.title)
  const sealed = sealedAt ? ([[t('handovers.pack.facts.sealed'), formatInstant(locale, sealedAt)]] as const) : []
  return {
    locale,
    association,
    title,
    kicker: t('handovers.pack.kicker'),
    facts: [
      [t('handovers.pack.facts.to'), facts.addressee],
      [t('handovers.pack.facts.on'), day],
      [t('handovers.pack.facts.by'), association],
      ...sealed,
      [t('handovers.pack.facts.edition'), t('handovers.pack.facts.french')],
      [t('handovers.pack.facts.online'), facts.pageUrl],
    ],
    warnings: [
      ...(sealedAt ? [] : [t('handovers.pack.warnings.preview')]),
      ...(facts.demonstration ? [t('handovers.pack.warnings.demonstration')] : []),
    ],
    contents: t('handovers.pack.contents'),
    running: t('handovers.pack.running', { title, association }),
    foot: head
      ? t('handovers.pack.foot', { day, size: n(head.size), root: `${head.root.slice(0, firstOfRoot)}…` })
      : t('handovers.pack.footPreview'),
    pageOf: (page, pages) => t('handovers.pack.page', { page, pages }),
    dated: sealedAt ?? new Date(`${facts.plannedOn}T00:00:00Z`),
  }
}

/** All that is handed over, in one language. */
export function composePack(facts: PackFacts, t: T): PackDocument {
  const writing = writingOf(facts, t)
  const sections: PackSection[] = [
    ...letter(writing),
    figures(writing),
    days(writing),
    text(writing),
    places(writing),
    organisations(writing),
    voices(writing),
    method(writing),
    proof(writing),
  ]
  return {
    ...frameOf(writing),
    subtitle: t('handovers.pack.subtitle'),
    figure: {
      value: writing.n(facts.confirmed),
      label: t('handovers.pack.figure', { count: facts.confirmed }),
    },
    sections,
  }
}

/** The words of those who may take them back: a document of its own, so that it can go alone. */
export function composeAnnex(facts: PackFacts, quotes: readonly PackQuote[], t: T): PackDocument {
  const writing = writingOf(facts, t)
  return {
    ...frameOf(writing),
    subtitle: t('handovers.pack.voices.annexTitle'),
    figure: null,
    sections: [
      {
        id: 'voices',
        title: t('handovers.pack.voices.title'),
        apart: true,
        blocks: [
          { kind: 'paragraph', text: t('handovers.pack.voices.annexIntro') },
          ...quotes.map(({ quote, credit, lang }) => ({ kind: 'quote', text: quote, credit, lang }) as const),
        ],
      },
    ],
  }
}
