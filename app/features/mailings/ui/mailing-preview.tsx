import type { ReactNode } from 'react'
import type { Locale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { PanePair } from '#app/ui/pane-pair.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Preview } from '../preview.server.ts'
import { sampleReaders } from '../rules/sample-readers.ts'
import styles from './editor.module.css'

const order = ['fr', 'en'] as const

function Panes({ preview }: { preview: Record<Locale, Preview> }) {
  const t = useT()
  const pane = (locale: Locale) => ({
    title: t(`mailings.languages.${locale}`),
    detail: t('mailings.preview.subject', { subject: preview[locale].subject }),
    children: (
      <>
        <div className={styles.letter}>
          <Prose lang={locale} html={preview[locale].siteHtml} />
        </div>
        <details>
          <summary>{t('mailings.preview.text')}</summary>
          <pre lang={locale}>{preview[locale].text}</pre>
        </details>
      </>
    ),
  })
  const [left, right] = order
  return (
    <div className={styles.pair}>
      <PanePair left={pane(left)} right={pane(right)} />
    </div>
  )
}

/** Both languages as they were sent. */
export function SentLetter({ preview, sent }: { preview: Record<Locale, Preview>; sent: boolean }) {
  const t = useT()
  return (
    <Section id="preview" title={t(sent ? 'mailings.preview.sentTitle' : 'mailings.preview.title')}>
      <Panes preview={preview} />
    </Section>
  )
}

interface LivePreviewProps {
  preview: Record<Locale, Preview> | undefined
  reader?: string
  /** Of the text that is on the screen, not of what is kept. */
  note?: ReactNode
  /** What is kept, in frames. */
  children?: ReactNode
}

/** Both languages as a reader will see them, while they are written. */
export function LivePreview({ preview, reader = 'usual', note, children }: LivePreviewProps) {
  const t = useT()
  return (
    <Section id="preview" title={t('mailings.preview.liveTitle')} intro={note}>
      <div className={styles.reader}>
        <SelectField
          name="reader"
          label={t('mailings.preview.reader')}
          required
          defaultValue={reader}
          choices={sampleReaders.map((value) => ({ value, label: t(`mailings.preview.readers.${value}`) }))}
        />
        <Button name="intent" value="preview" kind="quiet" formAction="#preview">
          {t('mailings.preview.look')}
        </Button>
      </div>
      {preview && <Panes preview={preview} />}
      {children}
    </Section>
  )
}
