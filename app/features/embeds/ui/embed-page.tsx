import { VoicedTitle } from '#app/features/campaigns/ui/voiced-title.tsx'
import { SignForm, type WorkAsked } from '#app/features/signatures/ui/sign-form.tsx'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Count } from '#app/ui/count.tsx'
import { emptyForm } from '#app/ui/form-answers.ts'
import { Logo } from '#app/ui/logo.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Tally } from '#app/ui/tally.tsx'
import type { Show } from '../rules/options.ts'

export interface EmbedPageProps {
  /** The campaign's own page, absolute: it is said where no link can be followed. */
  url: string
  slug: string
  show: Show
  title: string
  addressee: string
  ask: string
  association: string
  consent: string
  textVersion: number
  confirmed: number
  goal: { threshold: number; duty: string } | undefined
  open: boolean
  demonstration: boolean
  work?: WorkAsked | undefined
}

/**
 * A campaign in a frame of another site. Every link and the form open a tab of our own: none of our other pages may be framed, and
 * whoever gives an address sees in its bar to whom.
 */
export function EmbedPage(shown: EmbedPageProps) {
  const t = useT()
  const locale = useLocale()
  const { slug, show, confirmed, goal } = shown
  const path = `/${locale}/${slug}`
  return (
    <main className="card embed">
      {shown.demonstration && <p className="embed-demonstration">{t('embeds.frame.demonstration')}</p>}
      <p className="embed-from">
        <Logo /> {shown.association}
      </p>
      <p className="kicker">{shown.addressee}</p>
      <h1>
        <a href={path}>
          <VoicedTitle title={shown.title} />
        </a>
      </h1>
      {show === 'form' && <p className="embed-ask">{shown.ask}</p>}
      <Count
        value={confirmed}
        follow={{
          url: `/api/v1/campaigns/${slug}/count`,
          says: t('signatures.card.live', { count: 2, number: '{number}' }),
        }}
        label={t('signatures.card.counted', { count: confirmed })}
      />
      {goal && <Tally value={confirmed} goal={goal.threshold} />}
      {goal && (
        <p className="goal">
          <strong>{t('signatures.card.goal', { number: formatNumber(locale, goal.threshold) })}</strong> {goal.duty}
        </p>
      )}
      <Sign {...shown} path={path} />
      <p className="small embed-links">
        <a href={path}>{t('embeds.frame.read')}</a> · <a href={`${path}/proof`}>{t('embeds.frame.numbers')}</a>
      </p>
    </main>
  )
}

/** The form, or the way to it. */
function Sign({ open, show, path, url, consent, textVersion, work }: EmbedPageProps & { path: string }) {
  const t = useT()
  const locale = useLocale()
  if (!open)
    return (
      <Notice title={t('signatures.card.closedTitle')}>
        <p>{t('signatures.card.closed')}</p>
      </Notice>
    )
  return (
    <>
      <div data-open>
        {show === 'form' ? (
          <SignForm
            campaignPath={path}
            privacyPath={`/${locale}/privacy`}
            state={emptyForm}
            {...{ consent, textVersion, work }}
          />
        ) : (
          <ButtonLink href={`${path}#sign`} kind="primary" wide>
            {t('embeds.frame.readAndSign')}
          </ButtonLink>
        )}
        <p className="small">{t('embeds.frame.newTab')}</p>
        <p role="status" data-next={t('embeds.frame.next')} />
      </div>
      <div data-boxed hidden>
        <Notice title={t('embeds.frame.boxedTitle')}>
          <p>
            {t('embeds.frame.boxed')} <a href={path}>{url}</a>
          </p>
        </Notice>
      </div>
    </>
  )
}

/** Where a frame leads to nothing: in a few words, and to all that there is. */
export function MissingEmbed() {
  const t = useT()
  const locale = useLocale()
  return (
    <main className="card embed">
      <h1>{t('embeds.frame.missingTitle')}</h1>
      <p className="embed-ask">{t('embeds.frame.missing')}</p>
      <p>
        <a href={`/${locale}`}>{t('embeds.frame.home')}</a>
      </p>
    </main>
  )
}
