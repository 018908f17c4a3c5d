import { Icon } from '../../ui/Icon.tsx'
import type { Advice } from '../words/advice.ts'
import { PhraseText } from '../words/PhraseText.tsx'
import type { Phrase } from '../words/phrase.ts'
import styles from './MeaningLine.module.css'

/** What the request asks for, in a sentence, and what to know before it runs. */
export function MeaningLine({ meaning, advice }: { meaning: Phrase; advice?: Advice | undefined }) {
  return (
    <div className={styles.meaning}>
      <p className={styles.sentence} aria-live="polite">
        <PhraseText words={meaning} />
      </p>
      {advice && (
        <p className={styles.advice} data-tone={advice.tone}>
          <Icon name={advice.tone === 'warning' ? 'warning' : 'info'} size={13} />
          <span>
            <PhraseText words={advice.words} />
          </span>
        </p>
      )}
    </div>
  )
}
