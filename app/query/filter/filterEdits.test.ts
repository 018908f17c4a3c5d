import { expect, test } from 'vitest'
import { createGroup, createTest } from '../request/queryForm.ts'
import { addNode, findNode, removeNode, replaceNode } from './filterEdits.ts'

const tree = createGroup([createTest('a'), createGroup([createTest('b'), createTest('c')])])

test('a node is found, replaced and added by its position', () => {
  expect(findNode(tree, [1, 0])).toEqual(createTest('b'))
  expect(findNode(replaceNode(tree, [1, 0], createTest('x')), [1, 0])).toEqual(createTest('x'))
  expect(findNode(addNode(tree, [1], createTest('d')), [1, 2])).toEqual(createTest('d'))
  expect(findNode(addNode(tree, [], createTest('d')), [2])).toEqual(createTest('d'))
})

test('a group goes with its last member, the root stays', () => {
  const one = removeNode(tree, [1, 1])
  expect(findNode(one, [1])).toEqual(createGroup([createTest('b')]))
  expect(removeNode(one, [1, 0])).toEqual(createGroup([createTest('a')]))
  expect(removeNode(createGroup([createTest('a')]), [0])).toEqual(createGroup())
})

test('an edit leaves the tree before as it was', () => {
  const before = structuredClone(tree)
  removeNode(replaceNode(addNode(tree, [1], createTest()), [0], createTest('z')), [1, 0])
  expect(tree).toEqual(before)
})
