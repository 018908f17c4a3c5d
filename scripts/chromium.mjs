// Where Chromium is, and how tests start it: one answer for vitest and Playwright alike.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium on this machine, or undefined: CHROMIUM_PATH, then PATH, then Playwright's own. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named && existsSync(named)) return named
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const path = join(folder, name)
      if (existsSync(path)) return path
    }
  }
  try {
    const { chromium } = await import('playwright-core')
    const path = chromium.executablePath()
    if (path && existsSync(path)) return path
  } catch {
    // Playwright is not installed yet: nothing to find there.
  }
  return undefined
}

/** Playwright launch options that work as root, in a container, with the same pixels everywhere. */
export async function launchOptions() {
  const executablePath = await findChromium()
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  }
}
