import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// zod compiles its checks with `new Function` where it may. The content security policy forbids that, and even the attempt is
// reported, at the moment the first schema is made: before any module of ours could say so. So it is told while bundling.
const zodWithoutEval: Plugin = {
  name: 'zod-without-eval',
  transform: {
    filter: { id: /zod\/v4\/core\/core\.js$/ },
    handler(code) {
      const told = code.replace('__zod_globalConfig = {}', '__zod_globalConfig = { jitless: true }')
      if (told === code) this.error('zod has changed: tell it in another way not to use eval.')
      return { code: told, map: null }
    },
  },
}

// The web part of the app. The root is the repository, so that `#ui/shell.tsx` and the entry resolve as everywhere else.
// The content security policy of the server allows no inline script or style, and nothing here makes one.
export default defineConfig({
  root: import.meta.dirname,
  appType: 'spa',
  publicDir: false,
  plugins: [react(), zodWithoutEval],
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: 'es2023',
    cssTarget: ['chrome125', 'firefox128', 'safari17.5'],
    modulePreload: { polyfill: false },
    // Fonts and pictures stay files: the policy forbids data: for fonts, and they are cached by their hash.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
})
