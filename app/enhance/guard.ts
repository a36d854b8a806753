import { watchField } from './guarded-field.ts'

// Loaded by pages on which somebody tells what happened to them, and by no other. It sends nothing and keeps nothing.
for (const place of document.querySelectorAll<HTMLElement>('[data-guard]')) watchField(place)
