import type { Telling } from '#app/features/mailings/queries/followed-news.server.ts'
import { TellFollowers } from '#app/features/mailings/ui/tell-followers.tsx'
import { useT } from '#app/i18n/use-t.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import type { HandoverNews } from '../rules/news.ts'
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
  /** What there is to tell those who asked for news; `null`: nothing yet. */
  news?: { news: HandoverNews; about: string; telling: Telling } | null
  /** A form that came back. */
  answer?: FormState
}

/** One pack for the team: its standing, what goes in, what it will look like, what became of it. */
export function HandoverPage({ slug, addressee, today, desk, news, answer }: HandoverPageProps) {
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
      {news && <News {...news} refused={came('news-aside')} />}
    </>
  )
}

function News({ news, about, telling, refused }: NonNullable<HandoverPageProps['news']> & { refused?: FormState }) {
  const t = useT()
  return (
    <Section id="news" title={t(`clock.desk.news.${news}`)} intro={t('clock.desk.news.intro')}>
      <TellFollowers about={about} telling={telling} refused={refused} />
    </Section>
  )
}
