export function findServer(folder?: string): { version: number; bin: string } | null
export function startServer(server: { bin: string }): Promise<{ url: string; folder: string; stop: () => void }>
