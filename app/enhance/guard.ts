import { watchField } from './guarded-field.ts'

/** Fields that came with a page, or with what took its place. */
function watchAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-guard]')) watchField(place)
}

// Loaded by pages on which somebody tells what happened to them, and by no other. It sends nothing and keeps nothing.
watchAll()
// A module runs once, however often it is asked for: what is answered in its place is told to it.
document.addEventListener('new-content', watchAll)
