import guardScript from 'virtual:enhance/guard'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { findDistress } from '../guard/distress.ts'
import { findIdentifiers } from '../guard/find-identifiers.ts'
import { findingTypes, type Finding } from '../guard/finding.ts'
import guardCss from './guard-panel.css?url'

const wordings = [...findingTypes, 'name'] as const
const sentences = ['stop', 'warn', 'replace', 'replaceWhat', 'saidNone', 'saidOne', 'saidOther'] as const

/** Every word that the script may say, in one attribute: it has no translator of its own. */
function useWords(): string {
  const t = useT()
  const said = (key: MessageKey) => [key.replace('testimonies.guard.', ''), t(key)] as const
  return JSON.stringify(
    Object.fromEntries([
      ...wordings.map((wording) => said(`testimonies.guard.neutral.${wording}`)),
      ...findingTypes.map((type) => said(`testimonies.guard.why.${type}`)),
      ...sentences.map((sentence) => said(`testimonies.guard.${sentence}`)),
    ]),
  )
}

interface GuardPanelProps {
  /** The id of the field it looks at: a text area or a line of text. It stands after that field, inside the same box. */
  field: string
  /** What stands in the field when the page is made: without a script, this is what is looked at. */
  value?: string
  /** Says whom to call when the words are of distress. */
  offersHelp?: boolean
}

/**
 * What in a field may point to somebody, with the reason and neutral words to put in its place. The script `guard` keeps it
 * true while somebody writes; nothing leaves the browser for it.
 */
export function GuardPanel({ field, value = '', offersHelp }: GuardPanelProps) {
  const t = useT()
  const found = findIdentifiers(value)
  return (
    <div data-guard={field} data-guard-style={guardCss} data-guard-script={guardScript} data-guard-words={useWords()}>
      {/* Shown before any script: a form that came back. */}
      {found.length > 0 && <link rel="stylesheet" href={guardCss} />}
      <div className="guard-backdrop" aria-hidden="true" data-guard-backdrop="" hidden />
      <section
        className="guard-panel"
        aria-labelledby={`${field}-guard`}
        data-guard-panel=""
        hidden={found.length === 0}
      >
        <p className="guard-title" id={`${field}-guard`}>
          {t('testimonies.guard.title')}
        </p>
        {/* Before the list: after thirty findings nobody who uses keys would reach it. */}
        <p data-guard-all="" hidden>
          <Button kind="quiet" type="button">
            {t('testimonies.guard.replaceAll')}
          </Button>
        </p>
        <ul className="guard-list" data-guard-list="">
          {found.map((finding) => (
            <FoundItem key={finding.start} finding={finding} words={value.slice(finding.start, finding.end)} />
          ))}
        </ul>
        <p className="hint">{t('testimonies.guard.hint')}</p>
      </section>
      <p className="visually-hidden" aria-live="polite" data-guard-said="" />
      {offersHelp && (
        <div data-guard-help="" hidden={!findDistress(value)}>
          <HelpLines />
        </div>
      )}
      <template data-guard-item="">
        <FoundItem />
      </template>
    </div>
  )
}

/** One thing found; empty, it is the form that the script fills in. */
function FoundItem({ finding, words }: { finding?: Finding; words?: string }) {
  const t = useT()
  return (
    <li className="guard-item" data-severity={finding?.severity ?? ''}>
      <p className="guard-found">
        <mark data-guard-found="">{words}</mark>{' '}
        <strong data-guard-severity="">{finding && t(`testimonies.guard.${finding.severity}`)}</strong>
      </p>
      <p data-guard-why="">{finding && t(`testimonies.guard.why.${finding.type}`)}</p>
      {!finding && (
        <Button kind="plain" type="button">
          {' '}
        </Button>
      )}
    </li>
  )
}

/** Whom to call. Shown to whoever wrote words of distress, to nobody else, and kept nowhere. */
export function HelpLines() {
  const t = useT()
  return (
    <Notice title={t('testimonies.guard.help.title')}>
      <p>{t('testimonies.guard.help.text')}</p>
      <p>{t('testimonies.guard.help.stay')}</p>
    </Notice>
  )
}

/** Sends the form again with neutral words in the place of what stops it; the page then shows them. After the main button. */
export function ReplaceStops() {
  const t = useT()
  return (
    <Button kind="quiet" wide name="guard" value="replace">
      {t('testimonies.guard.showReplaced')}
    </Button>
  )
}

/** The form has come back with neutral words in it. */
export function ReplacedNotice() {
  const t = useT()
  return (
    <Notice kind="success" role="status" title={t('testimonies.guard.replacedTitle')}>
      <p>{t('testimonies.guard.replaced')}</p>
    </Notice>
  )
}
