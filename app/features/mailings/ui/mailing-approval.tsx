import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Approval } from '../draft-desk.server.ts'
import { Said, type Answer } from './said.tsx'

const listed = (locale: Locale, people: readonly string[]) =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(people)

interface PartProps {
  approval: Approval
  refused?: FormState
}

/** A yes that fell, for whoever saw it given. */
function Fell({ fell }: Pick<Approval, 'fell'>) {
  const t = useT()
  const locale = useLocale()
  if (!fell) return null
  const at = formatInstant(locale, new Date(fell.at))
  return (
    <Notice kind="warn">
      <p>
        {fell.of === null
          ? t('mailings.draft.fellAsked', { at })
          : t('mailings.draft.fellGiven', { at, email: fell.of })}
      </p>
    </Notice>
  )
}

/** Read, then pressed: with the version that was read. */
function ReadBoth({ approval, refused, intent }: PartProps & { intent: 'approve' | 'take-over' }) {
  const t = useT()
  const error = refused?.errors.readBoth
  return (
    <>
      <input type="hidden" name="read" value={approval.read} />
      <Check name="readBoth" label={t('mailings.approval.readBoth')} required error={error && t(error)} />
      <Actions>
        <Button name="intent" value={intent} formAction="#approval" kind={intent === 'approve' ? 'primary' : 'quiet'}>
          {t(intent === 'approve' ? 'mailings.approval.approve' : 'mailings.draft.takeOver')}
        </Button>
      </Actions>
    </>
  )
}

/** Everybody had a part in it: who can do something about that, and what. */
function Nobody({ approval, refused }: PartProps) {
  const t = useT()
  const locale = useLocale()
  const { mayTakeOver, othersTakeOver } = approval
  const people = listed(locale, othersTakeOver)
  const alone = !mayTakeOver && othersTakeOver.length === 0
  return (
    <>
      <Notice kind="warn" title={t('mailings.draft.nobody')}>
        <p>
          {alone
            ? t('mailings.draft.nobodyAlone')
            : mayTakeOver
              ? t('mailings.draft.nobodyYou')
              : t('mailings.draft.nobodyOther', { people })}
        </p>
      </Notice>
      {mayTakeOver && <ReadBoth approval={approval} refused={refused} intent="take-over" />}
    </>
  )
}

function NotYet({ approval, refused, said }: PartProps & Pick<Answer, 'said'>) {
  const t = useT()
  const locale = useLocale()
  const { isOwn, isAsked, others } = approval
  if (!isOwn)
    return (
      <>
        <p>{t(isAsked ? 'mailings.approval.askedOfYou' : 'mailings.approval.notAsked')}</p>
        <ReadBoth approval={approval} refused={refused} intent="approve" />
      </>
    )
  if (others.length === 0) return <Nobody approval={approval} refused={refused} />
  return (
    <>
      {isAsked && said?.outcome !== 'done' && <p>{t('mailings.approval.waiting')}</p>}
      <p>{t('mailings.draft.mayAgree', { people: listed(locale, others) })}</p>
      {!isAsked && (
        <Actions>
          <Button name="intent" value="ask" kind="quiet" formAction="#approval">
            {t('mailings.approval.ask')}
          </Button>
        </Actions>
      )}
    </>
  )
}

/** A large mailing takes somebody else's yes: asked for by one person, given by another. A part of the form of a draft. */
export function MailingApproval({ approval, refused, said }: PartProps & Pick<Answer, 'said'>) {
  const t = useT()
  const locale = useLocale()
  const { needed, above, together, isAsked, approvedBy } = approval
  if (!needed && approvedBy === null && !isAsked) return null
  return (
    <Section
      id="approval"
      title={t('mailings.approval.title')}
      intro={t(together ? 'mailings.approval.together' : 'mailings.approval.intro', {
        count: above,
        number: formatNumber(locale, above),
      })}
    >
      <Said said={said} />
      {approvedBy !== null ? (
        <Notice kind="success">
          <p>{t('mailings.approval.given', { email: approvedBy })}</p>
        </Notice>
      ) : (
        <>
          <Fell fell={approval.fell} />
          <NotYet approval={approval} refused={refused} said={said} />
        </>
      )}
    </Section>
  )
}
