const MARGIN = 4

/** A QR code of rows of 1 and 0, with the white margin that readers need. */
export function Qr({ rows, label }: { rows: readonly string[]; label: string }) {
  const size = rows.length + 2 * MARGIN
  const path = rows
    .map((row, y) =>
      row
        .split('')
        .map((cell, x) => (cell === '1' ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : ''))
        .join(''),
    )
    .join('')
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}
