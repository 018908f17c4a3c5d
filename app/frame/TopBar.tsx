import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Logo } from '../ui/Logo.tsx'
import { tooltip } from '../ui/Tooltip.tsx'
import { runCommand } from '../workspace/commands.ts'
import { useProject } from '../workspace/project.ts'
import { navigate, useRoute, type View } from '../workspace/route.ts'
import { cycleTheme, type Theme, useTheme } from '../workspace/theme.ts'
import { useUndo } from '../workspace/undo.ts'
import { useFrame } from './frameState.ts'
import { ProjectMenu } from './ProjectMenu.tsx'
import styles from './TopBar.module.css'

export function TopBar() {
  const hasProject = useProject((state) => state.status === 'ready')
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <a className={styles.home} href="#/start" aria-label="Sortkey, start page" {...tooltip('Start page')}>
          <Logo />
        </a>
        <ProjectMenu />
        {hasProject && <UndoButtons />}
      </div>
      {hasProject && <ViewSwitch />}
      <div className={styles.end}>
        <PaletteButton />
        <IconButton
          icon="import"
          label="Import a file"
          keys="Mod+O"
          onClick={() => runCommand('file.import')}
        />
        {hasProject && (
          <IconButton
            icon="export"
            label="Export"
            keys="Mod+Shift+E"
            onClick={() => runCommand('file.export')}
          />
        )}
        <ThemeButton />
        {hasProject && <PaneButtons />}
      </div>
    </header>
  )
}

function UndoButtons() {
  const { undoLabel, redoLabel, busy } = useUndo()
  return (
    <div className={styles.group}>
      <IconButton
        icon="undo"
        label={undoLabel ? `Undo ${undoLabel}` : 'Nothing to undo'}
        keys="Mod+Z"
        disabled={!undoLabel || busy}
        onClick={() => runCommand('edit.undo')}
      />
      <IconButton
        icon="redo"
        label={redoLabel ? `Redo ${redoLabel}` : 'Nothing to redo'}
        keys="Mod+Shift+Z"
        disabled={!redoLabel || busy}
        onClick={() => runCommand('edit.redo')}
      />
    </div>
  )
}

const VIEWS: readonly { view: View; label: string; keys: string }[] = [
  { view: 'items', label: 'Items', keys: 'Alt+1' },
  { view: 'query', label: 'Query', keys: 'Alt+2' },
]

function ViewSwitch() {
  const { view: current } = useRoute()
  return (
    <nav className={styles.views} aria-label="Views" data-tour="views">
      {VIEWS.map(({ view, label, keys }) => (
        <button
          key={view}
          type="button"
          className={styles.view}
          aria-current={view === current ? 'page' : undefined}
          data-tip={`${label} view`}
          data-tip-keys={keys}
          onClick={() => navigate({ view })}
        >
          {label}
        </button>
      ))}
    </nav>
  )
}

function PaletteButton() {
  return (
    <Button className={styles.palette} data-tour="palette" onClick={() => runCommand('palette.open')}>
      <Icon name="search" size={14} />
      <span className={styles.paletteText}>Find or run…</span>
      <Kbd keys="Mod+K" />
    </Button>
  )
}

const THEME_WORDS: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'As the system' }

function ThemeButton() {
  const { theme } = useTheme()
  return <IconButton icon={theme} label={`Theme: ${THEME_WORDS[theme]}`} onClick={cycleTheme} />
}

function PaneButtons() {
  const { panes } = useFrame()
  return (
    <div className={styles.group}>
      <IconButton
        icon="panelLeft"
        label="Sidebar"
        keys="Mod+B"
        aria-pressed={panes.sidebar}
        onClick={() => runCommand('pane.sidebar')}
      />
      <IconButton
        icon="panelBottom"
        label="Activity"
        keys="Mod+J"
        aria-pressed={panes.activity}
        onClick={() => runCommand('pane.activity')}
      />
      <IconButton
        icon="panelRight"
        label="Inspector"
        keys="Mod+I"
        aria-pressed={panes.inspector}
        onClick={() => runCommand('pane.inspector')}
      />
    </div>
  )
}
