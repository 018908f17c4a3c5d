import { registerCommands } from '../workspace/commands.ts'

/** What can be done from anywhere about files that come in; answers how to take it away. */
export function registerStartCommands(): () => void {
  return registerCommands([
    {
      name: 'file.import',
      label: 'Import a file…',
      group: 'Project',
      keys: 'Mod+O',
      keywords: 'open nosql workbench model json upload',
      run: pickFile,
    },
  ])
}

/** What reads files is loaded when the first file is opened. */
async function pickFile(): Promise<void> {
  const session = await import('./importSession.ts')
  await session.pickFile()
}
