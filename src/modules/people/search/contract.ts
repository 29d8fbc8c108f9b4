import { z } from 'zod'
import { classed, done, endpoint, listedPhone, paging, rowId } from '#platform/contract.ts'
import { tooManyNumbers } from '../by-number/words.ts'
import { listedFields } from '../fields/index.ts'
import { tooManyViewed } from './words.ts'

/** `field`: a key of the catalogue, or age, status, place or unit (subtree), originalUnit (that unit alone) and the like; "has no …" is `empty`. */
export const condition = z.object({
  field: z.string().max(40),
  op: z.enum(['is', 'not', 'in', 'contains', 'under', 'atLeast', 'atMost', 'between', 'empty', 'filled']),
  value: z
    .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])), z.null()])
    .default(null),
})
export type Condition = z.infer<typeof condition>

const question = {
  q: z.string().max(60).default(''),
  place: z
    .string()
    .regex(/^[1-8]\d{18}$/)
    .optional(),
  unit: rowId.optional(),
  status: z.enum(['living', 'deceased', 'moved_out', 'all']).default('living'),
  where: z.array(condition).max(30).default([]),
}
const sortKeys = ['birthOn', 'name', 'retiredOn', 'completeness', 'updatedAt', 'rank'] as const
export const order = { sort: z.enum(sortKeys).default('birthOn'), descending: z.boolean().default(false) }
const columns = z.array(z.string().max(40)).max(80).default([])

const item = z.object({
  id: rowId,
  name: z.string(),
  status: z.string(),
  age: z.int().nullable(),
  unit: z.string().nullable(),
  street: z.string().nullable(),
  community: z.string().nullable(),
  phone: listedPhone,
  /** Whether an identity number is registered; no digit of it stands in a list. */
  idStatus: z.string(),
  completeness: z.int(),
  tags: z.array(z.string()),
  fields: listedFields,
})
export type PersonItem = z.infer<typeof item>
export const listedPeople = z.object({ items: z.array(item), total: z.int() })

/** What this reader may see and do with a list, so that a page never guesses from what is empty. */
const peopleAbilities = z.object({
  seePersonal: z.boolean(),
  seeRestricted: z.boolean(),
  reveal: z.boolean(),
  export: z.boolean(),
})

/** Which people a bulk act is for: named ones, or everybody a question finds. */
export const selection = z.union([
  z.object({ ids: z.array(rowId).min(1).max(5000) }),
  z.object({ question: z.object(question) }),
])
export type Selection = z.output<typeof selection>

const view = z.object({
  id: rowId,
  name: z.string(),
  isShared: z.boolean(),
  isDefault: z.boolean(),
  isMine: z.boolean(),
  definition: z.object({ search: z.string().max(4000), columns: z.array(z.string()) }),
})

export const contract = {
  listPeople: endpoint({
    method: 'get',
    look: { people: ['items.id'] },
    pace: 'search',
    path: '/people',
    permission: 'people.read',
    summary: { zh: '查找离退休干部', en: 'Find cadres' },
    input: z.object({ ...question, ...order, ...paging, columns, counted: z.boolean().default(true) }),
    output: listedPeople.extend({ can: peopleAbilities }),
    refusals: [{ code: 'people.bad_filter', status: 422 }, tooManyNumbers, tooManyViewed],
  }),
  countPeople: endpoint({
    method: 'get',
    path: '/people-count',
    permission: 'people.read',
    summary: { zh: '按一个维度计数', en: 'Count by one axis' },
    input: z.object({
      ...question,
      by: z.enum([
        'street',
        'community',
        'unit',
        'kind',
        'gender',
        'ageBand',
        'status',
        'political',
        'nature',
        'health',
      ]),
    }),
    output: z.object({
      items: z.array(z.object({ key: z.string().nullable(), name: z.string(), count: z.int() })),
      total: z.int(),
    }),
    refusals: [{ code: 'people.bad_filter', status: 422 }, tooManyNumbers],
  }),
  listBirthdays: endpoint({
    method: 'get',
    look: { people: ['items.id'] },
    path: '/people-birthdays',
    permission: 'people.read',
    summary: { zh: '未来十四天的整寿', en: 'Round birthdays of the next fourteen days' },
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          id: rowId,
          name: z.string(),
          where: z.string().nullable(),
          /** Month and day. */
          day: classed(z.string().nullable(), 'pi', 'hide'),
          age: classed(z.int().nullable(), 'pi', 'hide'),
        }),
      ),
      /** False: not for this reader. */
      isShown: z.boolean(),
    }),
  }),
  tagPeople: endpoint({
    method: 'post',
    path: '/people-tags',
    permission: 'people.tag',
    summary: { zh: '批量加减标签', en: 'Add or remove tags in bulk' },
    input: z.object({
      selection,
      add: z.array(z.string().trim().min(1).max(20)).max(10).default([]),
      remove: z.array(z.string()).max(10).default([]),
    }),
    output: z.object({ changed: z.int() }),
  }),
  listTags: endpoint({
    method: 'get',
    path: '/people-tags',
    permission: 'people.read',
    summary: { zh: '在用标签', en: 'Tags in use' },
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ tag: z.string(), count: z.int() })) }),
  }),
  listViews: endpoint({
    method: 'get',
    path: '/people-views',
    permission: 'people.read',
    summary: { zh: '保存的视图', en: 'Saved views' },
    input: z.object({}),
    output: z.object({ items: z.array(view) }),
  }),
  saveView: endpoint({
    method: 'post',
    path: '/people-views',
    permission: 'people.read',
    summary: { zh: '保存视图', en: 'Save a view' },
    input: view
      .pick({ name: true, isShared: true, isDefault: true, definition: true })
      .extend({ name: z.string().trim().min(1).max(40) }),
    output: z.object({ id: rowId }),
  }),
  removeView: endpoint({
    method: 'delete',
    path: '/people-views/:id',
    permission: 'people.read',
    summary: { zh: '删除自己的视图', en: 'Remove a view of one’s own' },
    input: z.object({ id: rowId }),
    output: done,
  }),
  readQuality: endpoint({
    method: 'get',
    path: '/people-quality',
    permission: 'people.read',
    summary: { zh: '数据质量', en: 'Data quality' },
    input: z.object({}),
    output: z.object({
      total: z.int(),
      complete: z.int(),
      averageCompleteness: z.int(),
      missing: z.array(z.object({ field: z.string(), count: z.int() })),
      doubtfulIds: z.int(),
      noHome: z.int(),
      openDuplicates: z.int(),
      unverified: z.int(),
    }),
  }),
}
