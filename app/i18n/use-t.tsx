import { createContext, useContext, type ReactNode } from 'react'
import type { Locale } from './locale.ts'
import { translator, type T } from './t.ts'

const LocaleContext = createContext<Locale>('fr')

export const LocaleProvider = ({ locale, children }: { locale: Locale; children: ReactNode }) => (
  <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
)

export const useLocale = (): Locale => useContext(LocaleContext)

/** The translator of the page's language. */
export const useT = (): T => translator(useLocale())
