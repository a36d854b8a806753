import { useState } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import type { MessageKey, MessageValues } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { SheetField } from '../form.ts'
import type { SheetDesk } from '../queries/desk.server.ts'
import { isSheetKind } from '../schema.ts'
import { typedOf, type TypedSheet } from '../typed.ts'
import { SheetFields, type Problems } from './sheet-fields.tsx'
import { PublishSheet, RetireSheet, SheetHistory, VerifySheet } from './sheet-steps.tsx'

/** What the page answers to a button. */
export interface SheetAnswer {
  kind: 'success' | 'warn'
  said?: { key: MessageKey; values?: MessageValues }
  /** Kept because it was not saved. */
  typed?: TypedSheet
  /** A refused publication or verification, with what was typed. */
  refused?: FormState & { step: 'publish' | 'verify' }
}

interface SheetPageProps {
  desk: SheetDesk
  fields: readonly SheetField[]
  /** What is missing in the draft, by the path of the field. */
  problems: Problems
  proposed: string
  path: string | null
  answer: SheetAnswer | undefined
}

/** Where one text is written, published, verified again. */
export function SheetPage({ desk, fields, problems, proposed, path, answer }: SheetPageProps) {
  const t = useT()
  // What is published is what was saved: a change that is only on the screen would stay there.
  const [typedUnder, setTypedUnder] = useState<unknown>('nothing typed')
  const unsaved = typedUnder === answer
  const refused = (step: 'publish' | 'verify') => (answer?.refused?.step === step ? answer.refused : undefined)
  const ready = Object.keys(problems).length === 0
  return (
    <>
      <Top {...{ desk, path }} />
      {answer?.said && (
        <Notice kind={answer.kind} role="status">
          <p>{t(answer.said.key, answer.said.values)}</p>
        </Notice>
      )}
      <Section id="write" title={t('sheets.desk.write')} intro={t('sheets.desk.writeIntro')}>
        <div onInput={() => setTypedUnder(answer)}>
          <SheetFields
            key={`${desk.revision}`}
            typed={answer?.typed ?? typedOf(desk.content, fields)}
            revision={desk.revision}
            refused={desk.drafted && !ready}
            drafted={desk.drafted}
            {...{ fields, problems }}
          />
        </div>
      </Section>
      {desk.drafted && (
        <fieldset className="plain" disabled={unsaved}>
          {desk.published && <Changed {...{ desk, fields }} />}
          {ready && <PublishSheet {...{ desk, proposed }} refused={refused('publish')} />}
        </fieldset>
      )}
      {!desk.drafted && desk.version > 0 && (
        <>
          <VerifySheet {...{ desk, proposed }} refused={refused('verify')} />
          <RetireSheet desk={desk} />
        </>
      )}
      <SheetHistory history={desk.history} />
    </>
  )
}

function Top({ desk, path }: Pick<SheetPageProps, 'desk' | 'path'>) {
  const t = useT()
  const locale = useLocale()
  const { campaign, kind, version, title } = desk
  const values = {
    kind: isSheetKind(kind) ? t(`sheets.kinds.${kind}`) : kind,
    version,
    verified: formatDay(locale, desk.verifiedOn),
    checkBy: formatDay(locale, desk.checkBy),
  }
  return (
    <Toolbar
      title={title[locale]}
      detail={
        <>
          {version === 0 ? t('sheets.desk.never', values) : t('sheets.desk.detail', values)}{' '}
          <a href={`/admin/sheets?campaign=${campaign.slug}#${kind}`}>{t('sheets.back')}</a>
          {path && version > 0 && (
            <>
              {' · '}
              <a href={`/${locale}/${campaign.slug}/${path}`}>{t('sheets.onSite')}</a>
            </>
          )}
        </>
      }
    />
  )
}

/** Field by field, what is published beside what would be. */
function Changed({ desk, fields }: Pick<SheetPageProps, 'desk' | 'fields'>) {
  const t = useT()
  const before = typedOf(desk.published ?? {}, fields)
  const after = typedOf(desk.content, fields)
  const changed = fields.filter(({ name }) => before[name] !== after[name])
  return (
    <Section id="changes" title={t('sheets.desk.changes')}>
      {changed.length === 0 && <p>{t('sheets.desk.nothing')}</p>}
      {changed.map(({ name, label }) => (
        <section key={name}>
          <h3>{t(label)}</h3>
          <Columns>
            <Words label={t('sheets.desk.before')} text={before[name] ?? ''} />
            <Words label={t('sheets.desk.after')} text={after[name] ?? ''} />
          </Columns>
        </section>
      ))}
    </Section>
  )
}

const Words = ({ label, text }: { label: string; text: string }) => (
  <div>
    <p className="small">{label}</p>
    {text.split('\n').map((line, place) => (
      <p key={place}>{line}</p>
    ))}
  </div>
)
