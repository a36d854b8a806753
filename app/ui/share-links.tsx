import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import styles from './share-links.module.css'

/** What is shared, in the words in which it leaves: whoever sends it sees them first. */
export interface Shared {
  url: string
  /** One or two sentences; the address comes after them. */
  text: string
  mail: { subject: string; body: string }
}

type ShareLinksProps = {
  title: ReactNode
  shared: Shared
  /** Our own page, which leads to any Mastodon server. */
  mastodonAction: string
  mastodon?: { typed?: string; error?: string }
  id?: string
}

/** Plain links and a message to copy: no button of anyone else's, nothing loaded from anywhere, nothing counted. */
export function ShareLinks({ title, shared, mastodonAction, mastodon = {}, id = 'share' }: ShareLinksProps) {
  const t = useT()
  const { url, text } = shared
  const message = `${text} ${url}`
  return (
    <section className={styles.share} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div className="field">
        <label htmlFor={`${id}-message`}>{t('ui.share.message')}</label>
        <textarea id={`${id}-message`} readOnly rows={5} value={message} />
      </div>
      <p className={styles.ways}>
        <Button type="button" kind="quiet" data-copy={`#${id}-message`} data-copied={t('ui.share.copied')} hidden>
          {t('ui.share.copyMessage')}
        </Button>
        <Button type="button" kind="quiet" data-share-url={url} data-share-text={text} hidden>
          {t('ui.share.native')}
        </Button>
        <Ways {...shared} message={message} />
      </p>
      <div className="field">
        <label htmlFor={`${id}-url`}>{t('ui.share.address')}</label>
        <div className={styles.row}>
          <input id={`${id}-url`} type="url" readOnly value={url} />
          <Button type="button" kind="quiet" data-copy={`#${id}-url`} data-copied={t('ui.share.copied')} hidden>
            {t('ui.share.copy')}
          </Button>
        </div>
      </div>
      <form method="post" action={mastodonAction} data-mastodon={message} noValidate>
        <TextField
          name="server"
          id={`${id}-server`}
          label={t('ui.share.server')}
          hint={t('ui.share.serverHint')}
          required
          maxLength={300}
          spellCheck={false}
          defaultValue={mastodon.typed}
          error={mastodon.error}
          after={
            <div className={styles.row}>
              <Button kind="quiet">{t('ui.share.mastodon')}</Button>
            </div>
          }
        />
      </form>
      <p className="small">{t('ui.share.promise')}</p>
    </section>
  )
}

function Ways({ message, mail }: Shared & { message: string }) {
  const t = useT()
  const written = encodeURIComponent(message)
  const query = `subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(mail.body)}`
  return (
    <>
      <a className="button button-quiet" href={`mailto:?${query}`}>
        {t('ui.share.email')}
      </a>
      <a className="button button-quiet" href={`sms:?&body=${written}`}>
        {t('ui.share.sms')}
      </a>
      <a className="button button-quiet" href={`https://wa.me/?text=${written}`} rel="noreferrer">
        {t('ui.share.whatsapp')}
      </a>
    </>
  )
}
