import { seesWhole } from '../../domain/cases/access.ts';
import { programDay } from '../../domain/program-day.ts';
import { pendingTransfers } from '../../domain/referrals/pending-transfers.ts';
import {
  ageInDays,
  dayOfSubmit,
  daysUntilStale,
  nextReminderOn,
} from '../../domain/referrals/transfer-age.ts';
import { builder } from '../builder.ts';
import { encodeGlobalId } from '../global-ids.ts';
import { OrganizationRef } from '../organizations/organization.ts';
import { ReferralRef } from './referral.ts';

/** What the age of a pending transfer is reckoned from. */
const dates = {
  beganAt: true,
  expiresAt: true,
  referral: { select: { referralDate: true } },
} as const;

/** An open Case Transfer referral, as its sender and its receiver see it (B8). */
export const PendingTransferRef = builder.prismaNode('ReferralAccess', {
  name: 'PendingTransfer',
  description:
    'A Case Transfer referral that waits for its receiver to act: open, with no transfer yet (B8). It is gone once the referral has ended.',
  id: { field: 'id' },
  nullable: true,
  findUnique: (id, { actor, moment }) => ({ id, AND: [pendingTransfers(actor, moment())] }),
  fields: (t) => ({
    referralId: t.id({
      description: 'The id of the referral, for withdrawReferral and declineReferral.',
      resolve: ({ referralId }) => encodeGlobalId('Referral', referralId),
    }),
    referral: t.field({
      type: ReferralRef,
      nullable: true,
      description:
        'The referral; null for the receiver, who sees the client and the summary, not the referral.',
      select: (_args, _context, nestedSelection) => ({
        referral: nestedSelection(),
        case: { select: { organizationId: true } },
      }),
      resolve: (access, _args, { actor }) => (seesWhole(actor, access.case) ? access.referral : null),
    }),
    case: t.relation('case', { description: 'The case, to the receiver its summary alone (R26).' }),
    person: t.relation('person', { description: 'The client.' }),
    fromOrganization: t.field({
      type: OrganizationRef,
      description: 'The organization that refers, and manages the case.',
      select: (_args, _context, nestedSelection) => ({
        referral: { select: { sendingOrganization: nestedSelection() } },
      }),
      resolve: ({ referral }) => referral.sendingOrganization,
    }),
    toOrganization: t.relation('organization', { description: 'The organization that is to take over.' }),
    submittedAt: t.expose('beganAt', { type: 'DateTime', description: 'When it was submitted.' }),
    ageInDays: t.int({
      description: 'For how many days it has been waiting, by the calendar of the program’s time zone.',
      select: dates,
      resolve: (access, _args, { moment, platform }) =>
        ageInDays(dayOfSubmit(access, platform.timeZone), moment().day),
    }),
    stale: t.boolean({
      description: `Whether it has been waiting for ${daysUntilStale} days or more.`,
      select: dates,
      resolve: (access, _args, { moment, platform }) =>
        ageInDays(dayOfSubmit(access, platform.timeZone), moment().day) >= daysUntilStale,
    }),
    nextReminderOn: t.field({
      type: 'Date',
      nullable: true,
      description: `The day on which receiver and sender are reminded of it, every ${daysUntilStale} days; null where it has run out by then.`,
      select: dates,
      resolve: (access, _args, { moment, platform: { timeZone } }) =>
        nextReminderOn(dayOfSubmit(access, timeZone), moment().day, programDay(access.expiresAt, timeZone)),
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'When it ends by itself if nobody acts on it (D8).',
    }),
  }),
});
