import { useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'

interface BesideClaimProps {
  sheetId: number
  /** Updates that cited it before its correction and have no erratum; `null`: it was not corrected, or this is not for them. */
  withoutErratum: number | null
}

/** Under the desk of a claim: whom to tell that it was wrong, the copy of its source, who asked to answer it. */
export function BesideClaim({ sheetId, withoutErratum }: BesideClaimProps) {
  const t = useT()
  const errata = (
    <a href={`/admin/sheets/${sheetId}/errata`}>
      {withoutErratum ? t('claims.beside.errata', { count: withoutErratum }) : t('claims.beside.errataNone')}
    </a>
  )
  return (
    <Section id="beside" title={t('claims.beside.title')}>
      {withoutErratum !== null && withoutErratum > 0 && (
        <Notice kind="warn">
          <p>{errata}</p>
        </Notice>
      )}
      <ul>
        <li>
          <a href={`/admin/sheets/${sheetId}/copy`}>{t('claims.beside.copy')}</a>
        </li>
        {withoutErratum === 0 && <li>{errata}</li>}
        <li>
          <a href="/admin/sheets/replies">{t('claims.beside.replies')}</a>
        </li>
      </ul>
    </Section>
  )
}
