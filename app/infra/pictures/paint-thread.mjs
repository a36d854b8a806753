// Paints one drawing of ours as a PNG, in a thread of its own: see painting.server.ts.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'

/** Behind whoever signs or reads: nobody is kept from either by a picture. */
const niceness = 10

// On Linux it is the thread's own; elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(niceness)

const painted = new Resvg(workerData.drawing, { font: { loadSystemFonts: false } }).render().asPng()
parentPort?.postMessage(Uint8Array.from(painted))
