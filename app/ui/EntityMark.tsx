// The mark of an entity: a colour and, for those who cannot tell colours apart, a shape of its own.
// Colours and shapes go round after ten; the name stands beside the mark wherever there is room.

import styles from './EntityMark.module.css'

export const ENTITY_COLOR_COUNT = 10

/** One shape per colour, in a box of 12 by 12. */
const SHAPES = [
  'M6 1a5 5 0 1 0 0 10A5 5 0 1 0 6 1Z',
  'M1.6 1.6h8.8v8.8H1.6Z',
  'M6 .4 11.6 6 6 11.6.4 6Z',
  'M6 .8 11.6 11H.4Z',
  'M6 .2l1.6 3.8 4.2.4-3.2 2.7 1 4.1L6 9l-3.6 2.2 1-4.1L.2 4.4 4.4 4Z',
  'M6 11.2.4 1h11.2Z',
  'M4.2.8h3.6v3.4h3.4v3.6H7.8v3.4H4.2V7.8H.8V4.2h3.4Z',
  'M6 .4l5 2.8v5.6l-5 2.8-5-2.8V3.2Z',
  'M6 .6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 1 0 6 .6ZM6 3.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 1 1 0-4.8Z',
  'M.6 6a5.4 5.4 0 0 1 10.8 0v4.6H.6Z',
] as const

/** The custom properties `--entity` and `--entity-soft` of this colour, to colour a subtree with. */
export function entityStyle(color: number): Record<`--${string}`, string> {
  const place = color % ENTITY_COLOR_COUNT
  return { '--entity': `var(--entity-${place})`, '--entity-soft': `var(--entity-${place}-soft)` }
}

export function EntityMark({ color, size = 10 }: { color: number; size?: number }) {
  return (
    <svg
      className={styles.mark}
      style={{ fill: `var(--entity-${color % ENTITY_COLOR_COUNT})` }}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden
    >
      <path d={SHAPES[color % ENTITY_COLOR_COUNT]} fillRule="evenodd" />
    </svg>
  )
}
