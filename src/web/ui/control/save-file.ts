const A_MINUTE = 60_000

/** Hands a download to the browser under its name. */
export function saveFile({ name, bytes }: { name: string; bytes: Uint8Array }): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // A busy browser reads the address, and the name, a moment later.
  setTimeout(() => URL.revokeObjectURL(url), A_MINUTE)
}
