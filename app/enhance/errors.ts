/** A page that came back with errors begins with them: for browsers that ignore `autofocus` on what is no field. */
export function meetErrors(): void {
  document.querySelector<HTMLElement>('#errors')?.focus()
}
