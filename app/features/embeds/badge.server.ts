import { formatNumber } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'
import { xml } from '#app/infra/atom.server.ts'
import { logoAcross, logoStrokes } from '#app/ui/logo.tsx'
import { strokes, tallyHeight, tallyMarks, tallyWidth } from '#app/ui/tally.tsx'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { outline, widthOf } from './lettering.server.ts'
import { badgeStyle } from './rules/badge-style.ts'
import type { Pictured } from './schema.ts'

const edge = 16
/** Where the words begin: right of the mark. */
const left = edge + 34 + 14
const line = 41
const numberSize = 34
const labelSize = 17
const gap = 9
const meterTop = 56

function labelOf({ locale, confirmed, open, demonstration }: Pictured): string {
  const t = translator(locale)
  const said = [t('embeds.badge.confirmed', { count: confirmed })]
  if (!open) said.push(t('embeds.badge.closed'))
  if (demonstration) said.push(t('embeds.badge.demonstration'))
  return said.join(' · ')
}

/** The way to the threshold, counted by hand, as wide as the words above it. */
function meter({ confirmed, goal }: Pictured, width: number): { drawn: string; height: number } {
  if (goal === undefined) return { drawn: '', height: 0 }
  const { marks, drawn } = tallyMarks(confirmed, goal)
  const scale = Math.min(0.62, width / tallyWidth(marks))
  const place = `transform="translate(${left} ${meterTop}) scale(${scale.toFixed(4)})"`
  return {
    drawn: `<g ${place}><path class="n" d="${strokes(drawn, marks)}"/><path class="t" d="${strokes(0, drawn)}"/></g>`,
    height: Math.round(tallyHeight * scale) + 4,
  }
}

/**
 * The count as a picture for other sites: one file that loads nothing, runs nothing and says the same to a screen reader. Words are
 * outlines; what somebody wrote is only in its title and description, escaped.
 */
export function drawBadge(pictured: Pictured): string {
  const { locale, confirmed, goal, association } = pictured
  const t = translator(locale)
  const number = formatNumber(locale, confirmed)
  const label = labelOf(pictured)
  const labelLeft = left + widthOf('display', number) * numberSize + gap
  const wordsEnd = labelLeft + widthOf('strong', label) * labelSize
  const way = meter(pictured, wordsEnd - left)
  const width = Math.ceil(wordsEnd + edge)
  const height = way.height === 0 ? 60 : meterTop + way.height + 12
  const title = t('embeds.badge.title', { count: confirmed, number, title: plainTitle(pictured.title) })
  const more = goal === undefined ? [] : [t('ui.tally.meter', { value: number, goal: formatNumber(locale, goal) })]
  const description = [t('embeds.badge.by', { association }), label, ...more].join('. ')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="${locale}" aria-labelledby="portevoix-t portevoix-d"><title id="portevoix-t">${xml(title)}</title><desc id="portevoix-d">${xml(description)}</desc><style>${badgeStyle}</style><rect class="s" width="${width}" height="${height}"/><rect class="e" x="1" y="1" width="${width - 2}" height="${height - 2}"/><g transform="translate(${edge} ${line - 23})"><path class="l" d="${logoStrokes}"/><path class="a" d="${logoAcross}"/></g><path class="v" d="${outline('display', number, { x: left, y: line, size: numberSize })}"/><path class="i" d="${outline('strong', label, { x: labelLeft, y: line, size: labelSize })}"/>${way.drawn}</svg>`
}
