import { refusal } from '#platform/refuse.ts'

export const notEvidence = refusal('privacy.not_evidence', 422, () => ({
  zh: '依据请用 JPEG、PNG 或 PDF 格式，不超过 5 MB，文件须完整，PDF 中不能带脚本、附件或表单动作。纸质材料可以用手机拍照后上传。',
  en: 'Evidence is a JPEG, PNG or PDF of at most 5 MB, whole, and a PDF without scripts, attachments or actions; a photograph of the paper will do.',
}))
