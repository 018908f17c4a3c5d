import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { launchOptions } from './scripts/chromium.mjs'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['engine/**/*.test.ts', 'app/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', 'node_modules/**'],
        },
      },
      {
        plugins: [react()],
        // Found only while a test runs, these would make Vite bundle anew and reload the page under it.
        optimizeDeps: {
          include: [
            '@base-ui/react/dialog',
            '@base-ui/react/menu',
            '@base-ui/react/popover',
            '@leeoniya/ufuzzy',
            '@noble/hashes/legacy.js',
            '@tanstack/react-table',
            '@tanstack/react-virtual',
            'browser-fs-access',
            'fast-check',
            'idb',
            'lucide-react',
            'monaco-editor/editor',
            'monaco-editor/features/register.all',
            'monaco-editor/languages/features/json/register',
            'react-resizable-panels',
          ],
        },
        test: {
          name: 'browser',
          include: ['engine/**/*.browser.test.ts', 'app/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await launchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
