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
