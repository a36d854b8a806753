import styles from './scoring.module.css'

interface RangeProps {
  /** What the script finds it by; without one of its own it is in a list. */
  at: string
  id: string
  label: string
  hint?: string
  min?: number
  max: number
  value: number
}

/** A slider with its number beside it. */
export const Range = ({ at, id, label, hint, min = 0, max, value }: RangeProps) => (
  <div className={styles.range}>
    <label htmlFor={id}>{label}</label>
    <output htmlFor={id} data-value-of={id}>
      {value}
    </output>
    <input
      type="range"
      id={id}
      data-at={at}
      {...{ min, max }}
      defaultValue={value}
      autoComplete="off"
      aria-describedby={hint ? `${id}-hint` : undefined}
      hidden
    />
    {hint && (
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
  </div>
)

interface ChoicesProps {
  at: string
  legend: string
  hint?: string
  choices: readonly { value: string; label: string }[]
  chosen: string
}

/** One of a few: radio buttons. */
export const Choices = ({ at, legend, hint, choices, chosen }: ChoicesProps) => (
  <fieldset className={styles.choices} hidden data-live>
    <legend>{legend}</legend>
    {hint && <p className="hint">{hint}</p>}
    <div>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={at}
            data-at={at}
            defaultChecked={value === chosen}
            autoComplete="off"
            {...{ value }}
          />
          {label}
        </label>
      ))}
    </div>
  </fieldset>
)
