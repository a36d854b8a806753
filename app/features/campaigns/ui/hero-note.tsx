import { useT } from '#app/i18n/use-t.tsx'

/** Under the ask: the whole text, the easy one, and how to pass it on. */
export function HeroNote({ path }: { path: string }) {
  const t = useT()
  return (
    <p>
      <a href="#text">{t('campaigns.hero.text')}</a> · <a href={`${path}/easy`}>{t('campaigns.hero.easy')}</a> ·{' '}
      <a href={`${path}/share`}>{t('campaigns.hero.share')}</a>
    </p>
  )
}
