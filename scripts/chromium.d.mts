export function findChromium(): Promise<string | undefined>
export function launchOptions(): Promise<{ executablePath?: string; args: string[] }>
