import { contract as requests } from '#modules/accounts/requests/contract.ts'
import { contract as policy } from '#modules/accounts/security-policy/contract.ts'
import { contract as affiliations } from '#modules/people/affiliations/contract.ts'
import { contract as settings } from '#modules/people/county-settings/contract.ts'
import { contract as corrections } from '#modules/people/privacy/corrections/contract.ts'
import { contract as evidence } from '#modules/people/privacy/evidence/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as imports } from '#modules/people/roster-import/contract.ts'
import { contract as exports } from '#modules/people/search/export/contract.ts'
import { contract as sites } from '#modules/places/sites/contract.ts'
import { contract as units } from '#modules/units/contract.ts'
import { foundUnit } from '#modules/units/index.ts'
import { proofOf } from '#test/office/desks/proof.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, PLACES, type Worker } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { readRoster, type Town } from '../canaries.ts'

export type Ground = { o: Office; town: Town; clerk: Worker; colleague: Worker; system: Worker; turn: () => number }
type Good = Record<string, unknown>
/** What a door needs besides words so that it opens: made anew for each request, since many doors open once. */
type Opening = (g: Ground, section: string) => Good | Promise<Good>

const day = '2026-03-02'
const someone = ({ o }: Ground) => o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
/** Those whose pages are looked at later, in turn. */
const hostOf = ({ town, turn }: Ground) => [town.near.id, town.beside.id][turn() % 2] ?? town.near.id

async function versionOf(g: Ground, id: string, section: string): Promise<number> {
  const { sections } = await g.o.as(g.clerk).call(record).readPerson({ id })
  return sections.find(({ key }) => key === section)?.version ?? 0
}

const ofSection =
  (extra: Good = {}): Opening =>
  async (g, section) => {
    const id = hostOf(g)
    return { id, section, version: await versionOf(g, id, section), ...extra }
  }
const ofList =
  (section: string, items: Good): Opening =>
  async (g) => {
    const id = hostOf(g)
    return { id, version: await versionOf(g, id, section), ...items }
  }
const proposed = (g: Ground, section: string) => ({
  id: hostOf(g),
  section,
  values: section === 'work' ? { post: `科长${g.turn()}` } : {},
  reason: '核对档案',
})
const unitNow: Opening = async ({ o, clerk, town }) => {
  const { id, version } = await o.as(clerk).call(units).readUnit({ id: town.nearUnit })
  return { id, version, name: '县近水利局' }
}
const list = ({ town }: Ground): Good => ({
  selection: { ids: [town.near.id] },
  columns: ['name'],
  purpose: '核对名单用',
})
const askedFor = async (g: Ground): Promise<Good> => ({
  ...(await g.o
    .as(g.clerk)
    .call(exports)
    .requestExport({ selection: { ids: [g.town.near.id] }, columns: ['name'], purpose: '核对名单用', isWhole: true })),
})
const request = ({ turn }: Ground) => ({
  login: `user${turn()}`,
  name: '王丽',
  mobile: '13900001111',
  role: 'reader' as const,
  places: [PLACES.guangchang],
  reason: '新来的同事',
})
const proof = Buffer.from(photograph())
const table = (text: string) => ({ bytes: new TextEncoder().encode(text), name: '名单.csv' })

export const OPENINGS: Readonly<Record<string, Opening>> = {
  requestAccount: request,
  refuseRequest: async (g) => ({
    ...(await g.o.as(g.system).call(requests).requestAccount(request(g))),
    reason: '不同意',
  }),
  setPolicy: async ({ o }) => {
    const guard = await o.hire({ role: 'security_administrator' })
    const { yourAddress: _own, limits: _limits, ...now } = await o.as(guard).call(policy).showPolicy()
    return now
  },
  setProvider: () => ({
    name: '统一身份',
    issuer: 'https://id.example.org',
    clientId: 'a',
    ownAddress: 'https://office.example.org',
    acceptsSecondFactor: false,
    clientSecret: 'b'.repeat(20),
  }),
  requestForAccount: async ({ o }) => ({ id: (await o.hire()).id, kind: 'code' as const, reason: '忘记密码' }),
  addPlace: ({ turn }) => ({ under: PLACES.guangchang, level: 'grid', name: `第${turn()}网格` }),
  renamePlace: () => ({ code: PLACES.ruiheng, name: '瑞恒社区居民委员会' }),
  changeSite: async ({ o, clerk, turn }) => {
    const facts = { placeCode: PLACES.guangchang, kind: 'clinic' as const, name: `诊所${turn()}` }
    return { ...facts, ...(await o.as(clerk).call(sites).addSite(facts)) }
  },
  addSite: ({ turn }) => ({ placeCode: PLACES.guangchang, kind: 'clinic', name: `药店${turn()}` }),
  addPlacesFromSpreadsheet: () => table('社区,网格\n广场社区,表格网格'),
  importUnits: () => table('单位名称\n表格局'),
  foundUnit: ({ turn }) => ({ name: `第${turn()}局`, kind: 'employer' }),
  renameUnit: unitNow,
  changeUnitFacts: async (g, section) => ({ ...(await unitNow(g, section)), name: undefined, kind: 'employer' }),
  splitUnit: async (g) => {
    const { id } = await g.o.act((ctx) => foundUnit(ctx, { name: `待拆${g.turn()}`, kind: 'employer' }))
    return { id, version: 1, parts: [{ unit: { name: `拆出${g.turn()}`, kind: 'employer' } }] }
  },
  tagPeople: (g) => ({ selection: { ids: [hostOf(g)] }, add: ['党员'] }),
  saveView: ({ turn }) => ({
    name: `视图${turn()}`,
    isShared: true,
    isDefault: false,
    definition: { search: '', columns: [] },
  }),
  giveConsent: async (g) => {
    const id = await someone(g)
    const { fileId } = await g.o.as(g.clerk).call(evidence).bringEvidence({ id, name: '委托书.jpg', bytes: proof })
    return { id, purpose: 'photo', agreed: true, givenBy: 'family', giver: '女儿', evidenceId: fileId }
  },
  bringEvidence: (g) => ({ id: hostOf(g), name: '依据.jpg', bytes: proof }),
  proposeCorrection: async (g, section) => ({
    ...proposed(g, section),
    evidenceId: await proofOf(g.o, g.clerk, hostOf(g)),
  }),
  proposeByPaper: (g, section) => ({
    ...proposed(g, section),
    id: undefined,
    name: g.town.far.name,
    idNumber: g.town.far.idNumber,
  }),
  bringPaper: async (g) => {
    const { name, idNumber } = g.town.far
    const asked = { section: 'work' as const, values: { post: `处长${g.turn()}` }, reason: '核对档案', name, idNumber }
    const { requestId } = await g.o.as(g.clerk).call(corrections).proposeByPaper(asked)
    return { id: requestId, name: '依据.jpg', bytes: proof }
  },
  decideCorrection: async (g) => {
    const values = { post: `处长${g.turn()}` }
    const asked = { id: g.town.near.id, section: 'work' as const, values, reason: '核对档案' }
    const evidenceId = await proofOf(g.o, g.colleague, asked.id)
    const { requestId } = await g.o
      .as(g.colleague)
      .call(corrections)
      .proposeCorrection({ ...asked, evidenceId })
    return { id: requestId, approve: false, note: '证据不足' }
  },
  requestErasure: async (g) => ({ id: await someone(g), ground: 'purpose_ended', reason: '本人要求' }),
  readIncidentPeople: ({ town }) => incident(town),
  printIncident: ({ town }) => ({ ...incident(town), what: '名单外传' }),
  exportPeople: list,
  requestExport: list,
  approveExport: async (g) => ({ ...(await askedFor(g)), by: 'colleague' }),
  refuseExport: async (g) => ({ ...(await askedFor(g)), note: '理由不足', by: 'colleague' }),
  registerPerson: ({ turn }) => ({ values: { name: `甄${turn()}`, kind: 'tuixiu' }, placeCode: PLACES.guangchang }),
  changeSection: ofSection({ values: {} }),
  verifySection: ofSection(),
  changeContacts: ofList('contacts', { contacts: [{ relation: '2', name: '王芳' }] }),
  changeFamily: ofList('family', { family: [{ relation: '1', name: '王芳' }] }),
  revealField: ({ town }) => ({ id: town.near.id, field: 'phones', purpose: 'visit', note: '走访' }),
  recordDeath: async (g) => ({ id: await someone(g), values: {} }),
  restoreLife: async (g) => {
    const id = await someone(g)
    await g.o.as(g.clerk).call(record).recordDeath({ id, values: {} })
    return { id, reason: '登记有误' }
  },
  addAffiliation: async (g) => ({ id: hostOf(g), kind: 'other_unit', unitId: await someUnit(g) }),
  endAffiliation: async (g) => {
    const asked = { id: hostOf(g), kind: 'other_unit' as const, unitId: await someUnit(g), from: '2020-01-01' }
    const { affiliationId } = await g.o.as(g.clerk).call(affiliations).addAffiliation(asked)
    return { id: asked.id, affiliationId, on: day, note: '已调走' }
  },
  moveHome: async (g) => ({ id: await someone(g), placeCode: PLACES.ruiheng, on: day }),
  mergePeople: async (g) => ({ keptId: await someone(g), absorbedId: await someone(g) }),
  saveCountySettings: async ({ o, clerk }) => {
    const { areaCode, requiredFields, bureauPhone } = await o.as(clerk).call(settings).readCountySettings()
    return { areaCode, requiredFields, bureauPhone }
  },
  uploadRoster: () => table('姓名,单位\n甄好,教育局'),
  remapImport: async (g) => {
    const { id } = await g.o.as(g.clerk).call(imports).uploadRoster(table('姓名,单位\n甄好,教育局'))
    await readRoster(g.o, id)
    return { id, columns: [], remember: false }
  },
  decideImportRows: ({ town }) => ({ id: town.batch, seqs: [], decision: 'skip' }),
  editImportRow: async ({ o, town }) => {
    const { items } = await o.as(town.clerk).call(imports).listImportRows({ id: town.batch })
    const row = items.find(({ record: plan }) => plan !== null)
    const {
      unitName: _unit,
      placeName: _place,
      idStatus: _status,
      ...plan
    } = row?.record ?? { unitName: 0, placeName: 0, idStatus: 0 }
    return { id: town.batch, seq: row?.seq ?? 0, record: plan, by: 'owner' }
  },
}

const incident = (town: Town): Good => {
  const at = '2026-03-02T09:00:00Z'
  return { people: [{ personId: town.near.id, firstAt: at, lastAt: at }], from: at, until: at }
}

async function someUnit({ o, turn }: Ground): Promise<string> {
  return o.act(async (ctx) => (await foundUnit(ctx, { name: `另一局${turn()}`, kind: 'employer' })).id)
}
