import css from './watermark.module.css'

const [WIDTH, HEIGHT] = [320, 180]

/** A faint text over the whole page, also on paper: who looks away with a photograph of it is named in it. */
export function Watermark({ text }: { text: string }) {
  return <div className={css.mark} aria-hidden="true" data-watermark={text} style={{ backgroundImage: tileOf(text) }} />
}

function tileOf(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><text x="24" y="130" font-size="14" font-family="sans-serif" fill="#3a332b" fill-opacity="0.085" transform="rotate(-20 24 130)">${safe}</text></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
