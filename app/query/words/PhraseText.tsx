import styles from './PhraseText.module.css'
import type { Phrase } from './phrase.ts'

/** A sentence with its code words set apart. */
export function PhraseText({ words }: { words: Phrase }) {
  return words.map((word, place) =>
    typeof word === 'string' ? (
      word
    ) : (
      // The words of a sentence have no identity but their place.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above.
      <code key={place} className={styles.code}>
        {word.code}
      </code>
    ),
  )
}
