import { useNavigation } from '@remix-run/react'
import type { ComponentProps, MouseEvent } from 'react'
import { Button } from './button.tsx'

type BusyButtonProps = ComponentProps<typeof Button> & {
  /** What it says while its form is under way. */
  busy: string
}

/**
 * For a form whose answer takes seconds: says that it is under way and cannot be pressed again. It is not disabled, which would take
 * the focus away. Without a script the browser shows that it waits, and the server takes the second form for what it is.
 */
export function BusyButton({ busy, children, ...button }: BusyButtonProps) {
  const { formData } = useNavigation()
  const isBusy = formData !== undefined && (button.name === undefined || formData.get(button.name) === button.value)
  const hold = (event: MouseEvent) => event.preventDefault()
  return (
    <Button {...button} {...(isBusy && { 'aria-busy': true, 'aria-disabled': true, onClick: hold })}>
      <span aria-live="polite">{isBusy ? busy : children}</span>
    </Button>
  )
}
