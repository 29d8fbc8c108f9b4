const TAIL = 4

export function watermark({ name, login }: { name: string; login: string }, minute: string): string {
  return [name, login.slice(-TAIL), minute].filter(Boolean).join(' · ')
}
