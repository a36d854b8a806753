import { formatDay, formatInstant, formatMonth } from '#app/i18n/format.ts'
import type { DayValue, PackBlock, PackSection } from './blocks.ts'
import type { PackText, PlaceRow } from './facts.ts'
import { blocksFrom } from './markdown.ts'
import { languageName, type Writing } from './words.ts'

const paragraph = (text: string): PackBlock => ({ kind: 'paragraph', text })
const small = (text: string): PackBlock => ({ kind: 'paragraph', text, small: true })
const heading = (text: string): PackBlock => ({ kind: 'heading', level: 3, text })

/** Nothing when there is no letter. */
export function letter({ facts, t }: Writing): PackSection[] {
  const blocks = blocksFrom(facts.letter)
  return blocks.length === 0 ? [] : [{ id: 'letter', title: t('handovers.pack.letter.title'), apart: true, blocks }]
}

export function figures({ facts, t, n }: Writing): PackSection {
  const { confirmed, onPaper, organisationCount, head, locale } = facts
  const sum = head && {
    confirmed: n(head.confirmed),
    withdrawn: n(head.withdrawn),
    invalidated: n(head.invalidated),
    restored: n(head.restored),
    counted: n(confirmed),
  }
  const since = facts.sealedAt && {
    day: formatDay(locale, facts.openedOn),
    instant: formatInstant(locale, facts.sealedAt),
  }
  return {
    id: 'figures',
    title: t('handovers.pack.figures.title'),
    apart: true,
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('handovers.pack.figures.online'), n(confirmed)],
          [t('handovers.pack.figures.paper'), n(onPaper)],
          [t('handovers.pack.figures.organisations'), n(organisationCount)],
        ],
      },
      paragraph(t('handovers.pack.figures.apart')),
      ...(sum ? [paragraph(t('handovers.pack.figures.sum', sum))] : []),
      ...(since ? [small(t('handovers.pack.figures.since', since))] : []),
    ],
  }
}

const mostDays = 31

/** By month once there are too many days to read. */
function byTime(days: readonly DayValue[]): { monthly: boolean; rows: DayValue[] } {
  if (days.length <= mostDays) return { monthly: false, rows: [...days] }
  const months = new Map<string, number>()
  for (const { day, value } of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + value)
  return { monthly: true, rows: [...months].map(([day, value]) => ({ day, value })) }
}

export function days({ facts, t, n }: Writing): PackSection {
  const { locale } = facts
  const points = facts.days.map(({ key, confirmed }) => ({ day: key, value: confirmed }))
  const peak = points.reduce<DayValue | undefined>(
    (best, one) => (!best || one.value > best.value ? one : best),
    undefined,
  )
  const section = { id: 'days', title: t('handovers.pack.days.title'), apart: false }
  if (!peak || peak.value <= 0) return { ...section, blocks: [paragraph(t('handovers.pack.days.none'))] }
  const summary = t('handovers.pack.days.summary', {
    from: formatDay(locale, points[0]?.day ?? ''),
    to: formatDay(locale, points.at(-1)?.day ?? ''),
    total: n(points.reduce((sum, { value }) => sum + value, 0)),
    peak: n(peak.value),
    day: formatDay(locale, peak.day),
  })
  const { monthly, rows } = byTime(points)
  const label = (day: string) => (monthly ? formatMonth(locale, day) : formatDay(locale, day))
  return {
    ...section,
    blocks: [
      { kind: 'chart', title: t('handovers.pack.days.chart'), points, summary },
      {
        kind: 'table',
        caption: t('handovers.pack.days.table'),
        head: [
          t(monthly ? 'handovers.pack.days.byMonth' : 'handovers.pack.days.byDay'),
          t('handovers.pack.days.number'),
        ],
        rows: rows.map(({ day, value }) => [label(day), n(value)]),
        numeric: [1],
      },
      small(t('handovers.pack.days.file')),
    ],
  }
}

/** Those that are told in a table; the others in one sentence, since they are all others there are. */
function placeTable(
  { t, n }: Writing,
  rows: readonly PlaceRow[],
  named: { caption: string; head: string },
): PackBlock[] {
  const told = rows.flatMap(({ label, confirmed }) => (confirmed === '<10' ? [] : [{ label, confirmed }]))
  const hidden = rows.length - told.length
  if (rows.length === 0) return []
  const widest = Math.max(1, ...told.map(({ confirmed }) => confirmed))
  const table: PackBlock = {
    kind: 'table',
    caption: named.caption,
    head: [named.head, t('handovers.pack.places.number')],
    rows: told.map(({ label, confirmed }) => [label, n(confirmed)]),
    numeric: [1],
    bars: told.map(({ confirmed }) => Math.max(0, confirmed) / widest),
  }
  return [
    heading(named.caption),
    ...(told.length > 0 ? [table] : []),
    ...(hidden > 0 ? [paragraph(t('numbers.places.small', { count: hidden }))] : []),
  ]
}

export function places(writing: Writing): PackSection {
  const { facts, t } = writing
  const known = facts.confirmed > 0
  const table = (one: 'department' | 'country' | 'language', many: 'departments' | 'countries' | 'languages') =>
    placeTable(writing, facts[many], {
      caption: t(`handovers.pack.places.${many}`),
      head: t(`handovers.pack.places.${one}`),
    })
  return {
    id: 'places',
    title: t('handovers.pack.places.title'),
    apart: true,
    blocks: known
      ? [
          paragraph(t('handovers.pack.places.intro')),
          ...table('department', 'departments'),
          ...table('country', 'countries'),
          ...table('language', 'languages'),
        ]
      : [paragraph(t('handovers.pack.places.none'))],
  }
}

function wholeText({ facts, t }: Writing, text: PackText): PackBlock[] {
  const { version, publishedOn, title, addressee, ask, demands, body, consent } = text
  const day = formatDay(facts.locale, publishedOn)
  return [
    heading(t('handovers.pack.text.whole', { version, day })),
    { kind: 'heading', level: 4, text: title.replaceAll('*', '') },
    small(addressee),
    paragraph(ask),
    ...blocksFrom(body),
    ...(demands.length > 0
      ? ([
          { kind: 'heading', level: 4, text: t('handovers.pack.text.demands') },
          { kind: 'list', ordered: true, items: demands },
        ] satisfies PackBlock[])
      : []),
    { kind: 'heading', level: 4, text: t('handovers.pack.text.consent') },
    ...consent.split(/\n\s*\n/).map(paragraph),
  ]
}

/** Every version with its mark and who stands behind it; in full what this language's signers signed, and what is shown now. */
export function text(writing: Writing): PackSection {
  const { facts, t, n } = writing
  const { locale, texts } = facts
  const mine = texts.filter((one) => one.locale === locale)
  const newest = Math.max(0, ...mine.map(({ version }) => version))
  const whole = mine.filter(({ version, signed }) => signed > 0 || version === newest)
  const name = (one: PackText) => languageName(locale, one.locale)
  return {
    id: 'text',
    title: t('handovers.pack.text.title'),
    apart: true,
    blocks: [
      paragraph(t('handovers.pack.text.intro')),
      {
        kind: 'table',
        caption: t('handovers.pack.text.versions'),
        head: [
          t('handovers.pack.text.version'),
          t('handovers.pack.text.language'),
          t('handovers.pack.text.published'),
          t('handovers.pack.text.signed'),
        ],
        rows: texts.map((one) => [String(one.version), name(one), formatDay(locale, one.publishedOn), n(one.signed)]),
        numeric: [3],
      },
      ...texts.map((one): PackBlock => ({
        kind: 'exact',
        label: t('handovers.pack.text.hash', { version: one.version, language: name(one) }),
        text: one.hash,
      })),
      ...(whole.length < texts.length ? [small(t('handovers.pack.text.unsigned'))] : []),
      ...whole.flatMap((one) => wholeText(writing, one)),
    ],
  }
}
