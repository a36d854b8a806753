import { createContext, useContext } from 'react'
import type { Said } from '../rules/tell.ts'

/** What every named place of the page says at first. */
export const SaidContext = createContext<Said>({})

interface SayProps {
  name: string
  as?: 'span' | 'p' | 'b' | 'strong' | 'output'
  className?: string
}

/** A place whose words the script writes anew when something is set. */
export function Say({ name, as: Tag = 'span', className }: SayProps) {
  return (
    <Tag data-say={name} className={className}>
      {useContext(SaidContext)[name]}
    </Tag>
  )
}
