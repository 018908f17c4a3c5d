import styles from './EntityChip.module.css'
import { EntityMark, entityStyle } from './EntityMark.tsx'

/** An entity by name: its colour, its shape and its word together. */
export function EntityChip({ color, name }: { color: number; name: string }) {
  return (
    <span className={styles.chip} style={entityStyle(color)}>
      <EntityMark color={color} size={9} />
      {name}
    </span>
  )
}
