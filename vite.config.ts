import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { enhanceScripts } from './app/enhance/vite-plugin.ts'
import { en } from './app/i18n/en.ts'
import { fr } from './app/i18n/fr.ts'
import { compareMessages } from './app/i18n/verify-messages.ts'

const missing = compareMessages(fr, en)
if (missing.length > 0) throw new Error(`The two languages differ:\n${missing.join('\n')}`)

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  plugins: [
    enhanceScripts(),
    remix({
      serverBuildFile: 'index.js',
      // A folder for each version of the sources, chosen by app/build-pages.ts.
      buildDirectory: process.env['BUILD_DIRECTORY'] ?? 'build/latest',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        unstable_optimizeDeps: false,
      },
    }),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0, sourcemap: false, reportCompressedSize: false },
  server: { hmr: { port: 24_678 } },
})
