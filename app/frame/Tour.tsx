import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { dismissTour, moveTour, TOUR_STOPS, useTour } from '../workspace/tour.ts'
import styles from './Tour.module.css'

const GAP_PX = 12

/** The tour while it runs. */
export function Tour() {
  const { stop } = useTour()
  return stop === undefined ? null : <TourCard key={stop} stop={stop} />
}

function findTarget(stop: number): DOMRect | undefined {
  return document.querySelector(`[data-tour="${TOUR_STOPS[stop]?.at}"]`)?.getBoundingClientRect()
}

function TourCard({ stop }: { stop: number }) {
  const card = useRef<HTMLElement>(null)
  const [target, setTarget] = useState(() => findTarget(stop))
  const shown = TOUR_STOPS[stop]
  useEffect(() => {
    const follow = () => setTarget(findTarget(stop))
    addEventListener('resize', follow)
    card.current?.focus()
    return () => removeEventListener('resize', follow)
  }, [stop])
  useEffect(() => {
    if (card.current) place(card.current, target)
  }, [target])
  if (!shown) return null
  return (
    <>
      {target && <div className={styles.light} style={lightStyle(target)} aria-hidden />}
      <section
        ref={card}
        className={styles.card}
        role="dialog"
        aria-label={`Tour: ${shown.title}`}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') dismissTour()
          if (event.key === 'ArrowRight') moveTour(1)
          if (event.key === 'ArrowLeft') moveTour(-1)
        }}
      >
        <p className={styles.step}>
          {stop + 1} of {TOUR_STOPS.length}
        </p>
        <h2 className={styles.title}>{shown.title}</h2>
        <p>{shown.text}</p>
        <TourButtons stop={stop} />
      </section>
    </>
  )
}

function TourButtons({ stop }: { stop: number }) {
  const isLast = stop === TOUR_STOPS.length - 1
  return (
    <div className={styles.actions}>
      <Button tone="accent" size="small" onClick={() => moveTour(1)}>
        {isLast ? 'Done' : 'Next'}
      </Button>
      {stop > 0 && (
        <Button size="small" onClick={() => moveTour(-1)}>
          Back
        </Button>
      )}
      {!isLast && (
        <Button tone="quiet" size="small" onClick={dismissTour}>
          Don’t show again
        </Button>
      )}
    </div>
  )
}

function lightStyle({ left, top, width, height }: DOMRect) {
  return { left: left - 3, top: top - 3, width: width + 6, height: height + 6 }
}

/** Beside the target where there is room: right, below, above; else in the middle of it. */
function place(card: HTMLElement, target: DOMRect | undefined): void {
  const { offsetWidth: width, offsetHeight: height } = card
  const box = target ?? new DOMRect(innerWidth / 2, innerHeight / 2, 0, 0)
  const fitsRight = box.right + GAP_PX + width < innerWidth
  const fitsBelow = box.bottom + GAP_PX + height < innerHeight
  const fitsAbove = box.top - GAP_PX - height > 0
  let left = box.left + box.width / 2 - width / 2
  let top = box.top + box.height / 2 - height / 2
  if (fitsRight && box.height > height / 2) [left, top] = [box.right + GAP_PX, box.top + 24]
  else if (fitsBelow) top = box.bottom + GAP_PX
  else if (fitsAbove) top = box.top - GAP_PX - height
  const clamp = (value: number, size: number, room: number) =>
    Math.min(Math.max(GAP_PX, value), room - size - GAP_PX)
  card.style.left = `${clamp(left, width, innerWidth)}px`
  card.style.top = `${clamp(top, height, innerHeight)}px`
}
