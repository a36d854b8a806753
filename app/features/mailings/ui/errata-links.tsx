import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { LinkedLetter } from '../queries/errata.server.ts'

interface ErrataLinksProps {
  home: string
  corrects: LinkedLetter | null
  corrections: readonly LinkedLetter[]
}

/** Above a letter of the archive: that another one corrected it, or which one it corrects. */
export function ErrataLinks({ home, corrects, corrections }: ErrataLinksProps) {
  const t = useT()
  const locale = useLocale()
  const day = ({ startedOn }: LinkedLetter) => formatDay(locale, startedOn)
  const link = (letter: LinkedLetter) => <a href={`${home}/updates/${letter.id}`}>{letter.subject}</a>
  return (
    <>
      {corrections.map((letter) => (
        <Notice key={letter.id} kind="warn" title={t('claims.erratum.followed', { day: day(letter) })}>
          <p>{link(letter)}</p>
        </Notice>
      ))}
      {corrects && (
        <Notice title={t('claims.erratum.corrects', { day: day(corrects) })}>
          <p>{link(corrects)}</p>
        </Notice>
      )}
    </>
  )
}
