const TAIL = 4

/** 周敏 · 0a1f · 2026-03-02 09:00 */
export function watermark({ name, login }: { name: string; login: string }, minute: string): string {
  return [name, login.slice(-TAIL), minute].filter(Boolean).join(' · ')
}
