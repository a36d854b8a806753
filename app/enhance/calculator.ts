import { asCalendar } from '#app/features/remedies/rules/letter/as-calendar.ts'
import { dueDay, extendedReply, isDay, whatFollows, zones } from '#app/features/remedies/rules/deadlines/due-day.ts'
import { tellSteps } from '#app/features/remedies/rules/deadlines/tell.ts'
import { isRule, timeRules, type RuleId } from '#app/features/remedies/rules/deadlines/time-rules.ts'
import { plusDays } from '#app/i18n/calendar.ts'
import { formatDay, parisDay } from '#app/i18n/format.ts'
import { markField } from './calculator-field.ts'
import { resultOf, type Result } from './calculator-result.ts'

interface Words extends Record<string, string | Record<string, string>> {
  steps: Record<string, string>
  off: Record<string, string>
  names: Record<string, string>
}

interface OfferedRule {
  title: string
  start: string
  silence: string
  letters: { href: string; title: string }[]
}

interface Told {
  locale: 'fr' | 'en'
  words: Words
  rules: Partial<Record<string, OfferedRule>>
}

const filled = (words: string, values: Record<string, string>) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)

/** `lundi 16 mars 2026`. */
const withWeekday = (locale: Told['locale'], day: string) =>
  `${new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))} ${formatDay(locale, day)}`

const asTitle = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)

const sentence = ({ words }: Told, name: string, values: Record<string, string> = {}) => {
  const said = words[name]
  return typeof said === 'string' ? filled(said, values) : ''
}

interface Asked {
  rule: RuleId
  from: string
  zone: (typeof zones)[number]
}

/** What the count says, in words. */
function tell({ rule, from, zone }: Asked, told: Told): Result {
  const { words, locale, rules } = told
  const day = (one: string) => formatDay(locale, one)
  const due = dueDay({ rule, from, zone })
  const whose = timeRules[rule]?.whose ?? 'you'
  const extended = rule === 'D-GDPR' ? extendedReply(from) : null
  const after = [
    due && whose === 'them' ? sentence(told, 'after', { day: day(plusDays(due.day, 1)) }) : '',
    extended ? sentence(told, 'extended', { day: day(extended) }) : '',
    due ? '' : sentence(told, 'noneText'),
  ]
  return {
    title: sentence(told, due ? (whose === 'them' ? 'them' : 'title') : 'none'),
    day: due?.day ?? null,
    dayInWords: due ? withWeekday(locale, due.day) : '',
    after: after.filter(Boolean).join(' '),
    isPast: due !== null && whose === 'you' && due.day < parisDay(new Date()),
    steps: due
      ? tellSteps(due, whose, {
          say: (telling, values) => filled(words.steps[telling] ?? '', values),
          off: (why) => words.off[why] ?? '',
          day,
        })
      : [],
    next: whatFollows(rule, due?.day ?? null, zone).map((next) => {
      const name = words.names[next.rule] ?? next.rule
      return next.due ? sentence(told, 'thenDue', { name, day: day(next.due) }) : sentence(told, 'thenLater', { name })
    }),
    silence: rules[rule]?.silence ?? '',
    letters: rules[rule]?.letters ?? [],
  }
}

function askedIn(form: HTMLFormElement): { rule: string; from: string; zone: Asked['zone'] } {
  const typed = new FormData(form)
  const text = (name: string) => {
    const value = typed.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { rule: text('rule'), from: text('from'), zone: zones.find((one) => one === text('zone')) ?? 'mainland' }
}

/** What is wrong stands at its field; only a whole question is counted. */
function wholeIn(form: HTMLFormElement, told: Told): Asked | null {
  const { rule, from, zone } = askedIn(form)
  const isEndless = isRule(rule) && timeRules[rule] === null
  const wrongDay = markField(form, 'from', isDay(from) || isEndless ? null : sentence(told, 'errorDay'))
  const wrongRule = markField(form, 'rule', isRule(rule) ? null : sentence(told, 'errorRule'))
  ;(wrongRule ?? wrongDay)?.focus()
  return isRule(rule) && !wrongDay ? { rule, from, zone } : null
}

/** Given to the person as a file, made here: no address holds it. */
function handOver(name: string, content: string): void {
  const link = document.createElement('a')
  const url = URL.createObjectURL(new Blob([content], { type: 'text/calendar' }))
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

function offer(form: HTMLFormElement): void {
  const { locale, words = '{}', rules = '{}' } = form.dataset
  const told: Told = { locale: locale === 'en' ? 'en' : 'fr', words: JSON.parse(words), rules: JSON.parse(rules) }
  const shown = resultOf(form)
  let counted: Asked | null = null
  const count = (asked: Asked | null) => {
    counted = asked
    shown.show(asked ? tell(asked, told) : null)
  }
  const settle = () => {
    const { rule } = askedIn(form)
    const isEndless = isRule(rule) && timeRules[rule] === null
    form.querySelector('[name="from"]')?.closest('.field')?.toggleAttribute('hidden', isEndless)
    const start = form.querySelector('[data-calculator-start]')
    if (start) start.textContent = asTitle(told.rules[rule]?.start || sentence(told, 'day'))
    form.querySelector('[data-calculator-zone]')?.toggleAttribute('hidden', !isRule(rule) || !timeRules[rule]?.distant)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    count(wholeIn(form, told))
  })
  form.addEventListener('change', () => {
    settle()
    if (counted) count(wholeIn(form, told))
  })
  form.addEventListener('reset', () =>
    setTimeout(() => {
      for (const name of ['rule', 'from']) markField(form, name, null)
      settle()
      count(null)
    }),
  )
  shown.calendar?.addEventListener('click', () => {
    const day = counted && dueDay(counted)?.day
    if (!counted || !day) return
    const id = `calculator.${counted.rule.toLowerCase()}.${day}`
    const title = `${sentence(told, 'title')} – ${told.words.names[counted.rule] ?? ''}`
    const note = sentence(told, 'calendarNote')
    handOver(
      `${counted.rule.toLowerCase()}-${day}.ics`,
      asCalendar([{ day, title, note, id, remind: [7, 2] }], new Date().toISOString()),
    )
  })
  settle()
  form.hidden = false
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-calculator]')) offer(form)
