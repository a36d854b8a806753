import { formatPeriod } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { BesideValue } from '../beside.ts'
import { attempts, consequences, knownSystem } from '../schema.ts'
import { departmentName } from './voice-card.tsx'

/** One of the values that stand beside a text, in words; a code that no list knows as it is. */
export function useBesideWords() {
  const t = useT()
  const locale = useLocale()
  return ({ field, value }: BesideValue): string => {
    if (field === 'system') return t(`testimonies.systems.${knownSystem(value)}`)
    if (field === 'department') return departmentName(value)
    if (field === 'period') return formatPeriod(locale, value)
    if (field === 'consequence') {
      const code = consequences.find((one) => one === value)
      return code ? t(`testimonies.consequences.${code}`) : value
    }
    const code = attempts.find((one) => one === value)
    return t('testimonies.beside.tried', { what: code ? t(`testimonies.attempts.${code}`) : value })
  }
}

/** What somebody asks to leave out, as `itemOf` names it, in words; what names nothing as it is. */
export function useItemWords() {
  const t = useT()
  const words = useBesideWords()
  return (item: string): string => {
    const [name = '', value] = item.split(':')
    if (name === 'system' || name === 'department' || name === 'period') return t(`testimonies.beside.${name}`)
    return value !== undefined && (name === 'consequence' || name === 'attempt') ? words({ field: name, value }) : item
  }
}
