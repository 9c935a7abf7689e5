import { visibleReferrals } from '../../domain/referrals/access.ts';
import { referralStatusLabels, referralTypeLabels } from '../../domain/referrals/labels.ts';
import { builder } from '../builder.ts';
import { LetterRef } from '../correspondence/letter.ts';
import { LanguageEnum } from '../language.ts';
import { ReferralStatusEnum } from './referral-status.ts';
import { ReferralTypeEnum } from './referral-type.ts';
import { viewLetter } from './view-letter.ts';

/** A referral (R3). */
export const ReferralRef = builder.prismaNode('Referral', {
  description: 'A referral of a case to another organization, inside the network or outside it.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor }) => ({ id, AND: [visibleReferrals(actor)] }),
  fields: (t) => ({
    type: t.expose('type', { type: ReferralTypeEnum, description: 'Which of the three types it is (R2).' }),
    typeLabel: t.string({
      description: 'How screens name the type, in the language of the request (R2).',
      resolve: ({ type }, _, { language }) => referralTypeLabels[type][language],
    }),
    status: t.expose('status', { type: ReferralStatusEnum, description: 'How far it has come (R19).' }),
    statusLabel: t.string({
      description: 'How screens name the status, in the language of the request.',
      resolve: ({ status }, _, { language }) => referralStatusLabels[status][language],
    }),
    version: t.exposeInt('version', {
      description:
        'Goes up with each change of the draft; send it with updateReferral, submitReferral and cancelReferral, so as to act on what you have seen.',
    }),
    referralDate: t.expose('referralDate', {
      type: 'Date',
      nullable: true,
      description: 'The day of submit in the program’s time zone; null for a draft (R4, R16).',
    }),
    submittedAt: t.expose('submittedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was submitted; null for a draft.',
    }),
    emailedAt: t.expose('emailedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mail server accepted the email; null until then (R19).',
    }),
    organization: t.relation('receivingOrganization', {
      nullable: true,
      description: 'The organization chosen from the list; null where none is, and outside LaMPSS (R5).',
    }),
    organizationName: t.string({
      nullable: true,
      description: 'The name of the organization, chosen or typed; null while there is none.',
      select: { outsideOrganizationName: true, receivingOrganization: { select: { name: true } } },
      resolve: ({ outsideOrganizationName, receivingOrganization }) =>
        receivingOrganization?.name ?? outsideOrganizationName,
    }),
    sendingOrganization: t.relation('sendingOrganization', { description: 'The organization that refers.' }),
    contactName: t.exposeString('contactName', {
      nullable: true,
      description: 'Whom it is sent to; null while empty.',
    }),
    emailTo: t.exposeString('emailTo', { nullable: true, description: 'Email To; null while empty (R7).' }),
    template: t.relation('template', {
      nullable: true,
      description: 'Correspondence Template; null while none is chosen.',
    }),
    templateVersion: t.relation('templateVersion', {
      nullable: true,
      description:
        'The version of the template that set the texts and that the letter is made from, whatever is published later; null while no template is chosen.',
    }),
    language: t.expose('language', { type: LanguageEnum, description: 'Correspondence Language.' }),
    emailSubject: t.exposeString('emailSubject', {
      nullable: true,
      description: 'Email Subject; null while empty.',
    }),
    emailContent: t.exposeString('emailContent', {
      nullable: true,
      description: 'Email Content; null while empty.',
    }),
    createdBy: t.relation('createdBy', { description: 'Who added it.' }),
    submittedBy: t.relation('submittedBy', {
      nullable: true,
      description: 'Who submitted it; null for a draft.',
    }),
    case: t.relation('case', { description: 'The case it refers.' }),
    letter: t.field({
      type: LetterRef,
      // Rendering takes tens of milliseconds: letters are asked for one by one, not by the page.
      complexity: 500,
      nullable: true,
      description:
        'Preview: the letter as it will be, or was, attached; null while no template is chosen (R8, R14).',
      resolve: (referral, _args, context) => viewLetter(referral, context),
    }),
    correspondence: t.relatedConnection('correspondence', {
      cursor: 'id',
      totalCount: true,
      description: 'Each sending of the letter, newest first.',
      query: { orderBy: { number: 'desc' } },
    }),
  }),
});
