import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Page } from '#app/ui/page.tsx'
import { ownFields, wordsAmong, type GivenBack } from '../given-back.ts'
import styles from './staff.module.css'

/**
 * What somebody typed, kept in this page alone until they are in again, and then sent as it was. A plain form: the browser
 * follows the answer with the same fields, with a script or without one.
 */
export function SendAgain({ form }: { form: GivenBack }) {
  const t = useT()
  const { why, to, fields } = form
  const words = wordsAmong(fields)
  return (
    <Page
      title={t(why === 'closed' ? 'staff.again.closedTitle' : 'staff.again.title')}
      lead={t(why === 'closed' ? 'staff.again.closedLead' : 'staff.again.lead')}
    >
      <form method="post" action="/admin/again" className={styles.stack} noValidate autoComplete="off">
        {fields.map(([name, value], place) => (
          <input key={`${place} ${name}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name={ownFields.to} value={to} />
        <TextField
          name={ownFields.link}
          id="again-link"
          label={t('staff.again.paste')}
          hint={t('staff.again.pasteHint')}
          error={why === 'link' || why === 'out' ? t(`staff.again.${why}`) : undefined}
          spellCheck={false}
        />
        <Actions>
          <Button wide>{t('staff.again.send')}</Button>
        </Actions>
        <p className="small">{t('staff.again.stay')}</p>
        {words.length > 0 && (
          <details>
            <summary>{t('staff.again.typed')}</summary>
            {words.map((value, place) => (
              <blockquote key={place} className={styles.typed}>
                {value}
              </blockquote>
            ))}
          </details>
        )}
      </form>
    </Page>
  )
}
