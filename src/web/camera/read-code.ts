import jsQR from 'jsqr'

type Picture = { data: Uint8ClampedArray; width: number; height: number }

/** The text of the code in a picture, dark on light as our cards are printed; null where there is none. */
export function readCode({ data, width, height }: Picture): string | null {
  return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data || null
}
