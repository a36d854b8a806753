import { useT } from '#app/i18n/use-t.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import type { AddresseeLook, AddresseePreview, ShownPart } from '../addressee-look.server.ts'
import type { AddresseeFinding } from '../rules/checks/check-addressee.ts'
import own from './addressee.module.css'
import { CheckList, type ToldFinding } from './check-list.tsx'
import styles from './editor.module.css'

interface LookProps {
  look: AddresseeLook
  /** Of the settings that are kept: then the letter can be seen in frames as well. `null`: it was typed and only looked at. */
  kept: { slug: string; revision: number } | null
}

/** The letters as the addressee will read them, and what should not go out as it is. */
export function AddresseeLetters({ look, kept }: LookProps) {
  const t = useT()
  const toldOf = useToldFinding()
  const { previews, findings, locale } = look
  return (
    <>
      <CheckList findings={findings.map(toldOf)} />
      <Section
        id="preview"
        title={t('mailings.preview.liveTitle')}
        intro={t(kept ? 'mailings.addressee.look.intro' : 'mailings.addressee.look.notKept')}
      >
        {previews.length === 0 && <p>{t('mailings.addressee.look.nothing')}</p>}
        <div className={own.letters}>
          {previews.map((preview) => (
            <Letter key={preview.sample} preview={preview} locale={locale} />
          ))}
        </div>
        {kept && previews.length > 0 && <Frames {...kept} samples={previews.map(({ sample }) => sample)} />}
      </Section>
    </>
  )
}

function Letter({ preview, locale }: { preview: AddresseePreview; locale: string }) {
  const t = useT()
  const { sample, subject, parts, footer, text } = preview
  return (
    <section className={own.sheet} aria-labelledby={`sample-${sample}`}>
      <header>
        <h3 id={`sample-${sample}`}>{t(`mailings.addressee.look.samples.${sample}`)}</h3>
        <p>{t('mailings.preview.subject', { subject })}</p>
      </header>
      <div lang={locale}>
        {parts.map((part, index) => (
          <Part key={index} part={part} />
        ))}
        {footer.map((words) => (
          <p key={words} className="small">
            {words}
          </p>
        ))}
      </div>
      <details>
        <summary>{t('mailings.preview.text')}</summary>
        <pre lang={locale}>{text}</pre>
      </details>
    </section>
  )
}

/** The button leads nowhere here. */
function Part({ part }: { part: ShownPart }) {
  if (part.kind === 'body') return <Prose html={part.html} />
  return <p>{part.kind === 'button' ? <strong className="button button-primary">{part.text}</strong> : part.text}</p>
}

interface FramesProps {
  slug: string
  revision: number
  samples: readonly AddresseePreview['sample'][]
}

/** The kept letters as mail programs show them. Nothing in the frames runs, loads or leads anywhere. */
function Frames({ slug, revision, samples }: FramesProps) {
  const t = useT()
  return (
    <details className={styles.framed}>
      <summary>{t('mailings.frames.title')}</summary>
      <p>{t('mailings.addressee.look.frames')}</p>
      <div className={own.frames}>
        {samples.map((sample) => (
          <figure key={sample}>
            <figcaption>{t(`mailings.addressee.look.samples.${sample}`)}</figcaption>
            <iframe
              key={`${revision} ${sample}`}
              src={`/admin/campaigns/${slug}/addressee/letter/${sample}`}
              title={t(`mailings.addressee.look.samples.${sample}`)}
              width={600}
              height={560}
              sandbox=""
              loading="lazy"
            />
          </figure>
        ))}
      </div>
    </details>
  )
}

function useToldFinding(): (found: AddresseeFinding) => ToldFinding {
  const t = useT()
  const wordsOf = (code: AddresseeFinding['code']) =>
    code === 'reader-field' || code === 'campaign-text' || code === 'missing-subject' || code === 'missing-body'
      ? { what: t(`mailings.addressee.look.codes.${code}`), mend: t(`mailings.addressee.look.mend.${code}`) }
      : { what: t(`mailings.checks.codes.${code}`), mend: t(`mailings.checks.mend.${code}`) }
  return ({ severity, code, field: part, line, written }) => {
    const field = code === 'campaign-text' ? 'locale' : part === 'subject' ? 'subject' : 'words'
    return { severity, field, place: t(`mailings.addressee.look.places.${field}`), line, written, ...wordsOf(code) }
  }
}
