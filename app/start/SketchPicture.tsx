import { ENTITY_COLOR_COUNT } from '../ui/EntityMark.tsx'
import styles from './SketchPicture.module.css'
import type { Sketch } from './sketch.ts'

const WIDTH = 240
const HEIGHT = 128
const LINE = 10
const GAP = 7
const UNIT = 4.6

/** A design from afar: a bar for each partition key, its items beside it in the colours of their entities. */
export function SketchPicture({ sketch }: { sketch: Sketch | undefined }) {
  let top = 10
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMin slice"
      aria-hidden
    >
      {sketch?.collections.map((lines, place) => {
        const start = top
        top += lines.length * LINE + GAP
        // biome-ignore lint/suspicious/noArrayIndexKey: a sketch never changes.
        return <Band key={place} top={start} lines={lines} />
      })}
    </svg>
  )
}

function Band({ top, lines }: { top: number; lines: Sketch['collections'][number] }) {
  return (
    <g transform={`translate(12 ${top})`}>
      <rect className={styles.key} width="34" height={lines.length * LINE - 3} rx="2.5" />
      {lines.map((line, place) => {
        let left = 40
        return line.bars.map((bar, at) => {
          const x = left
          left += bar * UNIT + 3
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a sketch never changes.
              key={`${place}-${at}`}
              x={x}
              y={place * LINE}
              width={bar * UNIT}
              height={LINE - 3}
              rx="2"
              fillOpacity={at === 0 ? 1 : 0.3}
              style={{ fill: `var(--entity-${line.color % ENTITY_COLOR_COUNT})` }}
            />
          )
        })
      })}
    </g>
  )
}
