import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { FileField, SelectField, TextField, type Choice } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { ListedPicture } from '../queries/pictures.server.ts'
import { longestDescription, mostPictures } from '../rules/pictures.ts'
import { PictureCard } from './picture-card.tsx'
import styles from './pictures.module.css'

interface PicturesPageProps {
  campaigns: readonly Choice[]
  /** The one whose pictures are shown; `null`: there is none. */
  campaign: number | null
  pictures: readonly ListedPicture[]
  refused: FormState | undefined
  done: 'added' | 'described' | 'removed' | undefined
}

/** In the order of the page. */
const fields = ['altFr', 'altEn', 'decorative', 'picture']

/** Which picture a refused form was about; none: it was to add one. */
const aboutOf = (refused: FormState | undefined): string | undefined => {
  const id = refused?.values.id
  return typeof id === 'string' ? id : undefined
}

/** The pictures that letters of a campaign may carry. */
export function PicturesPage({ campaigns, campaign, pictures, refused, done }: PicturesPageProps) {
  const t = useT()
  const about = aboutOf(refused)
  const errors = useErrorList(refused, fields)
  useFocusOnErrors(refused)
  return (
    <div className={styles.page}>
      <Toolbar
        title={t('pictures.title')}
        detail={t('pictures.detail')}
        actions={<a href="/admin/mailings">{t('pictures.back')}</a>}
      />
      {done && <Notice kind="success" role="status" title={t(`pictures.done.${done}`)} />}
      <ErrorSummary
        errors={errors.map(({ field, message }) => ({ field: field && about ? `${field}-${about}` : field, message }))}
      />
      {campaigns.length > 1 && <CampaignChoice campaigns={campaigns} campaign={campaign} />}
      {campaign !== null && <Adding campaign={campaign} refused={about === undefined ? refused : undefined} />}
      <Section
        id="pictures"
        title={t('pictures.list.title')}
        intro={t('pictures.list.intro', { most: mostPictures, used: pictures.length })}
      >
        {pictures.length === 0 ? (
          <Empty title={t('pictures.list.emptyTitle')}>
            <p>{t('pictures.list.emptyBody')}</p>
          </Empty>
        ) : (
          <ul className={styles.list}>
            {pictures.map((picture) => (
              <PictureCard
                key={picture.id}
                picture={picture}
                campaign={campaign}
                refused={about === picture.id ? refused : undefined}
              />
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function CampaignChoice({ campaigns, campaign }: Pick<PicturesPageProps, 'campaigns' | 'campaign'>) {
  const t = useT()
  return (
    <form method="get" action="/admin/mailings/pictures" className={styles.choice}>
      <SelectField
        key={campaign}
        name="campaign"
        label={t('pictures.campaign')}
        required
        choices={campaigns}
        defaultValue={String(campaign)}
      />
      <Button kind="quiet">{t('pictures.show')}</Button>
    </form>
  )
}

/** The file comes last: of a form that is too large, what stands before it is there. */
function Adding({ campaign, refused }: { campaign: number; refused: FormState | undefined }) {
  const t = useT()
  const answers = useAnswers(refused)
  return (
    <Section id="add" title={t('pictures.add.title')} intro={t('pictures.add.intro')}>
      <form
        method="post"
        action={`/admin/mailings/pictures?campaign=${campaign}`}
        encType="multipart/form-data"
        noValidate
      >
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="campaign" value={campaign} />
        <div className={styles.pair}>
          <TextField
            {...answers('altFr')}
            label={t('pictures.altFr')}
            hint={t('pictures.altHint')}
            maxLength={longestDescription}
            required
          />
          <TextField
            {...answers('altEn')}
            label={t('pictures.altEn')}
            hint={t('pictures.altHint')}
            maxLength={longestDescription}
            required
          />
        </div>
        <Check
          name="decorative"
          label={t('pictures.decorative')}
          hint={t('pictures.decorativeHint')}
          defaultChecked={refused?.values.decorative === 'on'}
        />
        <FileField
          {...answers('picture')}
          label={t('pictures.add.file')}
          hint={refused ? t('pictures.add.fileAgain') : t('pictures.add.fileHint')}
          accept="image/png,image/jpeg,image/webp"
          required
        />
        <Button>{t('pictures.add.send')}</Button>
      </form>
    </Section>
  )
}
