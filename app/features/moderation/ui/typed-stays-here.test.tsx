import { renderToStaticMarkup } from 'react-dom/server'
import type { FormHTMLAttributes, ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import type { Inbox, Proposal } from '#app/features/testimonies/inbox.ts'
import { AmendForm } from '#app/features/testimonies/ui/inbox/amend-form.tsx'
import { Refusing } from '#app/features/testimonies/ui/inbox/saying-no.tsx'
import { Thread } from '#app/features/testimonies/ui/inbox/thread.tsx'
import { StorySteps } from '#app/features/testimonies/ui/testify-steps.tsx'
import { LocaleProvider } from '#app/i18n/use-t.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { workingText } from '../redaction/working-text.ts'
import type { ReadableTestimony } from '../workbench.ts'
import { Asking, Holding } from './asking.tsx'
import { Closing } from './closing.tsx'
import { useRedaction } from './redaction/use-redaction.ts'
import { WorkingForm } from './redaction/working-form.tsx'

// Outside of its router the form of the router is a form.
// What the build makes of the scripts is not there, and not asked for.
vi.mock('virtual:enhance/guard', () => ({ default: '' }))
vi.mock('@remix-run/react', () => ({ Form: (props: FormHTMLAttributes<HTMLFormElement>) => <form {...props} /> }))

/** The names of the fields of free words, and of those of them that a browser may send to somebody to be checked. */
function wordsIn(page: ReactNode) {
  const html = renderToStaticMarkup(<LocaleProvider locale="fr">{page}</LocaleProvider>)
  const fields = html.match(/<textarea[^>]*>|<input[^>]*type="text"[^>]*>/g) ?? []
  const name = (field: string) => /name="([^"]*)"/.exec(field)?.[1]
  const isKept = (field: string) => / spellcheck="false"/i.test(field) && / autocorrect="off"/i.test(field)
  return { fields: fields.map(name), sent: fields.filter((field) => !isKept(field)).map(name) }
}

const text = { title: 'Un contrôle', text: 'On ne me croit pas.', contentWarning: null, quote: 'On ne me croit pas.' }
const beside = { system: null, period: null, department: null, consequences: [], attempts: [] }
const uses = ['publish', 'quote', 'press']

test('no word of a deposit is checked elsewhere', () => {
  const page = <StorySteps typed={emptyForm} latestMonth="2026-02" refusedFiles={[]} takesFiles />
  expect(wordsIn(page)).toEqual({ fields: ['title', 'story', 'contentWarning'], sent: [] })
})

test('no word between a witness and the team is checked elsewhere', () => {
  const proposal: Proposal = {
    version: 1,
    draft: text,
    beside,
    leftOut: [],
    approved: false,
    seconded: false,
    appears: null,
  }
  const inbox: Inbox = {
    state: 'proposed',
    receivedWeek: '2026-02-02',
    since: null,
    locale: 'fr',
    readable: true,
    original: null,
    proposal,
    published: null,
    uses: [],
    publicPath: null,
    messages: [],
    messagesLeft: 50,
    files: [],
  }
  const part = { inbox, typed: emptyForm, stopped: null, receipt: '', once: '' }
  const page = (
    <>
      <Thread {...part} />
      <AmendForm {...part} proposal={proposal} />
      <Refusing {...part} proposal={proposal} />
    </>
  )
  const fields = ['message', 'title', 'text', 'contentWarning', 'quote', 'note', 'why']
  expect(wordsIn(page)).toEqual({ fields, sent: [] })
})

const refused = { id: '', kind: 'refused', reason: null, note: null, draftVersion: 1, at: new Date(0), who: 'witness' }
const testimony: ReadableTestimony = {
  id: 'd1d1d1d1-0000-4000-8000-000000000000',
  campaignSlug: 'campagne',
  locale: 'fr',
  ...beside,
  system: 'other',
  uses,
  receivedWeek: new Date('2026-02-02'),
  state: 'submitted',
  original: { title: text.title, text: text.text, contentWarning: null },
  draft: text,
  beside,
  askedOut: [],
  rarity: { place: false, year: false, month: false },
  before: null,
  draftVersion: 1,
  secondedVersion: null,
  approvedVersion: null,
  claim: 'mine',
  minutesLeft: 30,
  proposedBy: 'nobody',
  publishedOn: null,
  urgent: false,
  unreadByTeam: false,
  heldUntil: null,
  mayTakeOver: false,
  history: [refused],
}

function Workbench() {
  const redaction = useRedaction(workingText(testimony.draft), 'fr')
  return (
    <>
      <WorkingForm testimony={testimony} redaction={redaction} proposes />
      <Asking testimony={testimony} />
      <Holding testimony={testimony} />
      <Closing testimony={testimony} kind="decline" />
    </>
  )
}

test('no word of a moderator is checked elsewhere', () => {
  const fields = ['title', 'text', 'contentWarning', 'quote', 'againWhy', 'question', 'holdNote', 'message', 'note']
  expect(wordsIn(<Workbench />)).toEqual({ fields, sent: [] })
})
