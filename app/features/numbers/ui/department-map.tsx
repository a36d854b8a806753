import { departmentName } from '#app/features/campaigns/departments.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { markOf, shadesOf, type Cell, type Mark, type Shade } from '../map-classes.ts'
import { tileColumns, tileRows, tiles, type Tile } from '../tile-map.ts'

interface DepartmentMapProps {
  title: string
  /** Of the drawing, in words. */
  summary: string
  cells: readonly Cell[]
  /** Numbers of people, not rates: limits are whole. */
  whole: boolean
  say: (value: number) => string
}

const size = 10
const gap = 0.7

/** Départements as tiles of one size, shaded by their number; what is not told is drawn by one pattern and no colour. */
export function DepartmentMap({ title, summary, cells, whole, say }: DepartmentMapProps) {
  const t = useT()
  const scale = shadesOf(cells, whole)
  const values = new Map(cells.map(({ key, value }) => [key, value]))
  const spoken = (code: string) => {
    const value = values.get(code)
    if (value === undefined) return t('figures.map.none')
    return typeof value === 'number' ? say(value) : t('figures.map.small')
  }
  const marked = tiles.map((tile) => ({ ...tile, mark: markOf(values.get(tile.code), scale) }))
  const groups = new Map<Mark, Tile[]>()
  for (const { mark, ...tile } of marked) groups.set(mark, [...(groups.get(mark) ?? []), tile])
  return (
    <figure className="map">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <svg viewBox={`0 0 ${tileColumns * size} ${tileRows * size}`} role="img" aria-label={`${title}. ${summary}`}>
        <text x={size - gap / 2} y={size * 6.7}>
          {t('figures.map.overseas')}
        </text>
        {[...groups].map(([mark, group]) => (
          <g key={mark} className={classOf(mark)}>
            {group.map((tile) => (
              <TileShape key={tile.code} tile={tile} spoken={spoken(tile.code)} />
            ))}
          </g>
        ))}
      </svg>
      <Legend scale={scale} marks={marked.map(({ mark }) => mark)} whole={whole} say={say} />
    </figure>
  )
}

const classOf = (mark: Mark): string => (typeof mark === 'number' ? `shade${mark}` : { small: 'few', none: 'none' }[mark])

function TileShape({ tile: { code, column, row }, spoken }: { tile: Tile; spoken: string }) {
  const t = useT()
  const side = size - gap
  return (
    <g>
      <title>{t('figures.map.tile', { place: departmentName(code) ?? code, number: spoken })}</title>
      <path d={`M${column * size} ${row * size}h${side}v${side}h-${side}z`} />
      <text x={column * size + side / 2} y={row * size + 6.2}>
        {code}
      </text>
    </g>
  )
}

interface LegendProps extends Pick<DepartmentMapProps, 'whole' | 'say'> {
  scale: readonly Shade[]
  marks: readonly Mark[]
}

/** Every colour and pattern in words, with how many places have it. */
function Legend({ scale, marks, whole, say }: LegendProps) {
  const t = useT()
  const many = (mark: Mark) => marks.filter((one) => one === mark).length
  const range = ({ from, to }: Shade) => {
    if (to === null) return t('figures.map.from', { from: say(from) })
    const limits = { from: say(from), to: say(whole ? to - 1 : to) }
    if (limits.from === limits.to) return limits.from
    return t(whole ? 'figures.map.between' : 'figures.map.below', limits)
  }
  const lines: { mark: Mark; words: string }[] = [
    { mark: 'none', words: t('figures.map.none') },
    { mark: 'small', words: t('figures.map.small') },
    ...scale.map((shade) => ({ mark: shade.shade, words: range(shade) })),
  ]
  return (
    <ul className="map-legend">
      {lines
        .filter(({ mark }) => many(mark) > 0)
        .map(({ mark, words }) => (
          <li key={mark}>
            <svg viewBox="-0.6 -0.6 10.6 10.6" aria-hidden="true" className={classOf(mark)}>
              <path d="M0 0h9.3v9.3h-9.3z" />
            </svg>
            {words} {t('figures.map.places', { count: many(mark) })}
          </li>
        ))}
    </ul>
  )
}
