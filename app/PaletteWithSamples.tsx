import { useEffect, useMemo } from 'react'
import { CommandPalette } from './frame/CommandPalette.tsx'
import { loadGallery, openSample, useGallery } from './start/gallery.ts'
import { notifyError } from './workspace/notify.ts'

/** The palette of the frame, with the sample designs of the start page. */
export function PaletteWithSamples({ onClose }: { onClose(): void }) {
  const list = useGallery((state) => state.samples)
  useEffect(() => void loadGallery(), [])
  const samples = useMemo(
    () =>
      (list ?? []).map(({ name, file, title }) => ({
        name,
        title,
        open: () =>
          void openSample({ file, title }).catch((error: unknown) =>
            notifyError(`${title} was not opened`, error),
          ),
      })),
    [list],
  )
  return <CommandPalette samples={samples} onClose={onClose} />
}
