import { proveWork } from './prove-work.ts'

// Loaded by the form of a campaign under attack, and by no other page.
proveWork()
