import { useId, type ReactNode } from 'react'
import styles from './drawn.module.css'

interface Reading {
  /** Unlike those beside it, and the same next time: the script finds what it exchanges by it. */
  name: string
  label: string
  content: ReactNode
}

interface ReadingsProps {
  /** What is read in one way or another: "Signatures over time". */
  label: string
  /** Four at most; the first one is open. */
  readings: readonly Reading[]
}

/** One thing to be read in several ways, one at a time: by radio buttons and the stylesheet alone. On paper the first two. */
export function Readings({ label, readings }: ReadingsProps) {
  const id = useId()
  if (readings.length < 2) return <div data-fresh={readings[0]?.name}>{readings[0]?.content}</div>
  return (
    <div className={styles.readings} role="group" aria-label={label}>
      {readings.map((reading, place) => (
        <Choice key={reading.name} id={`${id}${place}`} group={id} label={reading.label} first={place === 0} />
      ))}
      {readings.map((reading) => (
        <div key={reading.name} data-fresh={reading.name}>
          {reading.content}
        </div>
      ))}
    </div>
  )
}

function Choice({ id, group, label, first }: { id: string; group: string; label: string; first: boolean }) {
  return (
    <>
      <input className="visually-hidden" type="radio" id={id} name={group} defaultChecked={first} />
      <label className="button button-quiet" htmlFor={id}>
        {label}
      </label>
    </>
  )
}
