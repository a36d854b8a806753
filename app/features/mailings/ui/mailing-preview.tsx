import type { Locale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { PanePair } from '#app/ui/pane-pair.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Preview } from '../preview.server.ts'

const order = ['fr', 'en'] as const

/** Both languages as they will be read. */
export function MailingPreview({ preview, sent }: { preview: Record<Locale, Preview>; sent: boolean }) {
  const t = useT()
  const pane = (locale: Locale) => ({
    title: t(`mailings.languages.${locale}`),
    detail: t('mailings.preview.subject', { subject: preview[locale].subject }),
    children: (
      <>
        <h4>{t('mailings.preview.page')}</h4>
        <Prose lang={locale} html={preview[locale].siteHtml} />
        <details>
          <summary>{t('mailings.preview.text')}</summary>
          <pre lang={locale}>{preview[locale].text}</pre>
        </details>
      </>
    ),
  })
  const [left, right] = order
  return (
    <Section id="preview" title={t(sent ? 'mailings.preview.sentTitle' : 'mailings.preview.title')}>
      <PanePair left={pane(left)} right={pane(right)} />
    </Section>
  )
}
