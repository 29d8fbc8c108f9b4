/** The place of a state in an order; what is not in it comes last. */
export function placeIn(order: readonly string[], state: unknown): number {
  const at = order.indexOf(String(state))
  return at < 0 ? order.length : at
}
