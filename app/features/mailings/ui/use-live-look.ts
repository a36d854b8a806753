import { useEffect, useRef, useState, type RefObject } from 'react'
import { z } from 'zod'
import type { Looked } from '../draft-desk.server.ts'
import { stops, warnings } from '../rules/checks/finding.ts'

const preview = z.object({ subject: z.string(), siteHtml: z.string(), text: z.string() })
const finding = z.object({
  code: z.enum([...stops, ...warnings]),
  severity: z.enum(['stop', 'warn']),
  locale: z.enum(['fr', 'en']),
  field: z.enum(['subject', 'body']),
  line: z.number().nullable(),
  written: z.string(),
  only: z.object({ fr: z.array(z.string()), en: z.array(z.string()) }).optional(),
})
const answer = z.object({ preview: z.object({ fr: preview, en: preview }), findings: z.array(finding) })

/** Long enough that a word is typed, short enough that one sees it appear. */
const pause = 350

/** Of all that the form holds; the address of a test goes nowhere before its button is pressed. */
const written = ['campaign', 'subjectFr', 'bodyFr', 'subjectEn', 'bodyEn', 'reader']
const isWritten = (target: EventTarget | null): boolean =>
  (target instanceof HTMLTextAreaElement ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement) &&
  written.includes(target.name)

async function ask(form: HTMLFormElement, signal: AbortSignal): Promise<Looked | null> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && written.includes(name)) body.append(name, value)
  try {
    const said = await fetch('/admin/mailings/look', { method: 'POST', body, signal })
    return said.ok ? answer.parse(await said.json()) : null
  } catch {
    return null // the preview of before stays, and what is typed with it
  }
}

/** How what is typed looks, a moment after it was typed. `null`: nothing was typed yet, or nobody answered. */
export function useLiveLook(form: RefObject<HTMLFormElement>): Looked | null {
  const [looked, setLooked] = useState<Looked | null>(null)
  const asking = useRef(new AbortController())
  useEffect(() => {
    const { current } = form
    if (!current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      asking.current.abort()
      const own = new AbortController()
      asking.current = own
      const found = await ask(current, own.signal)
      if (found && !own.signal.aborted) setLooked(found)
    }
    const soon = ({ target }: Event) => {
      if (!isWritten(target)) return
      clearTimeout(timer)
      timer = setTimeout(() => void look(), pause)
    }
    current.addEventListener('input', soon)
    return () => {
      clearTimeout(timer)
      current.removeEventListener('input', soon)
    }
  }, [form])
  return looked
}
