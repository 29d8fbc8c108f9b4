type Kind = { extension: string; mediaType: string }

const KINDS: readonly (readonly [head: readonly number[], Kind])[] = [
  [[0xff, 0xd8, 0xff], { extension: 'jpeg', mediaType: 'image/jpeg' }],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { extension: 'png', mediaType: 'image/png' }],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { extension: 'pdf', mediaType: 'application/pdf' }],
]

/** What a piece of evidence is by its first bytes: what scanners and phones make, and nothing that runs. */
export function evidenceKind(bytes: Uint8Array): Kind | null {
  return KINDS.find(([head]) => head.every((byte, at) => bytes[at] === byte))?.[1] ?? null
}
