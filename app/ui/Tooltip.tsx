// One tooltip for the whole page. Elements carry their text in data-tip (see tooltip()), and the single
// layer, mounted once by the frame, listens on the document: thousands of cells may have a tip at no cost.
// A tip never holds anything that is not also in the element's accessible name or content.

import { useEffect, useRef, useState } from 'react'
import { Kbd } from './Kbd.tsx'
import styles from './Tooltip.module.css'

const SHOW_DELAY_MS = 450
/** After one tip was shown, its neighbours answer at once for this long. */
const WARM_MS = 400

/** Spread on any element to give it a tip: `<button {...tooltip('Undo', '⌘Z')}>`. */
export function tooltip(text: string | undefined, keys?: string): Record<string, string | undefined> {
  return { 'data-tip': text, 'data-tip-keys': keys }
}

interface Tip {
  text: string
  keys: string | undefined
  anchor: DOMRect
}

function findTipped(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-tip]')) || undefined
}

function tipOf(element: HTMLElement): Tip | undefined {
  const text = element.dataset.tip
  if (!text || element.getAttribute('aria-expanded') === 'true') return undefined
  return { text, keys: element.dataset.tipKeys, anchor: element.getBoundingClientRect() }
}

/** Calls back with the tip to show, or undefined to hide. Returns how to stop. */
function watchTips(show: (tip: Tip | undefined) => void): () => void {
  let timer = 0
  let hiddenAtMs = 0
  let shown = false
  const hide = () => {
    clearTimeout(timer)
    if (shown) hiddenAtMs = performance.now()
    shown = false
    show(undefined)
  }
  const showSoon = (element: HTMLElement, delayMs: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      const tip = element.isConnected ? tipOf(element) : undefined
      shown = tip !== undefined
      show(tip)
    }, delayMs)
  }
  const onOver = (event: PointerEvent) => {
    const element = event.pointerType === 'touch' ? undefined : findTipped(event.target)
    if (!element) return hide()
    const warm = shown || performance.now() - hiddenAtMs < WARM_MS
    showSoon(element, warm ? 60 : SHOW_DELAY_MS)
  }
  const onFocus = (event: FocusEvent) => {
    const element = findTipped(event.target)
    if (element?.matches(':focus-visible')) showSoon(element, SHOW_DELAY_MS)
  }
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true, passive: true }
  document.addEventListener('pointerover', onOver, options)
  document.addEventListener('focusin', onFocus, options)
  for (const event of ['focusout', 'pointerdown', 'keydown', 'wheel']) {
    document.addEventListener(event, hide, options)
  }
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}

const GAP_PX = 6

function place(box: HTMLElement, anchor: DOMRect): void {
  const { width, height } = box.getBoundingClientRect()
  const below = anchor.bottom + GAP_PX
  const top = below + height > innerHeight - GAP_PX ? anchor.top - GAP_PX - height : below
  const centred = anchor.left + anchor.width / 2 - width / 2
  const left = Math.min(Math.max(GAP_PX, centred), innerWidth - width - GAP_PX)
  box.style.translate = `${Math.round(left)}px ${Math.round(top)}px`
}

export function TooltipLayer() {
  const [tip, setTip] = useState<Tip>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => watchTips(setTip), [])
  useEffect(() => {
    if (tip && box.current) place(box.current, tip.anchor)
  }, [tip])
  if (!tip) return null
  return (
    <div ref={box} aria-hidden className={styles.tip}>
      {tip.text}
      {tip.keys && <Kbd keys={tip.keys} />}
    </div>
  )
}
