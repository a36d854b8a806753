import type { LetterContent, LetterDeadline, LetterField } from '#app/features/remedies/schema.ts'
import type { SheetSeed } from '#app/features/sheets/schema.ts'
import { crpaReadOn, readOn, seenOn } from './read-on.ts'

export type LetterSeed = SheetSeed<LetterContent>

interface More {
  hint?: readonly [fr: string, en: string]
  choices?: readonly [fr: string, en: string]
  optional?: true
}

/** One thing to type: its name in the letter, its kind, what it is called in both languages. */
export const field = (
  name: string,
  as: LetterField['as'],
  [[labelFr, labelEn], more = {}]: readonly [label: readonly [fr: string, en: string], more?: More],
): LetterField => ({
  name,
  as,
  labelFr,
  labelEn,
  hintFr: more.hint?.[0] ?? '',
  hintEn: more.hint?.[1] ?? '',
  choicesFr: more.choices?.[0] ?? '',
  choicesEn: more.choices?.[1] ?? '',
  optional: more.optional ?? false,
})

/** Who writes, first in every letter. */
export const who: readonly LetterField[] = [
  field('firstNames', 'line', [['Prénoms', 'First names']]),
  field('lastName', 'line', [['Nom', 'Surname']]),
  field('address', 'text', [['Votre adresse postale', 'Your postal address']]),
  field('email', 'email', [['Votre adresse électronique', 'Your e-mail address'], { optional: true }]),
]

/** The identifier is a help to find the file, and the last thing to give. */
export const ftId = field('ftId', 'line', [
  ['Identifiant France Travail', 'France Travail identifier'],
  {
    optional: true,
    hint: [
      'Seulement s’il faut aider à retrouver votre dossier. N’écrivez jamais votre numéro de sécurité sociale.',
      'Only if it helps to find your file. Never write your social-security number.',
    ],
  },
])

/** Addresses are copied by the person from the right page: none is stated that was not verified. */
export const recipient = field('recipientAddress', 'text', [
  ['Adresse postale du service', 'Postal address of the service'],
  {
    optional: true,
    hint: [
      'À recopier de votre courrier ou du site officiel. Laissez vide si vous envoyez la lettre en ligne.',
      'Copy it from your letter or the official site. Leave empty if you send this online.',
    ],
  },
])

/** Where and when, last in every letter. */
export const signing: readonly LetterField[] = [
  field('place', 'line', [['Fait à', 'Written at (town)']]),
  field('date', 'day', [['Date de la lettre', 'Date of the letter']]),
]

/** These rest above all on texts that were seen quoted on public pages, looked at until that day. */
const seenQuoted = ['L09', 'L12', 'L13', 'L15', 'L16', 'L18']

/** The day for which a letter can answer: of the two codes it may rest on, that of the older copy. */
const verifiedOn = ({ code, law }: Pick<LetterContent, 'code' | 'law'>) => {
  if (seenQuoted.includes(code)) return seenOn
  return law.some((text) => text.startsWith('crpa-')) ? crpaReadOn : readOn
}

/** Most deadlines are for whoever writes; `when` names the choice of the others. */
type Written = Omit<LetterContent, 'deadlines'> & {
  deadlines: (Omit<LetterDeadline, 'when'> & Partial<Pick<LetterDeadline, 'when'>>)[]
}

/** A letter as the campaign begins with it. */
export const letter = (content: Written): LetterSeed => ({
  slug: content.code.toLowerCase(),
  verifiedOn: verifiedOn(content),
  checkBy: '2027-06-30',
  content: { ...content, deadlines: content.deadlines.map((deadline) => ({ when: '', ...deadline })) },
})

/** The day a decision or a notice arrived: what time runs from. It is often later than the date it bears. */
export const received = field('receivedOn', 'day', [
  ['Jour où vous avez reçu ce courrier', 'Day on which you received it'],
  {
    hint: [
      'Dans l’espace personnel : le jour de sa mise à disposition. Il sert aux délais.',
      'Online: the day it appeared in your account. It is used for the time limits.',
    ],
  },
])

const dayOfReceipt = {
  fr: `Si vous ne connaissez pas le jour de réception, comptez quelques jours de plus.`,
  en: `If you do not know the day of receipt, allow a few days more.`,
}

/** Both run from receipt, which the person seldom knows: they are counted from the day of the letter, and say so. */
export const replyDue = {
  rule: 'D-GDPR',
  from: 'sent',
  fr: `Réponse attendue un mois après la réception de la demande. ${dayOfReceipt.fr}`,
  en: `Reply due one month after the request was received. ${dayOfReceipt.en}`,
}
export const silenceRefuses = {
  rule: 'D-CADA1',
  from: 'sent',
  fr: `Un mois de silence après la réception vaut refus. ${dayOfReceipt.fr}`,
  en: `One month of silence after receipt means refusal. ${dayOfReceipt.en}`,
}
