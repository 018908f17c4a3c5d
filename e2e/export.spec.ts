import { expect, test } from './fixtures.ts'
import { library } from './models.ts'

test('a table leaves as the JSON that aws dynamodb create-table takes', async ({ workbench }) => {
  await workbench.dropFile('library.json', library)
  await workbench.finishImport()
  await workbench.page.getByRole('button', { name: 'Export' }).click()
  const dialog = workbench.dialog(/^Export/)
  const { name, text } = await workbench.download(() =>
    dialog.getByRole('button', { name: 'Download', exact: true }).click(),
  )
  expect(name).toBe('Library.json')
  expect(JSON.parse(text)).toEqual({
    TableName: 'Library',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
      { AttributeName: 'due', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byDue',
        KeySchema: [
          { AttributeName: 'due', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
      },
    ],
    BillingMode: 'PAY_PER_REQUEST',
  })
})

test('a model leaves with its edits, its facets and what we do not know, and comes in again', async ({
  workbench,
}) => {
  await workbench.dropFile('library.json', library)
  await workbench.finishImport()
  await workbench.cell('title Dune').dblclick()
  await workbench.page.getByRole('dialog').getByRole('textbox').fill('Dune Messiah')
  await workbench.page.keyboard.press('Enter')
  await expect(workbench.cell('title Dune Messiah')).toBeVisible()
  await workbench.page.getByRole('button', { name: 'Export' }).click()
  const dialog = workbench.dialog(/^Export/)
  await dialog.getByRole('tab', { name: 'NoSQL Workbench model' }).click()
  const { text } = await workbench.download(() =>
    dialog.getByRole('button', { name: 'Download the model' }).click(),
  )
  const exported = JSON.parse(text)
  const [table] = exported.DataModel
  expect(exported.ModelSchema).toEqual({ version: 7 })
  expect(table.SavedQuery).toEqual({ kept: ['as', 'it', 'is'] })
  const loans = table.TableFacets.find((facet: { FacetName: string }) => facet.FacetName === 'Loan')
  expect(loans.TableData.map((item: { title: { S: string } }) => item.title.S).sort()).toEqual([
    'Dune Messiah',
    'Emma',
    'Ulysses',
  ])
  await workbench.page.keyboard.press('Escape')
  await workbench.dropFile('again.json', text)
  await workbench
    .dialog(/^Import/)
    .getByRole('button', { name: 'Make a new project' })
    .click()
  await workbench.finishImport()
  await expect(workbench.cell('title Dune Messiah')).toBeVisible()
  await expect(workbench.treeItem('Loan 3')).toBeVisible()
})
