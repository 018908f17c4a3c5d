// The sample designs that ship with the workbench: public/designs/gallery.json lists them.

import { create } from 'zustand'
import { importSample } from './importSession.ts'

export interface SampleDesign {
  name: string
  file: string
  title: string
  /** What it teaches: 'Adjacency list'. */
  pattern: string
  summary: string
  tables: number
  items: number
}

export interface GalleryState {
  samples: SampleDesign[] | undefined
  error?: string
}

export const useGallery = create<GalleryState>()(() => ({ samples: undefined }))

const FOLDER = './designs/'

/** Fetches the list once; a failure may be tried again. */
export async function loadGallery(): Promise<void> {
  if (useGallery.getState().samples) return
  try {
    const response = await fetch(`${FOLDER}gallery.json`)
    if (!response.ok) throw new Error(`The list of sample designs could not be fetched (${response.status}).`)
    useGallery.setState({ samples: (await response.json()) as SampleDesign[] })
  } catch (error) {
    useGallery.setState({ samples: [], error: String(error) })
  }
}

export async function fetchSample(file: string): Promise<Blob> {
  const response = await fetch(`${FOLDER}${encodeURIComponent(file)}`)
  if (!response.ok) throw new Error(`The sample design could not be fetched (${response.status}).`)
  return response.blob()
}

/** Opens a sample as a new project. */
export async function openSample({ file, title }: Pick<SampleDesign, 'file' | 'title'>): Promise<void> {
  await importSample({ name: title, file: await fetchSample(file) })
}
