import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The web part of the app. The root is the repository, so that `#ui/shell.tsx` and the entry resolve as everywhere else.
// The content security policy of the server allows no inline script or style, and nothing here makes one.
export default defineConfig({
  root: import.meta.dirname,
  appType: 'spa',
  publicDir: false,
  plugins: [react()],
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
