import { useSyncExternalStore } from 'react'

const never = () => () => {}
const isAwake = () => true
const isAsleep = () => false

/**
 * Whether the page answers to a script: false as the server writes it and without JavaScript, true once the framework has taken
 * over. What needs a script is shown from then on only, so that nobody presses what cannot answer yet.
 */
export const useAwake = (): boolean => useSyncExternalStore(never, isAwake, isAsleep)
