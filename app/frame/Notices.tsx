import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Progress } from '../ui/Progress.tsx'
import { dismissNotice, type ShownNotice, useNotices } from '../workspace/notify.ts'
import { useWorks } from '../workspace/progress.ts'
import styles from './Notices.module.css'

export function Notices() {
  const { notices } = useNotices()
  return (
    <div className={styles.notices} role="region" aria-label="Notices" aria-live="polite">
      <Works />
      {notices.map((notice) => (
        <Notice key={notice.id} {...notice} />
      ))}
    </div>
  )
}

function Works() {
  const { works } = useWorks()
  return works.map(({ id, label, done, total }) => (
    <div key={id} className={styles.work}>
      <Progress label={label} done={done} total={total} />
    </div>
  ))
}

function Notice({ id, tone, title, detail, action }: ShownNotice) {
  return (
    <div className={styles.notice} data-tone={tone}>
      <Icon name={tone} size={15} />
      <div className={styles.words}>
        <strong className={styles.title}>{title}</strong>
        {detail && <p className={styles.detail}>{detail}</p>}
      </div>
      {action && (
        <Button
          size="small"
          onClick={() => {
            dismissNotice(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" size="small" label="Dismiss" onClick={() => dismissNotice(id)} />
    </div>
  )
}
