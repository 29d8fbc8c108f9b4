import type { Condition } from '#modules/people/search/contract.ts'

/** The address of the people list with one condition set: the number on this page and the list it opens ask the same question. */
export function peopleAddress(condition: Omit<Condition, 'value'> & { value?: Condition['value'] }): string {
  return `/people?where=${encodeURIComponent(JSON.stringify([{ value: null, ...condition }]))}`
}
