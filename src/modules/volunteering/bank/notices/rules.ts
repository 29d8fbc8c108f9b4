/** Days a notice stands open to everybody: as long as a volunteer may object to what was recorded. */
export const OPEN_DAYS = 30

export type Line = {
  personId: string
  teamId: string | null
  /** Null: not named, counted in the sums alone. */
  name: string | null
  community: string | null
  team: string | null
  minutes: number
  earned: number
  redeemed: number
  donated: number
  /** What the pool gave them. */
  granted: number
}
export type Sums = {
  people: number
  minutes: number
  earned: number
  redeemed: number
  donated: number
  granted: number
}
export type Group = Sums & { name: string | null }
export type Entry = Omit<Line, 'teamId' | 'team'> & { teams: string[] }

const nothing: Sums = { people: 0, minutes: 0, earned: 0, redeemed: 0, donated: 0, granted: 0 }

export function sumsOf(lines: readonly Line[]): Sums {
  const people = new Set(lines.map(({ personId }) => personId)).size
  return lines.reduce(
    (sum, line) => ({
      people,
      minutes: sum.minutes + line.minutes,
      earned: sum.earned + line.earned,
      redeemed: sum.redeemed + line.redeemed,
      donated: sum.donated + line.donated,
      granted: sum.granted + line.granted,
    }),
    nothing,
  )
}

function grouped(lines: readonly Line[], nameOf: (line: Line) => string | null): Group[] {
  const names = [...new Set(lines.map(nameOf))]
  return names.map((name) => ({ name, ...sumsOf(lines.filter((line) => nameOf(line) === name)) }))
}

export const byCommunity = (lines: readonly Line[]) => grouped(lines, ({ community }) => community)

/** What was earned with a team. Points are redeemed and donated by people, not by teams. */
export function byTeam(lines: readonly Line[]): Group[] {
  return grouped(
    lines.filter(({ teamId }) => teamId !== null),
    ({ team }) => team,
  )
}

/** A line each for those who are named, whatever teams they served with, in the order of the lines. */
export function byPerson(lines: readonly Line[]): Entry[] {
  const ids = [...new Set(lines.map(({ personId }) => personId))]
  return ids.flatMap((personId) => {
    const theirs = lines.filter((line) => line.personId === personId)
    const [first] = theirs
    if (!first) return []
    const { people: _, ...sums } = sumsOf(theirs)
    const teams = [...new Set(theirs.flatMap(({ team }) => team ?? []))]
    return [{ personId, name: first.name, community: first.community, teams, ...sums }]
  })
}

/** Those who are not named, together: nobody is told by being left out. */
export function unnamedOf(lines: readonly Line[]): Sums {
  return sumsOf(lines.filter(({ name }) => name === null))
}

/** Of fewer than so many who are not named no figure is told: beside the lines of those who are, it would be theirs. */
export const FEW = 5

/**
 * Who stands in no figure that everybody reads: those not named, where they are few in their community. It is asked of communities, which lie in no other
 * notice in another way, and of the whole alike, so that nothing that is left out can be reckoned from what is told.
 */
function leftOut(lines: readonly Line[]): ReadonlySet<string> {
  const unnamed = lines.filter(({ name }) => name === null)
  const cells = Map.groupBy(unnamed, ({ community }) => community)
  const few = [...cells.values()].map((cell) => new Set(cell.map(({ personId }) => personId)))
  return new Set(few.filter((people) => people.size < FEW).flatMap((people) => [...people]))
}

/** What a notice tells everybody. A team has what those who are named earned with it: teams lie across communities. */
export function toldOf(lines: readonly Line[]) {
  const out = leftOut(lines)
  const told = lines.filter(({ personId }) => !out.has(personId))
  const missing = (of: (line: Line) => boolean) => lines.some((line) => of(line) && out.has(line.personId))
  const teams = byTeam(told.filter(({ name }) => name !== null))
  return {
    sums: sumsOf(told),
    communities: byCommunity(told).map((one) => ({ ...one, few: missing(({ community }) => community === one.name) })),
    teams: teams.map((one) => ({
      ...one,
      few: lines.some((line) => line.teamId !== null && line.team === one.name && line.name === null),
    })),
    unnamed: unnamedOf(told),
    few: out.size > 0,
  }
}

/** Whether what the pool took in or gave would tell what somebody left out gave or was given. */
export function tellsOfPool(lines: readonly Line[]): boolean {
  const out = leftOut(lines)
  return lines.some(({ personId, donated, granted }) => out.has(personId) && (donated !== 0 || granted !== 0))
}

export type NoticeState = 'open' | 'over' | 'withdrawn'

export function stateOf(
  { untilOn, withdrawnOn }: { untilOn: string; withdrawnOn: string | null },
  today: string,
): NoticeState {
  if (withdrawnOn) return 'withdrawn'
  return today <= untilOn ? 'open' : 'over'
}

export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
}
