import type { FormState } from '#app/ui/form-answers.ts'
import { DraftForm, type Draft } from './draft-form.tsx'
import {
  BackToAll,
  HandoverAgreement,
  HandoverPreview,
  HandoverStanding,
  isAsked,
  SealedPack,
  type Desk,
} from './handover-desk.tsx'
import { AnswerForm, DeliveryForm, type Told } from './tell-forms.tsx'

interface HandoverPageProps {
  slug: string
  addressee: string
  today: string
  /** `null`: one to be prepared. */
  desk: (Desk & Draft & Omit<Told, 'state'>) | null
  /** A form that came back. */
  answer?: FormState
}

/** One pack for the team: its standing, what goes in, what it will look like, what became of it. */
export function HandoverPage({ slug, addressee, today, desk, answer }: HandoverPageProps) {
  const came = (intent: string) => (answer?.values['intent'] === intent ? answer : undefined)
  if (!desk)
    return (
      <>
        <BackToAll slug={slug} plannedOn={null} />
        <DraftForm draft={null} addressee={addressee} refused={came('save')} />
      </>
    )
  const { state } = desk
  const isOpen = state === 'draft' || state === 'proposed'
  const told = state === 'sealed' || state === 'delivered' ? { ...desk, state } : null
  // What was typed while somebody else went on stays in sight.
  const typed = came('save')
  return (
    <>
      <BackToAll slug={slug} plannedOn={desk.plannedOn} />
      <HandoverStanding desk={desk} />
      {isOpen && (
        <HandoverPreview home={`/admin/campaigns/${slug}/deliveries/${desk.id}`} withQuotes={desk.withQuotes} />
      )}
      {isAsked(desk) && <HandoverAgreement desk={desk} refused={came('agree')} />}
      {(state === 'draft' || typed) && <DraftForm draft={desk} addressee={addressee} refused={typed} />}
      {told && <SealedPack desk={desk} slug={slug} />}
      {told && <DeliveryForm told={told} today={today} refused={came('deliver')} />}
      {told?.state === 'delivered' && <AnswerForm told={told} today={today} refused={came('answer')} />}
    </>
  )
}
