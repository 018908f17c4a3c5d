// What stands in the picture's viewport: bands with their lines, then the section of left-out items.

import type { ReactNode } from 'react'
import { itemSizeBytes } from '../../engine/value/itemSize.ts'
import { BandLabel } from './BandLabel.tsx'
import type { CollectionEntry, CollectionExtent } from './collectionSource.ts'
import { ItemLine } from './ItemLine.tsx'
import { leftOutReason } from './indexMembership.ts'
import { LeftOutHeading, MoreLeftOut } from './LeftOutSection.tsx'
import type { Scene } from './Picture.tsx'
import { SkeletonLine } from './SkeletonLine.tsx'

export const LINE_HEIGHT = 28
const EVERYTHING: ReadonlySet<string> = new Set()

export function PictureBody({ scene }: { scene: Scene }) {
  return (
    <>
      {renderBands(scene)}
      {renderLeftOut(scene)}
    </>
  )
}

/** One group of lines for each item collection in view; lines that are not loaded stand alone. */
function renderBands(scene: Scene): ReactNode[] {
  const { lines, pictureLines, props } = scene
  const groups: ReactNode[] = []
  const end = Math.min(lines.end, pictureLines.itemCount)
  for (let line = lines.first; line < end; ) {
    const collection = props.window.collectionAt(line)
    const groupEnd = collection ? Math.min(end, collection.position + collection.count) : line + 1
    const key = collection ? `band ${collection.position}` : `line ${line}`
    groups.push(
      <div key={key} role="rowgroup">
        {collection && <Band scene={scene} collection={collection} />}
        {renderLines(scene, line, groupEnd)}
      </div>,
    )
    line = groupEnd
  }
  return groups
}

/** A band's box is cut a little outside of the view, for a collection may be taller than an element can be. */
function Band({ scene, collection }: { scene: Scene; collection: CollectionExtent }) {
  const { lines, props } = scene
  const first = Math.max(collection.position, lines.first - 1)
  const end = Math.min(collection.position + collection.count, lines.end + 1)
  return (
    <BandLabel
      hashKeys={props.shape.hashKeys}
      collection={collection}
      top={lines.topOf(first)}
      height={(end - first) * LINE_HEIGHT}
    />
  )
}

function renderLines(scene: Scene, first: number, end: number): ReactNode[] {
  const { pictureLines, lines } = scene
  const rendered: ReactNode[] = []
  for (let line = first; line < end; line++) {
    const found = pictureLines.at(line)
    if (found.kind === 'entry') rendered.push(renderItem(scene, line, found.entry))
    else rendered.push(<SkeletonLine key={line} line={line} top={lines.topOf(line)} />)
  }
  return rendered
}

function renderItem(scene: Scene, line: number, entry: CollectionEntry, absence?: string): ReactNode {
  const { props, book, lines, gridId, cursor } = scene
  const { cells, entity } = book.lineOf(entry)
  const highlighted = props.highlighted ?? EVERYTHING
  return (
    <ItemLine
      key={line}
      gridId={gridId}
      line={line}
      top={lines.topOf(line)}
      item={entry.item}
      cells={cells}
      widthOf={book.widthOf}
      sizeBytes={entry.sizeBytes}
      entity={entity}
      indexName={props.shape.indexName}
      absence={absence}
      activeCell={cursor.line === line ? cursor.cell : -1}
      isSelected={props.selectedKeys.has(props.keyOf(entry.item))}
      isDimmed={highlighted.size > 0 && !highlighted.has(entity?.name ?? '')}
    />
  )
}

function renderLeftOut(scene: Scene): ReactNode {
  const { lines, pictureLines, props } = scene
  const { leftOut, shape } = props
  if (!leftOut || pictureLines.leftOutCount === 0 || lines.end <= pictureLines.itemCount) return null
  const rendered: ReactNode[] = []
  for (let line = Math.max(lines.first, pictureLines.itemCount); line < lines.end; line++) {
    const found = pictureLines.at(line)
    const top = lines.topOf(line)
    if (found.kind === 'heading') {
      rendered.push(
        <LeftOutHeading key={line} shape={shape} count={pictureLines.leftOutCount} {...{ line, top }} />,
      )
    } else if (found.kind === 'leftOut') {
      const entry = { item: found.item, dropped: [], sizeBytes: itemSizeBytes(found.item) }
      rendered.push(renderItem(scene, line, entry, leftOutReason(shape, found.item) ?? 'is not in the index'))
    } else rendered.push(<MoreLeftOut key={line} leftOut={leftOut} {...{ line, top }} />)
  }
  return <div role="rowgroup">{rendered}</div>
}
