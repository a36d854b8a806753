import { useEffect, type RefObject } from 'react'

/** All buttons of a draft belong to one form, whose Enter key saves: in a field of another part it presses the button of that part. */
export function useEnterKey(form: RefObject<HTMLFormElement>): void {
  useEffect(() => {
    const { current } = form
    const press = (event: KeyboardEvent) => {
      const { target } = event
      if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type === 'checkbox') return
      const button = target.closest('details, section')?.querySelector<HTMLButtonElement>('button[name="intent"]')
      if (!button) return
      event.preventDefault()
      button.click()
    }
    current?.addEventListener('keydown', press)
    return () => current?.removeEventListener('keydown', press)
  }, [form])
}
