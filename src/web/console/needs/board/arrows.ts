import type { KeyboardEvent } from 'react'

const STEPS: Record<string, readonly [columns: number, cards: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Arrow keys move from card to card; a column without cards is passed over. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const link = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-card]') : null
  if (!step || !link) return
  const columns = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-column]')]
    .map((column) => [...column.querySelectorAll<HTMLElement>('[data-card]')])
    .filter((cards) => cards.length)
  const column = columns.findIndex((cards) => cards.includes(link))
  const row = columns[column]?.indexOf(link) ?? 0
  const target = columns[column + step[0]]
  const next = target?.[Math.min(row + step[1], target.length - 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
