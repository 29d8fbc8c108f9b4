import { writeFileSync } from 'node:fs'
import { qrOf } from '#platform/qr/index.ts'

const [WIDTH, HEIGHT, SQUARE] = [320, 240, 7] as const
const [WHITE, BLACK] = [235, 16] as const
/** Pictures a second, how many of them show a card, and how many the hand that changes it. */
const [RATE, SHOWN, BETWEEN] = [5, 4, 1] as const

/** What Chromium's camera for tests plays, over and over: each text held up as a QR code, one after another. */
export function filmCards(path: string, texts: readonly string[]): void {
  const cards = texts.flatMap((text) => [
    ...Array<Buffer>(SHOWN).fill(cardWith(text)),
    ...Array<Buffer>(BETWEEN).fill(picture()),
  ])
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${RATE}:1 Ip A1:1 C420jpeg\n`), ...cards]),
  )
}

/** One frame without colour, white all over. */
function picture(): Buffer {
  const light = Buffer.alloc(WIDTH * HEIGHT, WHITE)
  return Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)])
}

function cardWith(text: string): Buffer {
  const frame = picture()
  const rows = qrOf(text)
  const side = rows.length * SQUARE
  const [left, top] = [Math.floor((WIDTH - side) / 2), Math.floor((HEIGHT - side) / 2)]
  const head = 'FRAME\n'.length
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (rows[Math.floor(y / SQUARE)]?.[Math.floor(x / SQUARE)] === '1')
        frame[head + (top + y) * WIDTH + left + x] = BLACK
  return frame
}
