import { z } from 'zod'
import { done, endpoint, fileAnswer, rowId } from '#platform/contract.ts'
import { outsideArea } from '../words.ts'
import { notAPhoto, tooMany } from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const marked = { code: 'privacy.secret_marking', status: 422 }

export const contract = {
  listGatheringPhotos: endpoint({
    method: 'get',
    path: '/gatherings/:id/photos',
    permission: 'gatherings.read',
    summary: { zh: '活动照片', en: 'Photographs of a gathering' },
    input: z.object({ id: rowId }),
    output: z.object({
      items: z.array(
        z.object({
          id: rowId,
          caption: z.string().nullable(),
          addedAt: z.string(),
          by: z.string().nullable(),
        }),
      ),
      can: z.object({ add: z.boolean(), see: z.boolean() }),
    }),
    refusals: [noRow],
  }),
  addGatheringPhoto: endpoint({
    method: 'post',
    path: '/gatherings/:id/photos',
    permission: 'gatherings.manage',
    summary: { zh: '添加活动照片（JPEG 或 PNG）', en: 'Add a photograph (JPEG or PNG)' },
    input: z.object({ id: rowId, caption: z.string().trim().max(100).optional() }),
    output: z.object({ photoId: rowId }),
    body: 'bytes',
    maxBytes: 8 * 1024 * 1024,
    refusals: [noRow, outsideArea, notAPhoto, tooMany, marked],
  }),
  readGatheringPhoto: endpoint({
    method: 'get',
    look: { shows: ['photo'] },
    pace: 'read',
    path: '/gatherings/:id/photos/:photoId',
    permission: 'gatherings.read',
    summary: { zh: '一张活动照片', en: 'One photograph' },
    input: z.object({ id: rowId, photoId: rowId }),
    output: fileAnswer,
    answer: 'file',
    refusals: [noRow],
  }),
  removeGatheringPhoto: endpoint({
    method: 'delete',
    path: '/gatherings/:id/photos/:photoId',
    permission: 'gatherings.manage',
    summary: { zh: '撤下活动照片', en: 'Take a photograph down' },
    input: z.object({ id: rowId, photoId: rowId }),
    output: done,
    refusals: [noRow, outsideArea],
  }),
}
