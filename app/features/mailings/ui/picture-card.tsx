import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { pictureMark } from '#emails/picture-mark.ts'
import type { ListedPicture } from '../queries/pictures.server.ts'
import { longestDescription } from '../rules/pictures.ts'
import styles from './pictures.module.css'

interface CardProps {
  picture: ListedPicture
  campaign: number | null
  /** A form about this picture that came back. */
  refused: FormState | undefined
}

/** One picture: what it shows, how it is put into a text, and what may be done with it. */
export function PictureCard(props: CardProps) {
  const { picture } = props
  const { id, width, height, size, altFr, altEn, decorative } = picture
  const t = useT()
  const locale = useLocale()
  const facts = {
    width: formatNumber(locale, width),
    height: formatNumber(locale, height),
    size: formatNumber(locale, Math.ceil(size / 1000)),
  }
  return (
    <li className={styles.card}>
      <div className={styles.frame}>
        <img
          src={`/admin/mailings/pictures/${id}.jpg`}
          width={width}
          height={height}
          alt={locale === 'fr' ? altFr : altEn}
          loading="lazy"
        />
      </div>
      <p className={styles.facts}>{t('pictures.card.facts', facts)}</p>
      {decorative && <p className={styles.facts}>{t('pictures.card.decorative')}</p>}
      <dl className={styles.marks}>
        <dt>{t('pictures.card.inFrench')}</dt>
        <dd lang="fr">
          <code>{pictureMark(id, decorative ? '' : altFr)}</code>
        </dd>
        <dt>{t('pictures.card.inEnglish')}</dt>
        <dd lang="en">
          <code>{pictureMark(id, decorative ? '' : altEn)}</code>
        </dd>
      </dl>
      <Describing {...props} />
      <Removing {...props} />
    </li>
  )
}

interface FieldsProps {
  picture: ListedPicture
  campaign: number | null
  intent: 'describe' | 'remove'
}

const Hidden = ({ picture, campaign, intent }: FieldsProps) => (
  <>
    <input type="hidden" name="intent" value={intent} />
    <input type="hidden" name="campaign" value={campaign ?? ''} />
    <input type="hidden" name="id" value={picture.id} />
  </>
)

function Describing({ picture, campaign, refused }: CardProps) {
  const t = useT()
  const { id, altFr, altEn, decorative } = picture
  const answers = useAnswers(refused, { altFr, altEn })
  const isOpen = refused?.values.intent === 'describe'
  return (
    <details open={isOpen}>
      <summary>{t('pictures.card.describe')}</summary>
      <form method="post" action={`/admin/mailings/pictures?campaign=${campaign}`} noValidate>
        <Hidden picture={picture} campaign={campaign} intent="describe" />
        <TextField
          {...answers('altFr')}
          id={`altFr-${id}`}
          label={t('pictures.altFr')}
          maxLength={longestDescription}
          required
        />
        <TextField
          {...answers('altEn')}
          id={`altEn-${id}`}
          label={t('pictures.altEn')}
          maxLength={longestDescription}
          required
        />
        <Check
          name="decorative"
          id={`decorative-${id}`}
          label={t('pictures.decorative')}
          defaultChecked={isOpen ? refused.values.decorative === 'on' : decorative}
        />
        <p className={styles.facts}>{t('pictures.card.describeWhy')}</p>
        <Button kind="quiet">{t('pictures.card.save')}</Button>
      </form>
    </details>
  )
}

function Removing({ picture, campaign }: CardProps) {
  const t = useT()
  const { sentIn, wantedIn } = picture
  if (sentIn > 0) return <p className={styles.facts}>{t('pictures.card.sentIn', { count: sentIn })}</p>
  return (
    <details>
      <summary>{t('pictures.card.remove')}</summary>
      <form method="post" action={`/admin/mailings/pictures?campaign=${campaign}`}>
        <Hidden picture={picture} campaign={campaign} intent="remove" />
        <p className={styles.facts}>
          {wantedIn > 0 ? t('pictures.card.wantedIn', { count: wantedIn }) : t('pictures.card.unused')}
        </p>
        <Button kind="quiet">{t('pictures.card.removeNow')}</Button>
      </form>
    </details>
  )
}
