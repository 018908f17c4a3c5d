// The focus is never lost to nothing. When what held it is taken away (a dialog, a discarded item, the
// start page) and nobody else takes it, it goes to the grid, or to the view where there is none.

/** Dialogs give the focus back a few frames late, and a view that is being opened has its grid soon. */
const PATIENCE_MS = 120
const MOST_TRIES = 10

/** Watches the whole page; answers how to stop. */
export function keepFocus(): () => void {
  let last: Element | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const isLost = () => document.activeElement === document.body && last?.isConnected === false
  const bringHome = (triesLeft: number) => {
    timer = undefined
    if (!isLost() || isPopupOpen()) return
    const grid = document.querySelector<HTMLElement>('main [role=grid]')
    if (grid) grid.focus({ preventScroll: true })
    else if (triesLeft === 0) focusView()
    else wait(triesLeft - 1)
  }
  const wait = (triesLeft: number) => {
    timer = setTimeout(() => bringHome(triesLeft), PATIENCE_MS)
  }
  const onFocus = (event: FocusEvent) => {
    if (event.target instanceof Element) last = event.target
  }
  const observer = new MutationObserver(() => {
    if (timer === undefined && isLost()) wait(MOST_TRIES)
  })
  document.addEventListener('focusin', onFocus)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    document.removeEventListener('focusin', onFocus)
  }
}

/** Only while it has the focus can the view take it, so that a press on its ground leaves things as they are. */
function focusView(): void {
  const view = document.querySelector<HTMLElement>('main')
  if (!view) return
  view.tabIndex = -1
  view.addEventListener('blur', () => view.removeAttribute('tabindex'), { once: true })
  view.focus({ preventScroll: true })
}

function isPopupOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null
}
