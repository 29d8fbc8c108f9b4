import { contract as activation } from '#modules/accounts/activation/contract.ts'
import { contract as audit } from '#modules/accounts/audit-trail/contract.ts'
import { contract as accounts } from '#modules/accounts/contract.ts'
import { contract as elderAccess } from '#modules/accounts/elder-access/contract.ts'
import { contract as grants } from '#modules/accounts/grants/contract.ts'
import { contract as identity } from '#modules/accounts/identity/contract.ts'
import { contract as proof } from '#modules/accounts/proof/contract.ts'
import { contract as requests } from '#modules/accounts/requests/contract.ts'
import { contract as rights } from '#modules/accounts/rights/contract.ts'
import { contract as secondFactor } from '#modules/accounts/second-factor/contract.ts'
import { contract as securityPolicy } from '#modules/accounts/security-policy/contract.ts'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { contract as setup } from '#modules/accounts/setup/contract.ts'
import { contract as groupCalendar } from '#modules/activities/groups/calendar/contract.ts'
import { contract as groups } from '#modules/activities/groups/contract.ts'
import { contract as groupMembers } from '#modules/activities/groups/members/contract.ts'
import { contract as groupOfficers } from '#modules/activities/groups/officers/contract.ts'
import { contract as groupProposals } from '#modules/activities/groups/proposals/contract.ts'
import { contract as groupReports } from '#modules/activities/groups/report/contract.ts'
import { contract as attendance } from '#modules/gatherings/attendance/contract.ts'
import { contract as calendarAddresses } from '#modules/gatherings/calendar-addresses/contract.ts'
import { contract as calendarFeed } from '#modules/gatherings/calendar-feed/contract.ts'
import { contract as gatherings } from '#modules/gatherings/contract.ts'
import { contract as gatheringFeedback } from '#modules/gatherings/feedback/contract.ts'
import { contract as personGatherings } from '#modules/gatherings/of-person/contract.ts'
import { contract as personCodes } from '#modules/gatherings/person-codes/contract.ts'
import { contract as gatheringPhotos } from '#modules/gatherings/photos/contract.ts'
import { contract as signUps } from '#modules/gatherings/sign-up/contract.ts'
import { contract as signUpSheets } from '#modules/gatherings/sign-up/printing/contract.ts'
import { contract as strengthLimits } from '#modules/gatherings/strength-limits/contract.ts'
import { contract as messageChoices } from '#modules/messages/choices/contract.ts'
import { contract as messages } from '#modules/messages/contract.ts'
import { contract as smsGateway } from '#modules/messages/gateway/contract.ts'
import { contract as messagePaper } from '#modules/messages/paper/contract.ts'
import { contract as messageSettings } from '#modules/messages/settings/contract.ts'
import { contract as messageTemplates } from '#modules/messages/templates/contract.ts'
import { contract as backups } from '#modules/operations/backups/contract.ts'
import { contract as keys } from '#modules/operations/keys/contract.ts'
import { contract as affiliations } from '#modules/people/affiliations/contract.ts'
import { contract as countySettings } from '#modules/people/county-settings/contract.ts'
import { contract as duplicates } from '#modules/people/duplicates/contract.ts'
import { contract as consents } from '#modules/people/privacy/consents/contract.ts'
import { contract as privacyWaiting } from '#modules/people/privacy/contract.ts'
import { contract as corrections } from '#modules/people/privacy/corrections/contract.ts'
import { contract as erasures } from '#modules/people/privacy/erasure/contract.ts'
import { contract as evidence } from '#modules/people/privacy/evidence/contract.ts'
import { contract as incidents } from '#modules/people/privacy/incidents/contract.ts'
import { contract as ownFile } from '#modules/people/privacy/own-file/contract.ts'
import { contract as purposes } from '#modules/people/privacy/purposes/contract.ts'
import { contract as record } from '#modules/people/record/contract.ts'
import { contract as rosterImport } from '#modules/people/roster-import/contract.ts'
import { contract as search } from '#modules/people/search/contract.ts'
import { contract as peopleExports } from '#modules/people/search/export/contract.ts'
import { contract as placeChanges } from '#modules/places/changes/contract.ts'
import { contract as places } from '#modules/places/contract.ts'
import { contract as schematic } from '#modules/places/schematic/contract.ts'
import { contract as placeSheet } from '#modules/places/sheet/contract.ts'
import { contract as sites } from '#modules/places/sites/contract.ts'
import { contract as needLedger } from '#modules/reports/need-ledger/contract.ts'
import { contract as personLedger } from '#modules/reports/person-ledger/contract.ts'
import { contract as serviceLedger } from '#modules/reports/service-ledger/contract.ts'
import { contract as unitAliases } from '#modules/units/aliases/contract.ts'
import { contract as unitChanges } from '#modules/units/changes/contract.ts'
import { contract as unitContacts } from '#modules/units/contacts/contract.ts'
import { contract as units } from '#modules/units/contract.ts'
import { contract as unitFacts } from '#modules/units/facts/contract.ts'
import { contract as unitSheet } from '#modules/units/sheet/contract.ts'
import { contract as findings } from '#modules/volunteering/bank/anomalies/contract.ts'
import { contract as bank } from '#modules/volunteering/bank/contract.ts'
import { contract as bankRules } from '#modules/volunteering/bank/county-rules/contract.ts'
import { contract as bankNotices } from '#modules/volunteering/bank/notices/contract.ts'
import { contract as bankPartners } from '#modules/volunteering/bank/partners/contract.ts'
import { contract as bankPictures } from '#modules/volunteering/bank/partners/pictures/contract.ts'
import { contract as pool } from '#modules/volunteering/bank/pool/contract.ts'
import { contract as redemptions } from '#modules/volunteering/bank/redemptions/contract.ts'
import { contract as settlements } from '#modules/volunteering/bank/settlement/contract.ts'
import { contract as certificates } from '#modules/volunteering/certificates/contract.ts'
import { contract as needs } from '#modules/volunteering/needs/contract.ts'
import { contract as candidates } from '#modules/volunteering/needs/matching/contract.ts'
import { contract as posts } from '#modules/volunteering/posts/contract.ts'
import { contract as serviceRecords } from '#modules/volunteering/service-record/contract.ts'
import { contract as shiftChanges } from '#modules/volunteering/shifts/changing/contract.ts'
import { contract as checking } from '#modules/volunteering/shifts/checking/contract.ts'
import { contract as confirming } from '#modules/volunteering/shifts/confirming/contract.ts'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as swaps } from '#modules/volunteering/shifts/swaps/contract.ts'
import { contract as turns } from '#modules/volunteering/shifts/turns/contract.ts'
import { contract as stars } from '#modules/volunteering/stars/contract.ts'
import { contract as teams } from '#modules/volunteering/teams/contract.ts'
import { contract as training } from '#modules/volunteering/training/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import { type Client, clientOf } from '#platform/client.ts'
import type { Contract } from '#platform/contract.ts'
import { send } from './send.ts'

const at = <C extends Contract>(contract: C): Client<C> => clientOf(contract, send)

/** Every door of the server, typed by its contract. */
export const api = {
  sessions: at(sessions),
  secondFactor: at(secondFactor),
  proof: at(proof),
  identity: at(identity),
  securityPolicy: at(securityPolicy),
  setup: at(setup),
  accounts: at(accounts),
  elderAccess: at(elderAccess),
  audit: at(audit),
  grants: at(grants),
  requests: at(requests),
  activation: at(activation),
  rights: at(rights),
  backups: at(backups),
  keys: at(keys),
  places: at(places),
  placeChanges: at(placeChanges),
  placeSheet: at(placeSheet),
  schematic: at(schematic),
  sites: at(sites),
  record: at(record),
  consents: at(consents),
  corrections: at(corrections),
  erasures: at(erasures),
  evidence: at(evidence),
  incidents: at(incidents),
  ownFile: at(ownFile),
  purposes: at(purposes),
  privacyWaiting: at(privacyWaiting),
  search: at(search),
  peopleExports: at(peopleExports),
  countySettings: at(countySettings),
  affiliations: at(affiliations),
  duplicates: at(duplicates),
  rosterImport: at(rosterImport),
  gatherings: at(gatherings),
  signUps: at(signUps),
  signUpSheets: at(signUpSheets),
  attendance: at(attendance),
  gatheringFeedback: at(gatheringFeedback),
  gatheringPhotos: at(gatheringPhotos),
  personCodes: at(personCodes),
  personGatherings: at(personGatherings),
  calendarFeed: at(calendarFeed),
  calendarAddresses: at(calendarAddresses),
  strengthLimits: at(strengthLimits),
  units: at(units),
  unitFacts: at(unitFacts),
  unitChanges: at(unitChanges),
  unitAliases: at(unitAliases),
  unitContacts: at(unitContacts),
  unitSheet: at(unitSheet),
  bank: at(bank),
  bankRules: at(bankRules),
  findings: at(findings),
  bankPartners: at(bankPartners),
  bankNotices: at(bankNotices),
  bankPictures: at(bankPictures),
  pool: at(pool),
  redemptions: at(redemptions),
  settlements: at(settlements),
  needs: at(needs),
  candidates: at(candidates),
  posts: at(posts),
  teams: at(teams),
  training: at(training),
  volunteers: at(volunteers),
  shifts: at(shifts),
  shiftChanges: at(shiftChanges),
  turns: at(turns),
  checking: at(checking),
  confirming: at(confirming),
  swaps: at(swaps),
  serviceRecords: at(serviceRecords),
  stars: at(stars),
  certificates: at(certificates),
  needLedger: at(needLedger),
  personLedger: at(personLedger),
  serviceLedger: at(serviceLedger),
  messages: at(messages),
  groups: at(groups),
  groupCalendar: at(groupCalendar),
  groupMembers: at(groupMembers),
  groupOfficers: at(groupOfficers),
  groupReports: at(groupReports),
  groupProposals: at(groupProposals),
  messageTemplates: at(messageTemplates),
  messageChoices: at(messageChoices),
  messagePaper: at(messagePaper),
  messageSettings: at(messageSettings),
  smsGateway: at(smsGateway),
}
