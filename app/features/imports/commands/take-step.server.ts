import type { Actor } from '#app/features/staff/policy.ts'
import type { StepForm } from '../schema.ts'
import { mapImport, reread, type MapOutcome } from './map-import.server.ts'
import * as importing from './steer-import.server.ts'
import { agreeToWave, beginWave, pauseWave, resumeWave } from './steer-wave.server.ts'

interface Stepping {
  actor: Actor
  id: number
  now: Date
}

const steps = {
  check: importing.checkAgain,
  start: importing.startImport,
  ask: importing.askSecond,
  agree: importing.agreeToImport,
  pause: importing.pauseImport,
  resume: importing.resumeImport,
  cancel: importing.cancelImport,
  drop: importing.cancelImport,
  undo: importing.undoImport,
  'agree-wave': agreeToWave,
  'pause-wave': pauseWave,
  'resume-wave': resumeWave,
} as const

/** Does what one of the forms of an import asks for. */
export async function takeStep(stepping: Stepping, form: StepForm): Promise<MapOutcome | importing.SteerOutcome> {
  switch (form.intent) {
    case 'reread':
      return reread(stepping, form)
    case 'map':
      return mapImport(stepping, form)
    case 'wave': {
      const begun = await beginWave(stepping, form.perHour)
      // It is written down, and the page says that somebody else has to agree.
      return begun.outcome === 'needs-second' ? { outcome: 'done' } : begun
    }
    default:
      return steps[form.intent](stepping)
  }
}
