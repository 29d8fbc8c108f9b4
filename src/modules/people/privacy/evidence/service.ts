import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { cleanPicture } from '#platform/picture/index.ts'
import { ensure } from '#platform/refuse.ts'
import { refuseMarked } from '#platform/secrecy/index.ts'
import { loadForChange, loadPerson } from '../../policy.ts'
import { readPersonFile, storePersonFile } from '../files/index.ts'
import type { contract } from './contract.ts'
import { isQuietPdf } from './quiet-pdf/index.ts'
import { notEvidence } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** Keeps a scan or a photograph of a paper. Its name is given by the office. */
export async function bringEvidence(ctx: Ctx, input: In<'bringEvidence'>): Out<'bringEvidence'> {
  const row = await loadForChange(ctx, input.id)
  return { fileId: await keepEvidence(ctx, row.id, input) }
}

export async function keepEvidence(
  ctx: Ctx,
  personId: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<string> {
  refuseMarked({ name, bytes })
  const paper = evidenceOf(bytes)
  ensure(paper, notEvidence)
  const file = { name: `evidence.${paper.extension}`, mediaType: paper.mediaType, bytes: paper.bytes }
  return storePersonFile(ctx, personId, { ...file, kind: 'evidence' })
}

export async function readEvidence(ctx: Ctx, input: In<'readEvidence'>): Out<'readEvidence'> {
  const row = await loadPerson(ctx, input.id)
  return readPersonFile(ctx, row.id, input.file)
}

type Paper = { extension: string; mediaType: string; bytes: Uint8Array }

/** A piece of evidence as it is kept: what scanners and phones make, whole, without where and with what it was taken; and nothing that runs. */
export function evidenceOf(bytes: Uint8Array): Paper | null {
  const picture = cleanPicture(bytes)
  if (picture) return { extension: picture.kind, mediaType: `image/${picture.kind}`, bytes: picture.bytes }
  return isQuietPdf(bytes) ? { extension: 'pdf', mediaType: 'application/pdf', bytes } : null
}
