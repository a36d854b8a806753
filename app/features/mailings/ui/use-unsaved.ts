import { useBlocker } from '@remix-run/react'
import { useEffect, useState, type RefObject } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { sameTexts } from '../rules/same-texts.ts'
import type { MailingTexts } from '../schema.ts'

function textsIn(form: HTMLFormElement): MailingTexts {
  const fields = new FormData(form)
  const typed = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    fr: { subject: typed('subjectFr'), body: typed('bodyFr') },
    en: { subject: typed('subjectEn'), body: typed('bodyEn') },
  }
}

/**
 * Whether the texts in a form are others than those that are kept.
 * @param given what the form was given back with, for the first look and where there is no script
 */
export function useUnsaved(form: RefObject<HTMLFormElement>, kept: MailingTexts, given?: MailingTexts): boolean {
  const [unsaved, setUnsaved] = useState(given !== undefined && !sameTexts(given, kept))
  useEffect(() => {
    const { current } = form
    if (!current) return
    const look = () => setUnsaved(!sameTexts(textsIn(current), kept))
    look()
    current.addEventListener('input', look)
    return () => current.removeEventListener('input', look)
  }, [form, kept])
  return unsaved
}

/**
 * Whoever would lose what they wrote is asked first: in the words of the browser where it leaves the page, in ours on the way back
 * through what it went through without leaving. Nothing is kept in the browser. The forms of the page lead to its own address, and
 * are never asked about.
 */
export function useAskBeforeLeaving(unsaved: boolean): void {
  const question = useT()('mailings.draft.leave')
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (confirm(question)) blocker.proceed()
    else blocker.reset()
  }, [blocker, question])
}
