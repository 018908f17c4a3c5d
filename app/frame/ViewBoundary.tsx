import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import styles from './ViewBoundary.module.css'

interface ViewBoundaryProps {
  /** Another value shows the children again. */
  resetKey: string
  children: ReactNode
}

/** Keeps a fault of one view from taking the frame with it: the data is safe, and the rest still works. */
export class ViewBoundary extends Component<ViewBoundaryProps, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override componentDidUpdate(before: ViewBoundaryProps) {
    if (before.resetKey !== this.props.resetKey) this.setState({ error: undefined })
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className={styles.fault}>
        <ErrorNote
          name={error.name}
          message={error.message}
          hint="This view stopped by a fault of Sortkey itself. Your data is stored; nothing was lost."
          actions={<Button onClick={() => this.setState({ error: undefined })}>Show the view again</Button>}
        />
      </div>
    )
  }
}
