// The workbench as its users see it: what a journey can say without knowing a selector.

import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

export type Operation = 'GetItem' | 'Query' | 'Scan'

export class Workbench {
  readonly page: Page
  /** What the page threw. A journey that leaves anything here fails. */
  readonly pageErrors: string[] = []

  constructor(page: Page) {
    this.page = page
    page.on('pageerror', (error) => this.pageErrors.push(error.message))
  }

  get main(): Locator {
    return this.page.getByRole('main')
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Inspector' })
  }

  get results(): Locator {
    return this.page.getByRole('region', { name: 'Results' })
  }

  /** The item collections, or the grid. */
  get items(): Locator {
    return this.main.getByRole('grid')
  }

  dialog(name?: string | RegExp): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name })
  }

  async visit(address = ''): Promise<void> {
    await this.page.goto(address === '' ? './' : address)
    await expect(this.page.getByRole('banner')).toBeVisible()
  }

  async openSample(title: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
    await this.expectOpen()
  }

  /** A project is open, its tables are listed and its items drawn. */
  async expectOpen(): Promise<void> {
    await expect(this.page.getByRole('tree', { name: 'Tables, indexes and entities' })).toBeVisible()
  }

  /** Lets go of a file over the window, as a drag from a folder does. */
  async dropFile(name: string, text: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ({ name, text }) => {
        const data = new DataTransfer()
        data.items.add(new File([text], name, { type: 'application/json' }))
        return data
      },
      { name, text },
    )
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('body', type, { dataTransfer: transfer })
    }
  }

  async finishImport(): Promise<void> {
    await this.dialog(/ is here$/)
      .getByRole('button', { name: 'Show it' })
      .click()
    await expect(this.dialog()).toBeHidden()
  }

  treeItem(name: string | RegExp): Locator {
    return this.page.getByRole('treeitem', { name })
  }

  async openTable(name: string): Promise<void> {
    await this.treeItem(new RegExp(`^${name} `)).click()
  }

  async show(view: 'Items' | 'Query'): Promise<void> {
    const button = this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: view })
    await button.click()
    await expect(button).toHaveAttribute('aria-current', 'page')
  }

  async chooseOperation(operation: Operation): Promise<void> {
    await this.main.getByRole('radiogroup', { name: 'Operation' }).getByText(operation).click()
  }

  async run(): Promise<void> {
    await this.main.getByRole('button', { name: /^Run/ }).click()
  }

  /** Replaces all text where the focus is, as from the clipboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((clip) => navigator.clipboard.writeText(clip), text)
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.press('ControlOrMeta+V')
  }

  /** All text where the focus is, by way of the clipboard. */
  async copyAll(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''))
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.press('ControlOrMeta+C')
    await expect.poll(() => this.page.evaluate(() => navigator.clipboard.readText())).not.toBe('')
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** One attribute of an item in the picture: 'title Dune'. */
  cell(text: string | RegExp): Locator {
    return this.items.getByRole('gridcell', { name: text })
  }

  /** An item in the picture, found by anything that stands in it. */
  item(text: string | RegExp): Locator {
    return this.items.getByRole('row').filter({ hasText: text })
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo / }).click()
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Redo / }).click()
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByRole('contentinfo').getByRole('status')).toHaveText(/Saved/)
  }

  /** What the browser downloads when this is done. */
  async download(act: () => Promise<void>): Promise<{ name: string; text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()])
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
}
