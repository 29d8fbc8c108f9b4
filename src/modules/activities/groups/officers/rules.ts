const FIVE_YEARS = 5

/** 社会团体登记管理条例 leaves terms to the charter; none of an association is longer than five years. */
export function isTermWell(heldOn: string, untilOn: string): boolean {
  const latest = `${Number(heldOn.slice(0, 4)) + FIVE_YEARS}${heldOn.slice(4)}`
  return untilOn > heldOn && untilOn <= latest
}

/** An election in which fewer than two thirds of the members took part is told of. */
export function isWellAttended(voted: number, eligible: number): boolean {
  return voted * 3 >= eligible * 2
}
