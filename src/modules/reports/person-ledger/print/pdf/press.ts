// A process of its own (render.ts): thousands of entries take seconds and hundreds of MiB, and only a process that ends gives all of it back.
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { Book } from '../book.ts'
import { documentOf } from './document.ts'

const face = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${file}`))
const fonts = {
  normal: face('400Regular/NotoSerifSC_400Regular.ttf'),
  bold: face('600SemiBold/NotoSerifSC_600SemiBold.ttf'),
}
pdfmake.setFonts({ serif: fonts })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))

process.once('disconnect', () => process.exit())
const book = await new Promise<Book>((resolve) => process.once('message', resolve))
const bytes = await pdfmake.createPdf(documentOf(book)).getBuffer()
process.send?.(new Uint8Array(bytes), () => process.disconnect?.())
