import { expect, it } from 'vitest'
import { createPage, PageFault } from '../table/page.ts'
import { gatherPageFaults } from './gatherPageFaults.ts'

it('maps when everything is in memory', () => {
  expect(gatherPageFaults([1, 2], (part, place) => part * 10 + place)).toEqual([10, 21])
})

it('asks for all missing pages at once, each once', () => {
  const pages = ['a', 'b'].map(createPage)
  const read = (place: number) => {
    if (place === 2) return 'here'
    throw new PageFault([pages[place % 2]!])
  }
  const fault = catchFault(() => gatherPageFaults([0, 1, 2, 3], read))
  expect(fault.pages).toEqual(pages)
})

it('lets other errors out', () => {
  expect(() =>
    gatherPageFaults([1], () => {
      throw new RangeError('no')
    }),
  ).toThrow(RangeError)
})

function catchFault(run: () => unknown): PageFault {
  try {
    run()
  } catch (error) {
    if (error instanceof PageFault) return error
  }
  throw new Error('There was no page fault.')
}
