import { Button } from '../ui/Button.tsx'
import { dismissTour, startTour, useTour } from '../workspace/tour.ts'
import styles from './TourOffer.module.css'

/** Offers the tour until it was taken or dismissed. */
export function TourOffer() {
  const { offered, stop } = useTour()
  if (!offered || stop !== undefined) return null
  return (
    <section className={styles.offer} aria-label="Tour">
      <p>
        <strong>New here?</strong> See how it works in two minutes.
      </p>
      <div className={styles.actions}>
        <Button tone="accent" size="small" onClick={startTour}>
          Take the tour
        </Button>
        <Button tone="quiet" size="small" onClick={dismissTour}>
          Not for me
        </Button>
      </div>
    </section>
  )
}
