import type { Ctx } from '#platform/ctx.ts'
import { Chance } from '../chance.ts'
import { askForHelp } from './needs.ts'
import { claimHouses, formTeams } from './people.ts'
import { honourService, serveWithTeam, TEAMS } from './shifts.ts'

const SEED = 1210

/** What volunteering brings to the demonstration county, each part in a transaction of its own. */
export const volunteeringSteps = [
  {
    words: '志愿者与服务团队 volunteers, corps and teams, training',
    run: async (ctx: Ctx) => formTeams(ctx, new Chance(SEED)),
  },
  {
    words: '楼长、单元长 heads of buildings and entrances',
    run: async (ctx: Ctx) => claimHouses(ctx, new Chance(SEED + 1)),
  },
  { words: '社区需求 a year of needs', run: async (ctx: Ctx) => askForHelp(ctx, new Chance(SEED + 2)) },
  ...Array.from({ length: TEAMS }, (_, at) => ({
    words: `一年的班次 a year of shifts ${at + 1}/${TEAMS}`,
    run: async (ctx: Ctx) => serveWithTeam(ctx, new Chance(SEED + 3 + at), at),
  })),
  { words: '星级与证明 stars and certificates', run: honourService },
]
