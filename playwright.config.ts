import { defineConfig } from '@playwright/test'
import type { Theme } from './e2e/fixtures.ts'
import { launchOptions } from './scripts/chromium.mjs'

const PORT = 4173

export default defineConfig<{ theme: Theme }>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: !!process.env.CI,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1440, height: 900 },
    launchOptions: await launchOptions(),
  },
  projects: [
    { name: 'light', use: { theme: 'light' } },
    { name: 'dark', use: { theme: 'dark' } },
  ],
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: !process.env.CI,
  },
})
