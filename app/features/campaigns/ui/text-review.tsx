import { Form } from '@remix-run/react'
import type { Locale } from '#app/i18n/locale.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PanePair } from '#app/ui/pane-pair.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Changes, LaidOut, TextPreview } from '../text-desk.server.ts'
import { TextDiff } from './text-diff.tsx'
import { VoicedTitle } from './voiced-title.tsx'

/** What changes, language beside language. */
export function ChangesPair({ changes }: { changes: Changes }) {
  const t = useT()
  const pane = (locale: Locale) => ({
    title: t(`campaigns.desk.${locale}`),
    children: <TextDiff changes={changes[locale]} nothing={t('campaigns.preview.nothing')} level="h4" lang={locale} />,
  })
  return <PanePair left={pane('fr')} right={pane('en')} />
}

/** The draft as it will be read. */
export function TextPreviews({ preview }: { preview: LaidOut['preview'] }) {
  const t = useT()
  const pane = (locale: Locale) => ({
    title: t(`campaigns.desk.${locale}`),
    children: <OnePreview text={preview[locale]} locale={locale} />,
  })
  return (
    <Section id="preview" title={t('campaigns.preview.title')}>
      <PanePair left={pane('fr')} right={pane('en')} />
    </Section>
  )
}

function OnePreview({ text, locale }: { text: TextPreview; locale: Locale }) {
  const t = useT()
  return (
    <>
      <Prose lang={locale}>
        <p>{text.addressee}</p>
        <h2>
          <VoicedTitle title={text.title} />
        </h2>
        <p>
          <strong>{text.ask}</strong>
        </p>
        <ol>
          {text.demands.map((demand) => (
            <li key={demand}>{demand}</li>
          ))}
        </ol>
      </Prose>
      <Prose lang={locale} html={text.bodyHtml} />
      <details>
        <summary>{t('campaigns.parts.easy')}</summary>
        <Prose lang={locale} html={text.easyHtml} />
      </details>
      <details>
        <summary>{t('campaigns.parts.consent')}</summary>
        <Prose lang={locale}>
          {text.consent.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Prose>
      </details>
    </>
  )
}

interface PublishProps {
  /** The number the new version will have. */
  version: number
  revision: number
  ready: boolean
  refused: MessageKey | undefined
}

/** Publishes what was saved and read, not what is in the fields. */
export function PublishText({ version, revision, ready, refused }: PublishProps) {
  const t = useT()
  return (
    <Section id="publish" title={t('campaigns.publish.title')}>
      {ready ? (
        <Form method="post" noValidate>
          <ErrorSummary id="publish-errors" errors={refused ? [{ field: 'understood', message: t(refused) }] : []} />
          <input type="hidden" name="revision" value={revision} />
          <Check name="understood" label={t('campaigns.publish.understood')} required error={refused && t(refused)} />
          <Button name="intent" value="publish">
            {t('campaigns.publish.button', { version })}
          </Button>
        </Form>
      ) : (
        <Notice kind="warn">
          <p>{t('campaigns.publish.missing')}</p>
        </Notice>
      )}
      <details>
        <summary>{t('campaigns.desk.discard')}</summary>
        <p className="small">{t('campaigns.desk.discardWhy')}</p>
        <Form method="post">
          <input type="hidden" name="revision" value={revision} />
          <Button name="intent" value="discard" kind="quiet">
            {t('campaigns.desk.discardConfirm')}
          </Button>
        </Form>
      </details>
    </Section>
  )
}
