import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, emptyForm, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'

interface NewsLinkPageProps {
  /** `cut`: somebody followed a link that we do not know; `sent`: the form was sent. */
  why: 'asked' | 'cut' | 'sent'
  typed?: FormState
}

/** The way out for whoever holds no link that works: a new one by mail. What it says is the same for every address. */
export function NewsLinkPage({ why, typed = emptyForm }: NewsLinkPageProps) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(typed)
  const isCut = why === 'cut'
  return (
    <Page
      title={t(isCut ? 'mailings.newsLink.cutTitle' : 'mailings.newsLink.title')}
      lead={<p>{t(isCut ? 'mailings.newsLink.cut' : 'mailings.newsLink.lead')}</p>}
    >
      {why === 'sent' && (
        <Notice title={t('mailings.newsLink.sentTitle')} role="status">
          <p>{t('mailings.newsLink.sent')}</p>
        </Notice>
      )}
      <Card title={isCut ? t('mailings.newsLink.title') : undefined}>
        {isCut && (
          <Prose>
            <p>{t('mailings.newsLink.tryFirst')}</p>
          </Prose>
        )}
        <form method="post" action={`/${locale}/unsubscribe`} noValidate>
          <ErrorSummary errors={useErrorList(typed)} />
          <TextField
            {...answers('email')}
            type="email"
            label={t('mailings.newsLink.email')}
            hint={t('mailings.newsLink.emailHint')}
            autoComplete="email"
            required
          />
          <Button wide>{t('mailings.newsLink.button')}</Button>
          <SmallPrint>{t('mailings.newsLink.sameForAll')}</SmallPrint>
        </form>
      </Card>
    </Page>
  )
}
