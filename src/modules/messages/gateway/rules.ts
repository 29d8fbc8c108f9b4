export type Outcome = 'sent' | 'refused' | 'unreachable'

/** What an answer of the gateway means: a number it does not take is not tried again, everything else later. */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'sent'
  const isLater = status >= 500 || status === 401 || status === 403 || status === 408 || status === 429
  return isLater ? 'unreachable' : 'refused'
}
