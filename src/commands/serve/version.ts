import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const text = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')

export const version: string = String((JSON.parse(text) as { version: unknown }).version) // the file is ours
