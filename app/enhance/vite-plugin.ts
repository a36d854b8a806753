import { createHash } from 'node:crypto'
import path from 'node:path'
import { build } from 'esbuild'
import type { Plugin } from 'vite'

const prefix = 'virtual:enhance/'
const folder = import.meta.dirname

/** One small module for the browser: no framework, no split, nothing else. */
async function bundle(name: string) {
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, `${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  })
  const code = outputFiles[0]?.text ?? ''
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8)
  return { code, file: `assets/${name}-${hash}.js` }
}

/**
 * `import url from 'virtual:enhance/site'` gives the address of `app/enhance/site.ts` compiled by itself, so that public
 * pages load our script and not the framework's.
 */
export function enhanceScripts(): Plugin {
  const names = ['site', 'work', 'guard', 'deposit', 'proof', 'frame', 'letter', 'tree', 'calculator', 'scoring']
  return {
    name: 'portevoix-enhance',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      const { file } = await bundle(id.slice(prefix.length + 1))
      return `export default ${JSON.stringify(`/${file}`)}`
    },
    async buildStart() {
      if (this.meta.watchMode || this.environment?.mode === 'dev' || this.environment?.name === 'ssr') return
      for (const name of names) {
        const { code, file } = await bundle(name)
        this.emitFile({ type: 'asset', fileName: file, source: code })
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = /^\/assets\/(\w+)-[0-9a-f]{8}\.js$/.exec(request.url ?? '')?.[1]
        if (!name || !names.includes(name)) return next()
        void bundle(name).then(({ code }) => response.setHeader('content-type', 'text/javascript').end(code), next)
      })
    },
  }
}
