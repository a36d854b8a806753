import { departmentName } from '#app/features/campaigns/departments.ts'
import { useT } from '#app/i18n/use-t.tsx'
import styles from '#app/ui/drawn.module.css'
import { markOf, shadesOf, type Cell, type Mark, type Shade } from '../map-classes.ts'
import { tileColumns, tileRows, tiles } from '../tile-map.ts'
import { looks } from './map-looks.ts'

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
const side = 9.3
const square = `h${side}v${side}h-${side}z`

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
  return (
    <figure className={styles.map}>
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <svg
        viewBox={`-1 -3 ${tileColumns * size + 1} ${tileRows * size + 5}`}
        fontSize="4.1"
        fontWeight="700"
        textAnchor="middle"
        role="img"
        aria-label={`${title}. ${summary}`}
      >
        <text fill="currentColor" fontWeight="400" x={size - 0.4} y={size * 6.7}>
          {t('figures.map.overseas')}
        </text>
        {[...new Set(marked.map(({ mark }) => mark))].map((mark) => (
          <g key={mark}>
            <Tiles tiles={marked.filter((tile) => tile.mark === mark)} mark={mark} spoken={spoken} />
          </g>
        ))}
      </svg>
      <Legend scale={scale} marks={marked.map(({ mark }) => mark)} whole={whole} say={say} />
    </figure>
  )
}

interface TilesProps {
  tiles: readonly { code: string; column: number; row: number }[]
  mark: Mark
  spoken: (code: string) => string
}

/** Those that look alike, and their codes on them. */
function Tiles({ tiles: alike, mark, spoken }: TilesProps) {
  const t = useT()
  const { words, ...tile } = looks(mark)
  return (
    <>
      <g {...tile}>
        {alike.map(({ code, column, row }) => (
          <path key={code} d={`M${column * size} ${row * size}${square}`}>
            <title>{t('figures.map.tile', { place: departmentName(code) ?? code, number: spoken(code) })}</title>
          </path>
        ))}
      </g>
      <g fill={words} pointerEvents="none">
        {alike.map(({ code, column, row }) => (
          <text key={code} x={column * size + 4.6} y={row * size + 6.2}>
            {code}
          </text>
        ))}
      </g>
    </>
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
  const lines: { mark: Mark; said: string }[] = [
    { mark: 'none', said: t('figures.map.none') },
    { mark: 'small', said: t('figures.map.small') },
    ...scale.map((shade) => ({ mark: shade.shade, said: range(shade) })),
  ]
  return (
    <ul className={styles.legend}>
      {lines
        .filter(({ mark }) => many(mark) > 0)
        .map(({ mark, said }) => (
          <li key={mark}>
            <Swatch mark={mark} />
            {said} {t('figures.map.places', { count: many(mark) })}
          </li>
        ))}
    </ul>
  )
}

function Swatch({ mark }: { mark: Mark }) {
  const { words: _words, ...tile } = looks(mark)
  return (
    <svg viewBox="-1 -1 11.3 11.3" aria-hidden="true" {...tile}>
      <path d={`M0 0${square}`} />
    </svg>
  )
}
