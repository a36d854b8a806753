import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

type ShareLinksProps = { title: ReactNode; url: string; text: string; id?: string }

/** Plain links and an address to copy: no button of anyone else's, nothing counted. */
export function ShareLinks({ title, url, text, id = 'share' }: ShareLinksProps) {
  const t = useT()
  const message = encodeURIComponent(`${text} ${url}`)
  return (
    <div className="share" id={id}>
      <h2>{title}</h2>
      <div className="field">
        <label htmlFor={`${id}-url`}>{t('ui.share.address')}</label>
        <div className="share-row">
          <input id={`${id}-url`} type="url" readOnly value={url} />
          <button className="button button-quiet" type="button" data-copy={`#${id}-url`} hidden>
            {t('ui.share.copy')}
          </button>
        </div>
      </div>
      <p className="share-ways">
        <a className="button button-quiet" href={`mailto:?subject=${encodeURIComponent(text)}&body=${message}`}>
          {t('ui.share.email')}
        </a>
        <a className="button button-quiet" href={`sms:?&body=${message}`}>
          {t('ui.share.sms')}
        </a>
      </p>
    </div>
  )
}
