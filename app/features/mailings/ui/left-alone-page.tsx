import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { ImportCount } from '../commands/import-suppressions.server.ts'
import type { LeftAlone } from '../queries/suppressions.server.ts'
import { leavingReasons } from '../rules/preferences.ts'
import { keptReasons } from '../rules/suppression-list.ts'

const returnedKinds = ['hard', 'soft', 'complaint', 'auto-reply', 'none', 'unknown', 'forged'] as const

/** How many are left alone and why; nobody's address is here, nor anywhere. */
export function LeftAloneFigures({ reasons, returned, leaving }: LeftAlone) {
  const t = useT()
  return (
    <>
      <Section id="mailboxes" title={t('mailings.leftAlone.mailboxes')} intro={t('mailings.leftAlone.mailboxesIntro')}>
        <Counts
          items={keptReasons.map((reason) => ({
            label: t(`mailings.leftAlone.reasons.${reason}`),
            value: reasons[reason] ?? 0,
          }))}
        />
      </Section>
      <Section id="returned" title={t('mailings.leftAlone.returned')} intro={t('mailings.leftAlone.returnedIntro')}>
        <Counts
          items={returnedKinds.map((kind) => ({
            label: t(`mailings.leftAlone.kinds.${kind}`),
            value: returned[kind] ?? 0,
          }))}
        />
      </Section>
      <Section id="leaving" title={t('mailings.leftAlone.leaving')} intro={t('mailings.leftAlone.leavingIntro')}>
        <Counts
          items={[
            ...leavingReasons.map((reason) => ({
              label: t(`mailings.preferences.reasons.${reason}`),
              value: leaving[reason] ?? 0,
            })),
            { label: t('mailings.renewal.setting.outcomes.ended'), value: leaving['no-answer'] ?? 0 },
          ]}
        />
      </Section>
    </>
  )
}

/** Rows of zeros say less than a sentence. */
function Counts({ items }: { items: readonly { label: string; value: number }[] }) {
  const t = useT()
  const locale = useLocale()
  if (items.every(({ value }) => value === 0)) return <p>{t('mailings.leftAlone.none')}</p>
  return <Stats items={items.map(({ label, value }) => ({ label, value: formatNumber(locale, value) }))} />
}

interface ImportPartProps {
  typed: FormState
  /** What the last step found: counted, or done. */
  said: { intent: 'count' | 'import'; count: ImportCount; list: string } | null
}

/** A list in two steps: first how many it would be, then the deed. */
export function ImportPart({ typed, said }: ImportPartProps) {
  const t = useT()
  const answers = useAnswers(typed, { list: said?.intent === 'count' ? said.list : '' })
  return (
    <Section id="import" title={t('mailings.leftAlone.import')} intro={t('mailings.leftAlone.importIntro')}>
      {said && <Said {...said} />}
      <ErrorSummary errors={useErrorList(typed, ['list'])} />
      <form method="post" action="/admin/settings/left-alone" noValidate key={said?.intent}>
        <TextArea
          {...answers('list')}
          label={t('mailings.leftAlone.list')}
          hint={t('mailings.leftAlone.listHint')}
          rows={8}
          spellCheck={false}
          required
        />
        <Actions>
          <Button name="intent" value="count" kind={said?.intent === 'count' ? 'quiet' : undefined}>
            {t('mailings.leftAlone.count')}
          </Button>
          {said?.intent === 'count' && (
            <Button name="intent" value="import">
              {t('mailings.leftAlone.do')}
            </Button>
          )}
        </Actions>
      </form>
    </Section>
  )
}

function Said({ intent, count: { fresh, known, wrong } }: NonNullable<ImportPartProps['said']>) {
  const t = useT()
  const locale = useLocale()
  const values = { count: fresh, number: formatNumber(locale, fresh), known: formatNumber(locale, known) }
  return (
    <Notice
      kind={wrong.length > 0 ? 'warn' : intent === 'import' ? 'success' : 'info'}
      role="status"
      title={t(intent === 'count' ? 'mailings.leftAlone.counted' : 'mailings.leftAlone.done', values)}
    >
      <p>{t('mailings.leftAlone.known', values)}</p>
      {wrong.length > 0 && <p>{t('mailings.leftAlone.wrong', { lines: wrong.join(', ') })}</p>}
    </Notice>
  )
}
