// A process of its own (index.ts): the typefaces take a hundred MiB, and only a process that ends gives all of it back.
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { Paper } from './index.ts'

const face = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${file}`))
const fonts = {
  normal: face('400Regular/NotoSerifSC_400Regular.ttf'),
  bold: face('600SemiBold/NotoSerifSC_600SemiBold.ttf'),
}
pdfmake.setFonts({ serif: fonts })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))

const LINE = '#8a8378'
const layout = {
  hLineWidth: () => 0.4,
  vLineWidth: () => 0.4,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
}

function documentOf({ title, lead, parts, qr, foot }: Paper): Record<string, unknown> {
  return {
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { font: 'serif', fontSize: 10, color: '#1f1b16', lineHeight: 1.15 },
    info: { title, creator: '桑榆 Sangyu', producer: '桑榆 Sangyu' },
    content: [
      { text: title, bold: true, fontSize: 16, alignment: 'center', margin: [0, 0, 0, 10] },
      ...lead.map((text) => ({ text, margin: [0, 0, 0, 4] })),
      ...parts.flatMap((part) => [
        { text: part.title, bold: true, fontSize: 12, margin: [0, 10, 0, 4], headlineLevel: 1 },
        ...(part.rows.length || part.head ? [tableOf(part)] : []),
      ]),
      ...(qr ? [{ qr, fit: 96, margin: [0, 14, 0, 0] }] : []),
    ],
    pageBreakBefore: (node: { headlineLevel?: number }, after: { followingNodesOnPage?: unknown[] }) =>
      node.headlineLevel === 1 && after.followingNodesOnPage?.length === 0,
    footer: (page: number, pages: number) => ({
      columns: [
        { text: foot, fontSize: 8, color: '#6b645a' },
        { text: `${page} / ${pages}`, width: 40, alignment: 'right', fontSize: 8 },
      ],
      margin: [48, 14, 48, 0],
    }),
  }
}

function tableOf({ head, rows, widths }: Paper['parts'][number]): Record<string, unknown> {
  const columns = Math.max(head?.length ?? 0, ...rows.map((row) => row.length))
  const cells = rows.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? ''))
  const top = head ? [head.map((text) => ({ text, bold: true, fillColor: '#f1ece3' }))] : []
  const sizes = widths ?? (columns === 2 ? [140, 0] : Array.from({ length: columns }, () => 0))
  return {
    table: {
      headerRows: top.length,
      dontBreakRows: true,
      widths: sizes.map((width) => width || '*'),
      body: [...top, ...cells],
    },
    layout,
  }
}

process.once('disconnect', () => process.exit())
const paper = await new Promise<Paper>((resolve) => process.once('message', resolve))
const bytes = await pdfmake.createPdf(documentOf(paper)).getBuffer()
process.send?.(new Uint8Array(bytes), () => process.disconnect?.())
