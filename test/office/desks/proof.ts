import { contract } from '#modules/people/privacy/evidence/contract.ts'
import type { Office, Worker } from '../../office.ts'
import { photograph } from '../../photograph.ts'

/** A photographed paper that shows what is asked to be put right. */
export async function proofOf(o: Pick<Office, 'as'>, worker: Worker, id: string): Promise<string> {
  const paper = { id, name: '任免通知.jpg', bytes: photograph() }
  return (await o.as(worker).call(contract).bringEvidence(paper)).fileId
}
