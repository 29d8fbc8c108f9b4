import type { Ctx } from '#platform/ctx.ts'
import { Chance } from '../chance.ts'
import { askForHelp } from './needs.ts'
import { claimHouses, formTeams } from './people.ts'
import { publishShifts } from './shifts.ts'

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
  { words: '排班 shifts are published', run: publishShifts },
]
