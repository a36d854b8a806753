// Signs texts with one key, some at a time, in a thread of its own: see signing-threads.server.ts.
import { createPrivateKey, sign } from 'node:crypto'
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'

/** Behind whoever answers a visitor, a mail server or the database: a signature is wanted soon, theirs are waited for now. */
const niceness = 10

// On Linux it is the thread's own; elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(niceness)

const key = createPrivateKey(workerData.privateKey)

parentPort?.on('message', (texts) => {
  parentPort?.postMessage(texts.map((text) => sign('RSA-SHA256', Buffer.from(text, 'latin1'), key).toString('base64')))
})
