export function ensureInstalled(root?: string): Promise<void>
export function ensureChromium(): string
export function openTestRun(): { env: Record<string, string>; close: () => void }
