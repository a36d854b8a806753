import { useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { isKeepDue, sessionStateAt, type SessionState, type SessionTimes } from './session-clock.ts'
import styles from './staff.module.css'

const lookedAtEvery = 10_000
const answer = z.object({ left: z.number() })
const heard = z.object({ usedAt: z.number(), endsAt: z.number() })

/** The testimony on the workbench, if one is there: to type in it is a gesture for its claim too. */
const testimonyHere = (): string | undefined => /^\/admin\/testimonies\/([\da-f-]{36})$/.exec(location.pathname)?.[1]

/** Says that somebody is here. `null`: the server cannot be reached, which says nothing of the session. */
async function keep(): Promise<number | null> {
  const testimony = testimonyHere()
  try {
    const said = await fetch('/admin/keep', {
      method: 'POST',
      body: new URLSearchParams(testimony ? { testimony } : {}),
    })
    if (said.status === 401) return 0
    return said.ok ? answer.parse(await said.json()).left : null
  } catch {
    return null
  }
}

/** When the session was last used and when it ends at the latest, told from tab to tab. */
function useTimes(left: number) {
  const times = useRef<SessionTimes>({ usedAt: 0, endsAt: 0 }) // told below, before anybody looks
  const [state, setState] = useState<SessionState>('fine')
  const channel = useRef<BroadcastChannel | null>(null)
  const [acts] = useState(() => {
    const look = () => setState(sessionStateAt(times.current, Date.now()))
    const note = (left: number) => {
      times.current = { usedAt: Date.now(), endsAt: Date.now() + left }
      channel.current?.postMessage(times.current)
      look()
    }
    let asking = false
    const stay = async () => {
      if (asking) return
      asking = true
      const answered = await keep()
      asking = false
      if (answered !== null) note(answered)
    }
    return { look, note, stay }
  })
  useEffect(() => {
    const tabs = new BroadcastChannel('portevoix.session')
    channel.current = tabs
    tabs.onmessage = ({ data }) => {
      times.current = heard.safeParse(data).data ?? times.current
      acts.look()
    }
    return () => tabs.close()
  }, [acts])
  useEffect(() => acts.note(left), [acts, left])
  return { times, state, acts }
}

/**
 * Keeps a session alive while somebody types, tells before it ends, and says when it is over that what was typed is still
 * there. Without a script a form that comes too late is given back (docs/decisions/0042).
 */
export function SessionWatch({ left }: { left: number }) {
  const t = useT()
  const { times, state, acts } = useTimes(left)
  const navigation = useNavigation().state
  useEffect(() => {
    if (navigation === 'idle' && sessionStateAt(times.current, Date.now()) !== 'over')
      acts.note(times.current.endsAt - Date.now())
  }, [navigation, times, acts])
  useEffect(() => {
    const typed = () => void (isKeepDue(times.current, Date.now()) && acts.stay())
    const timer = setInterval(acts.look, lookedAtEvery)
    document.addEventListener('input', typed)
    document.addEventListener('visibilitychange', acts.look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('input', typed)
      document.removeEventListener('visibilitychange', acts.look)
    }
  }, [times, acts])
  if (state === 'fine') return null
  return (
    <div role="alert" className={styles.watch}>
      <p>
        <strong>{t(`staff.watch.${state}`)}</strong> {t(`staff.watch.${state}More`)}
      </p>
      {state === 'idle' && (
        <Button type="button" kind="quiet" onClick={() => void acts.stay()}>
          {t('staff.watch.stay')}
        </Button>
      )}
    </div>
  )
}
