import { lazy, Suspense, useEffect, useState } from 'react'
import type { CreateTableInput } from '../../engine/api.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Logo } from '../ui/Logo.tsx'
import { runCommand } from '../workspace/commands.ts'
import { notifyError } from '../workspace/notify.ts'
import { plural } from '../workspace/plural.ts'
import { createProject, useProjects } from '../workspace/projects.ts'
import { navigate } from '../workspace/route.ts'
import { createTable } from '../workspace/tableEdits.ts'
import { startTour, useTour } from '../workspace/tour.ts'
import { loadGallery, openSample, type SampleDesign, useGallery } from './gallery.ts'
import { SketchPicture } from './SketchPicture.tsx'
import styles from './StartPage.module.css'
import { useSketch } from './useSketch.ts'

/** Where everyone begins: sample designs, a blank one, or a file. */
export function StartPage() {
  const { samples, error } = useGallery()
  useEffect(() => void loadGallery(), [])
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.hero}>
          <Logo size={44} />
          <div>
            <h1 className={styles.title}>Design DynamoDB tables where you can see them</h1>
            <p className={styles.lead}>
              Lay out keys and indexes, look at the item collections they make, and run real queries on real
              items. All of it in this browser: nothing is uploaded, and everything is kept.
            </p>
          </div>
        </header>
        <Beginnings />
        <RecentProjects />
        <section aria-labelledby="samples">
          <h2 id="samples" className={styles.section}>
            Sample designs
          </h2>
          {error && (
            <ErrorNote message={error} hint="The rest of the workbench does not need them." tone="warning" />
          )}
          <ul className={styles.cards}>
            {samples?.map((sample) => (
              <SampleCard key={sample.name} sample={sample} />
            ))}
          </ul>
        </section>
      </div>
    </main>
  )
}

const NewTable = lazy(async () => ({ default: (await import('./NewTableDialog.tsx')).NewTableDialog }))

/** The project is made with its first table, and not before: who cancels leaves nothing behind. */
async function createInNewProject(definition: CreateTableInput): Promise<void> {
  try {
    await createProject('Untitled design')
    await createTable(definition)
  } catch (error) {
    // The start page is gone by then, and the dialog with it.
    notifyError(`The table ${definition.TableName} was not made`, error)
    throw error
  }
}

function BlankBeginning() {
  const [isNaming, setIsNaming] = useState(false)
  return (
    <>
      <button type="button" className={styles.beginning} onClick={() => setIsNaming(true)}>
        <Icon name="blank" size={18} />
        <span>
          <strong>Start blank</strong>
          <span className={styles.muted}>A new project and its first table</span>
        </span>
      </button>
      {isNaming && (
        <Suspense>
          <NewTable create={createInNewProject} onClose={() => setIsNaming(false)} />
        </Suspense>
      )}
    </>
  )
}

function Beginnings() {
  return (
    <div className={styles.beginnings}>
      <BlankBeginning />
      <button type="button" className={styles.beginning} onClick={() => runCommand('file.import')}>
        <Icon name="import" size={18} />
        <span>
          <strong>Import a file…</strong>
          <span className={styles.muted}>A model or table; drop it anywhere</span>
        </span>
      </button>
      <TourBeginning />
    </div>
  )
}

/** The tour needs something to look at: it opens the first sample design. */
function TourBeginning() {
  const offered = useTour((state) => state.offered)
  const first = useGallery((state) => state.samples?.[0])
  if (!offered || !first) return null
  const begin = async () => {
    await openSample(first)
    startTour()
  }
  return (
    <button
      type="button"
      className={styles.beginning}
      onClick={() => void begin().catch((error: unknown) => notifyError('The tour did not start', error))}
    >
      <Icon name="help" size={18} />
      <span>
        <strong>Take the tour</strong>
        <span className={styles.muted}>Two minutes, on a sample design</span>
      </span>
    </button>
  )
}

const MOST_RECENT = 4

function RecentProjects() {
  const projects = useProjects((state) => state.projects)
  if (!projects || projects.length === 0) return null
  return (
    <section className={styles.recent} aria-labelledby="recent">
      <h2 id="recent" className={styles.section}>
        Continue
      </h2>
      <div className={styles.projects}>
        {projects.slice(0, MOST_RECENT).map(({ id, name }) => (
          <Button key={id} onClick={() => navigate({ projectId: id })}>
            <Icon name="project" size={14} />
            {name}
          </Button>
        ))}
        {projects.length > MOST_RECENT && (
          <Button tone="quiet" onClick={() => runCommand('project.all')}>
            All {projects.length}…
          </Button>
        )}
      </div>
    </section>
  )
}

function SampleCard({ sample }: { sample: SampleDesign }) {
  const sketch = useSketch(sample.file)
  const open = () =>
    void openSample(sample).catch((error: unknown) => notifyError(`${sample.title} was not opened`, error))
  return (
    <li>
      <button type="button" className={styles.card} onClick={open}>
        <span className={styles.picture}>
          <SketchPicture sketch={sketch} />
        </span>
        <span className={styles.words}>
          <strong className={styles.name}>{sample.title}</strong>
          <span className={styles.pattern}>{sample.pattern}</span>
          <span className={styles.summary}>{sample.summary}</span>
          <span className={styles.counts}>
            {plural(sample.tables, 'table')}, {plural(sample.items, 'item')}
          </span>
        </span>
      </button>
    </li>
  )
}
