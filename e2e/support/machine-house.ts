import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { vi } from 'vitest'
import { z } from 'zod'
import siteMap from '../../app/routes.ts'
import { openFrontDoor } from '../../app/server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module']

/** Every route of the machine interface: where, and which file answers there. */
export function machineRoutes(): { path: string; file: string }[] {
  return siteMap.flatMap(({ path: where = '', file }) =>
    where.startsWith('api/') ? [{ path: where, file: `../../app/${file}` }] : [],
  )
}

const modules = import.meta.glob<RouteModule>('../../app/routes/machine/*.ts')

/** The machine interface as Remix would build it, from its sources. */
async function build(): Promise<ServerBuild> {
  const routes: ServerBuild['routes'] = {}
  for (const { path: where, file } of machineRoutes()) {
    const module = await modules[file]?.()
    if (!module) throw new Error(`${file} is not there`)
    routes[file] = { id: file, path: where, module }
  }
  return {
    routes,
    entry: { module: { default: () => new Response(null, { status: 500 }) } },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    mode: 'production',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: false,
      v3_relativeSplatPath: false,
      v3_throwAbortReason: false,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: false,
    },
  }
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** What the state of one test leaves in the memory of the process. */
const remembered = ['config', 'shown-campaigns', 'count-answers', 'guards', 'throttle-read', 'throttle-sign']

export interface MachineHouse {
  ask: (address: string, asked?: Asked) => Promise<Answer>
  /** What was in memory of the test before is gone, but for pages that are kept. */
  forget: () => void
  close: () => Promise<void>
}

/** The real front door over the real routes of the machine interface, behind one proxy that says where somebody comes from. */
export async function aMachineHouse(): Promise<MachineHouse> {
  vi.stubEnv('TRUST_PROXY', '1')
  const forget = () => remembered.forEach((name) => forgetSingleton(name))
  forget()
  const assets = mkdtempSync(path.join(tmpdir(), 'portevoix-machine-'))
  const door = openFrontDoor({ build: await build(), assets })
  await new Promise<void>((listening) => door.server.listen(0, '127.0.0.1', listening))
  const { port } = z.object({ port: z.number() }).parse(door.server.address())
  return {
    forget,
    ask: (address, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const sent = { host: 'localhost:3000', ...headers }
        const request = ask({ port, method, path: address, headers: sent, agent: false }, (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(parts).toString(),
            }),
          )
        })
        request.on('error', reject)
        request.end(body)
      }),
    async close() {
      vi.unstubAllEnvs()
      door.server.closeAllConnections()
      await door.close()
      forget()
      rmSync(assets, { recursive: true, force: true })
    },
  }
}
