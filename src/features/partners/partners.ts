export {
  type AddPartner,
  addPartner,
  getPartner,
  type PartnerSecrets,
  removePartner,
  renewKey,
} from './add-partner.ts';
export { bodyHtml } from './body-html.ts';
export { listDeliveries } from './deliveries.repo.ts';
export { type ArticleFacts, hasTombstone, listArticleFacts } from './outgoing.repo.ts';
export { type PartnerApi, partnerApi } from './partner.api.ts';
export { listPartners } from './partners.repo.ts';
export {
  PARTNER_FORMATS,
  type PartnerDeliveryRow,
  type PartnerFormat,
  type PartnerRow,
} from './partners.tables.ts';
export { type Pushing, partnerHandlers } from './push-article.ts';
export { recordChange } from './record-change.ts';
export { allowSource, keepSource, listAllowedSources } from './resale.repo.ts';
export { resumePartner } from './resume-partner.ts';
export { type Allowance, isOwn, type OutgoingPaper, toOutgoing } from './to-outgoing.ts';
