import { createInstance, type TFunction } from 'i18next'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Locale } from './locale.ts'

type PluralSuffix = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other'
type WithoutPlural<K extends string> = K extends `${infer Stem}${PluralSuffix}` ? Stem : K
type Paths<T> = T extends string
  ? never
  : { [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Paths<T[K]>}` }[keyof T & string]

/** Every key a person's text can have: `room.part.sentence`. A key that does not exist does not compile. */
export type MessageKey = Paths<typeof fr>
export type MessageValues = Record<string, string | number>
/** Text for people, in one language. Plurals follow `count`. */
export type T = (key: MessageKey, values?: MessageValues) => string

interface Words {
  [key: string]: string | Words
}

/** French has a plural of its own for whole millions; where a text has no such form the usual one is said, and never the key. */
function withMillions(words: Words): Words {
  const millions = Object.entries(words).filter(([key]) => key.endsWith('_other'))
  const usual = Object.fromEntries(millions.map(([key, text]) => [key.replace(/other$/, 'many'), text]))
  const deeper = Object.entries(words).map(([key, text]) => [key, typeof text === 'string' ? text : withMillions(text)])
  return { ...usual, ...Object.fromEntries(deeper) }
}

const i18n = createInstance()
void i18n.init({
  resources: { fr: { translation: withMillions(fr) }, en: { translation: en } },
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false }, // React and the mail templates escape
  returnNull: false,
  showSupportNotice: false,
})

const speakers: Record<Locale, T> = { fr: speak(i18n.getFixedT('fr')), en: speak(i18n.getFixedT('en')) }

function speak(t: TFunction): T {
  return (key, values) => t(key, values ?? {})
}

/** Whether a text is a key: for what comes from outside the type system, as a schema's messages do. */
export const isMessageKey = (text: string): text is MessageKey => i18n.exists(text, { lng: 'fr' })

/** The translator of one language. */
export const translator = (locale: Locale): T => speakers[locale]
