import { officeDay, officeTime } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { type Paper, renderPaper } from '#platform/paper/index.ts'
import { ensure } from '#platform/refuse.ts'
import { type FieldValue, fieldOf, showValue } from '../../fields/index.ts'
import { loadPerson } from '../../policy.ts'
import { countReveal } from '../../record/reveal/service.ts'
import { basisWords, retentionWords } from '../purposes/words.ts'
import { purposeOf } from '../registry/index.ts'
import { type Contents, contentsOf } from './contents/index.ts'
import type { contract } from './contract.ts'
import { askerNeeded, ownWords } from './words.ts'

type In = Input<(typeof contract)['takeOwnFile']>
type Lang = In['lang']

export async function takeOwnFile(ctx: Ctx, input: In): Promise<Output<(typeof contract)['takeOwnFile']>> {
  ensure(input.askedBy === 'elder' || (input.asker ?? '').length >= 2, askerNeeded)
  const row = await loadPerson(ctx, input.id)
  await countReveal(ctx, row, { field: 'ownFile', purpose: 'other', note: ownWords.zh.file })
  const contents = await contentsOf(ctx, row)
  const { askedBy, format, lang } = input
  ctx.note({
    action: 'privacy.own_file',
    subject: row.id,
    detail: { format, askedBy, shown: contents.fields.map((field) => field.key) },
  })
  const name = fileName(ctx, ownWords[lang].file, format)
  if (format === 'json') {
    const text = JSON.stringify({ takenAt: ctx.now.toISOString(), ...contents }, null, 2)
    return { name, mediaType: 'application/json', bytes: new TextEncoder().encode(text) }
  }
  const paper = paperOf(contents, { lang, name: row.name, at: `${officeDay(ctx.now)} ${officeTime(ctx.now)}` })
  return { name, mediaType: 'application/pdf', bytes: await renderPaper(paper) }
}

type About = { lang: Lang; name: string; at: string }

function paperOf(contents: Contents, { lang, name, at }: About): Paper {
  const words = ownWords[lang]
  const { head } = words
  const fields = contents.fields.map(({ key, shown, purpose }) => [
    fieldOf(key)?.[lang] ?? key,
    shown[lang],
    purposeOf(purpose)[lang],
  ])
  const parts = [
    { title: head.item, head: [head.item, head.value, head.why], widths: [120, 0, 130], rows: fields },
    { title: words.phones, rows: contents.phones.map((phone) => [phone.label, phone.number]) },
    { title: words.relations, rows: contents.relations.map((one) => [one.shown[lang]]) },
    { title: words.tags, rows: contents.tags.map((tag) => [tag]) },
    { title: words.affiliations, rows: contents.affiliations.map((one) => affiliationRow(one)) },
    { title: words.events, rows: contents.events.map((one) => [one.on ?? day(one.at), one.shown[lang]]) },
    { title: words.changes, rows: changeRows(contents, lang) },
    {
      title: words.consents,
      rows: contents.consents.map((one) => [
        one.about[lang],
        day(one.givenAt),
        one.withdrawnAt ? day(one.withdrawnAt) : '',
      ]),
    },
    {
      title: words.corrections,
      rows: contents.corrections.map((one) => [
        day(one.at),
        words.states[one.status] ?? one.status,
        shownAll(one.values, lang),
      ]),
    },
    {
      title: words.erasures,
      rows: contents.erasures.map((one) => [day(one.at), words.states[one.status] ?? one.status]),
    },
    { title: words.files, rows: contents.files.map((one) => [words.states[one.kind] ?? one.kind, day(one.at)]) },
    { title: head.why, rows: purposeRows(contents, lang) },
  ]
  return {
    title: words.title(name),
    lead: [words.law, words.others],
    parts: parts.filter((part) => part.rows.length > 0),
    foot: words.foot(at),
  }
}

const day = (at: string) => at.slice(0, 10)

function affiliationRow(one: Contents['affiliations'][number]): string[] {
  const where = [one.unit, one.place, one.address].filter(Boolean).join(' ')
  return [where, [one.from, one.to].map((date) => date ?? '…').join(' – ')]
}

function changeRows(contents: Contents, lang: Lang): string[][] {
  return contents.changes.map((change) => [
    day(change.at),
    change.name[lang],
    `${shownOne(change.field, change.from, lang)} → ${shownOne(change.field, change.to, lang)}`,
  ])
}

function shownOne(key: string, value: FieldValue, lang: Lang): string {
  const field = fieldOf(key)
  if (value === null) return ownWords[lang].none
  return field ? showValue(field, value, lang) : String(value)
}

function shownAll(values: Record<string, FieldValue>, lang: Lang): string {
  return Object.entries(values)
    .map(([key, value]) => `${fieldOf(key)?.[lang] ?? key}: ${shownOne(key, value, lang)}`)
    .join('; ')
}

/** Why each kind of thing is kept, on what and how long (第十七条). */
function purposeRows(contents: Contents, lang: Lang): string[][] {
  const keys = new Set([...contents.fields.map((field) => field.purpose), 'contact' as const])
  return [...keys].map((key) => {
    const purpose = purposeOf(key)
    return [
      purpose[lang],
      `${basisWords[purpose.basis][lang]} · ${purpose.law[lang]}`,
      retentionWords(purpose.retention)[lang],
    ]
  })
}
