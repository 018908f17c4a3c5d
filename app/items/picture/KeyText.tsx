import styles from './KeyText.module.css'

/** Keys of one collection often begin alike, so their end stays in view. */
const END_LENGTH = 7
const LEAST_LENGTH = 2 * END_LENGTH - 3

/** A key's text on one line, cut in the middle where there is no room. */
export function KeyText({ text }: { text: string }) {
  if (text.length < LEAST_LENGTH) return text
  const characters = Array.from(text)
  return (
    <>
      <span className={styles.start}>{characters.slice(0, -END_LENGTH).join('')}</span>
      <span>{characters.slice(-END_LENGTH).join('')}</span>
    </>
  )
}
