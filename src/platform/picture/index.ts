import { cleanJpeg } from './jpeg.ts'
import { cleanPng } from './png.ts'

export type Picture = { kind: 'jpeg' | 'png'; width: number; height: number; bytes: Uint8Array }

/** A photograph of a person needs no more; a browser that unpacks forty million points already takes 160 MB. */
const MOST_POINTS = 40_000_000
const MOST_SIDE = 10_000

/** The picture alone: no place, camera, preview or comments, nothing behind its end. Undefined for what is no whole JPEG or PNG, or too large to show. */
export function cleanPicture(bytes: Uint8Array): Picture | undefined {
  const picture = cleanJpeg(bytes) ?? cleanPng(bytes)
  if (!picture) return undefined
  const { width, height } = picture
  const fits = width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_POINTS
  return fits ? picture : undefined
}
