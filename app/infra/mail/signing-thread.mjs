// Signs texts with one key, some at a time, in a thread of its own (signing-threads.server.ts).
import { createPrivateKey, sign } from 'node:crypto'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'

/** Behind whoever answers a visitor, a line or the database: a signature is wanted soon, theirs now. */
const niceness = 10

// On Linux it is the thread's own; elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(niceness)

const { privateKey, digest } = workerData
const key = createPrivateKey(privateKey)

parentPort?.on('message', (texts) => {
  parentPort?.postMessage(texts.map((text) => sign(digest, Buffer.from(text, 'latin1'), key).toString('base64')))
})
