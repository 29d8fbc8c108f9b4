import encoder from 'pdfmake/js/qrEnc.js'

/** A QR code as rows of 1 and 0, without its white margin: a page draws it, and no page carries an encoder. */
export function qrOf(text: string): string[] {
  const { _canvas: squares = [], _width: width = 0 } = encoder.default.measure({ qr: text, eccLevel: 'M' })
  const [, first] = squares
  const step = first?.w ?? 1
  const dark = new Set(squares.slice(1).map(({ x, y }) => `${x / step} ${y / step}`))
  const count = width / step
  return Array.from({ length: count }, (_row, y) =>
    Array.from({ length: count }, (_square, x) => (dark.has(`${x} ${y}`) ? '1' : '0')).join(''),
  )
}
