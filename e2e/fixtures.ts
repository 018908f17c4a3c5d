// What every journey starts from: a browser with a profile of its own on disk, so that it can be closed and
// opened again, in the theme of the project it runs in.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test'
import { launchOptions } from '../scripts/chromium.mjs'
import { Workbench } from './workbench.ts'

export type Theme = 'light' | 'dark'

/** A browser that can be closed and opened again with everything it stored. */
export class Profile {
  readonly #folder: string
  readonly #theme: Theme
  readonly #baseURL: string
  #context: BrowserContext | undefined

  constructor(folder: string, theme: Theme, baseURL: string) {
    this.#folder = folder
    this.#theme = theme
    this.#baseURL = baseURL
  }

  async open(viewport = { width: 1440, height: 900 }): Promise<Page> {
    this.#context = await chromium.launchPersistentContext(this.#folder, {
      ...(await launchOptions()),
      baseURL: this.#baseURL,
      viewport,
      colorScheme: this.#theme,
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    this.#context.setDefaultTimeout(10_000)
    return this.#context.pages()[0] ?? this.#context.newPage()
  }

  newTab(): Promise<Page> {
    if (!this.#context) throw new Error('The browser is not open.')
    return this.#context.newPage()
  }

  async close(): Promise<void> {
    await this.#context?.close()
    this.#context = undefined
  }
}

interface Options {
  theme: Theme
}

interface Fixtures {
  profile: Profile
  workbench: Workbench
}

export const test = base.extend<Fixtures & Options>({
  theme: ['light', { option: true }],
  profile: async ({ theme, baseURL }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'sortkey-profile-'))
    const profile = new Profile(folder, theme, baseURL ?? '')
    await use(profile)
    await profile.close()
    await rm(folder, { recursive: true, force: true })
  },
  workbench: async ({ profile }, use) => {
    const workbench = new Workbench(await profile.open())
    await workbench.visit()
    await use(workbench)
    expect(workbench.pageErrors).toEqual([])
  },
})

/** Fails for what axe calls serious or critical. Run it with popups closed. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }))
  expect(serious).toEqual([])
}

export { expect }
