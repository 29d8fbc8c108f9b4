export function quickFolder(memory?: string): string
export function quickFolders(): string[]
