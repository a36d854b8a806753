import { createServer } from 'node:http'
import { z } from 'zod'

const answer = z.object({ headers: z.array(z.string()), notModified: z.array(z.string()), body: z.base64() })

/** The limit of Node itself: given bytes, written with given headers, and nothing looked at but what decides between 200 and 304. */
process.once('message', (message) => {
  const { headers, notModified, body } = answer.parse(message)
  const bytes = Buffer.from(body, 'base64')
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    if (request.headers['if-none-match'] === undefined) response.writeHead(200, headers).end(bytes)
    else response.writeHead(304, notModified).end()
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
  })
})
