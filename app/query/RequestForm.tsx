import { ErrorNote } from '../ui/ErrorNote.tsx'
import { FilterSection } from './filter/FilterSection.tsx'
import { KeySection } from './form/KeySection.tsx'
import { OptionsSection } from './form/OptionsSection.tsx'
import { ProjectionSection } from './form/ProjectionSection.tsx'
import { useQueryEditing } from './form/queryEditing.ts'
import styles from './RequestForm.module.css'

/** The request as a form: the parts that its operation has. Enter runs it. */
export function RequestForm({ onRun }: { onRun(): void }) {
  const { form, refusal } = useQueryEditing()
  const { operation } = form
  const isAboutAll = refusal && ['request', 'target'].includes(refusal.part)
  return (
    <form
      className={styles.form}
      aria-label={`${operation} request`}
      onSubmit={(event) => {
        event.preventDefault()
        onRun()
      }}
    >
      {isAboutAll && (
        <div className={styles.refusal}>
          <ErrorNote name={refusal.name} message={refusal.message} hint={refusal.advice} />
        </div>
      )}
      {operation !== 'Scan' && <KeySection />}
      {operation !== 'GetItem' && <FilterSection />}
      <ProjectionSection />
      <OptionsSection />
      <button type="submit" hidden>
        Run
      </button>
    </form>
  )
}
