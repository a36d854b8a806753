import { createContext, useContext, type ReactNode } from 'react'
import { atTheBeginning, deskAddress, type Whereabouts } from '../filter.ts'

const Context = createContext<Whereabouts>(atTheBeginning)

export const WhereaboutsProvider = ({ here, children }: { here: Whereabouts; children: ReactNode }) => (
  <Context.Provider value={here}>{children}</Context.Provider>
)

/** Where a form of the workbench is sent: the filter and the place in the queue come back with the answer. */
export const useStepAction = (id: string): string => deskAddress(id, useContext(Context))
