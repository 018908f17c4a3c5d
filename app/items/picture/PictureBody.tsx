// What stands in the picture's viewport: bands with their lines, then the section of left-out items.

import type { ReactNode } from 'react'
import { itemSizeBytes } from '../../../engine/value/itemSize.ts'
import type { CollectionEntry } from '../reading/collectionSource.ts'
import { leftOutReason } from '../reading/indexMembership.ts'
import { BandLabel } from './BandLabel.tsx'
import { ItemLine } from './ItemLine.tsx'
import { LeftOutHeading, MoreLeftOut } from './LeftOutSection.tsx'
import type { Scene } from './pictureScene.ts'
import { SkeletonLine } from './SkeletonLine.tsx'

export const LINE_HEIGHT = 28
/** Elements of lines that leave the view serve those that enter it; more lines never stand in view. */
const POOL = 256

export function PictureBody({ scene }: { scene: Scene }) {
  return (
    <>
      {renderBands(scene)}
      <div role="rowgroup">{renderLines(scene)}</div>
    </>
  )
}

/** The label of each item collection in view; its box is cut a little outside of the view. */
function renderBands({ props, lines, pictureLines }: Scene): ReactNode[] {
  const bands: ReactNode[] = []
  const end = Math.min(lines.end, pictureLines.itemCount)
  for (let line = lines.first; line < end; ) {
    const collection = props.window.collectionAt(line)
    if (collection) {
      const first = Math.max(collection.position, lines.first - 1)
      const last = Math.min(collection.position + collection.count, lines.end + 1)
      bands.push(
        <BandLabel
          key={collection.position}
          hashKeys={props.shape.hashKeys}
          collection={collection}
          top={lines.topOf(first)}
          height={(last - first) * LINE_HEIGHT}
        />,
      )
    }
    line = collection ? collection.position + collection.count : line + 1
  }
  return bands
}

function renderLines(scene: Scene): ReactNode[] {
  const rendered: ReactNode[] = []
  for (let line = scene.lines.first; line < scene.lines.end; line++) rendered.push(renderLine(scene, line))
  return rendered
}

function renderLine(scene: Scene, line: number): ReactNode {
  const { lines, pictureLines, props } = scene
  const { shape, leftOut } = props
  const found = pictureLines.at(line)
  const place = { line, top: lines.topOf(line) }
  if (found.kind === 'entry') return renderItem(scene, line, found.entry)
  if (found.kind === 'leftOut') {
    const entry = { item: found.item, dropped: [], sizeBytes: itemSizeBytes(found.item), isLeftOut: true }
    return renderItem(scene, line, entry, leftOutReason(shape, found.item) ?? 'not in the index')
  }
  if (found.kind === 'heading') {
    return <LeftOutHeading key="heading" shape={shape} count={pictureLines.leftOutCount} {...place} />
  }
  if (found.kind === 'more' && leftOut) return <MoreLeftOut key="more" leftOut={leftOut} {...place} />
  return <SkeletonLine key={`skeleton ${line}`} {...place} />
}

function renderItem(
  scene: Scene,
  line: number,
  entry: CollectionEntry & { isLeftOut?: boolean },
  absence?: string,
): ReactNode {
  const { props, book, lines, gridId, cursor } = scene
  const { cells, entity } = book.lineOf(entry)
  const { highlighted } = props
  return (
    <ItemLine
      key={line % POOL}
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
      isDimmed={highlighted !== undefined && highlighted !== entity?.name}
    />
  )
}
