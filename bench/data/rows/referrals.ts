import { createHash } from 'node:crypto';
import type { Rows, Value } from '../copy.ts';
import { dayAfter, instantAfter } from '../days.ts';
import { drawFor } from '../draw.ts';
import { idOf } from '../ids.ts';
import { type OrganizationPlan, otherOrganization, ownerOf, type World } from '../world.ts';
import { personOf } from './people-and-cases.ts';

/** The template of each type and its newest version, as the service has set them up. */
export type Templates = Record<ReferralType, { id: string; versionId: string }>;

const types = [
  'CASE_TRANSFER',
  'INFORMATIONAL_WITHIN',
  'INFORMATIONAL_WITHIN',
  'INFORMATIONAL_OUTSIDE',
] as const;
type ReferralType = (typeof types)[number];
type Status = 'DRAFT' | 'SUBMITTED' | 'EMAILED';

/** A referral as it is drawn. */
export type DrawnReferral = {
  index: number;
  caseIndex: number;
  type: ReferralType;
  status: Status;
  sender: OrganizationPlan;
  manager: number;
  /** Null outside the network. */
  receiver: OrganizationPlan | null;
  /** Days before today. */
  submittedAgo: number;
};

/** Cases with many referrals, one in a hundred. */
const busy = { every: 100, which: 7, referrals: 20, usual: 3 };

/** How many referrals a case has. */
function referralsOf(caseIndex: number): number {
  return caseIndex % busy.every === busy.which ? busy.referrals : busy.usual;
}

/** The index of a case's first referral. */
function firstReferral(caseIndex: number): number {
  const busyBefore = Math.floor((caseIndex + busy.every - 1 - busy.which) / busy.every);
  return caseIndex * busy.usual + busyBefore * (busy.referrals - busy.usual);
}

/** One referral of a case, by its place among them. */
export function referralDrawn(world: World, caseIndex: number, place: number): DrawnReferral {
  const index = firstReferral(caseIndex) + place;
  const draw = drawFor('referral', index);
  const { organization: sender, manager } = ownerOf(world, caseIndex);
  const type = draw.of(types);
  const outcome = draw.below(100);
  return {
    index,
    caseIndex,
    type,
    status: outcome < 15 ? 'DRAFT' : outcome < 16 ? 'SUBMITTED' : 'EMAILED',
    sender,
    manager,
    receiver: type === 'INFORMATIONAL_OUTSIDE' ? null : otherOrganization(world, sender, index),
    submittedAgo: 1 + draw.below(500),
  };
}

/** Every referral, in the order of their indexes. */
function* allReferrals(world: World): Generator<DrawnReferral> {
  for (let caseIndex = 0; caseIndex < world.cases; caseIndex++) {
    const count = referralsOf(caseIndex);
    for (let place = 0; place < count; place++) yield referralDrawn(world, caseIndex, place);
  }
}

/** Referrals, what they were sent with, and the access they gave. */
export function referralTables(world: World, templates: Templates): Rows[] {
  const { today } = world;
  const count = firstReferral(world.cases);
  const submitted = function* (): Generator<DrawnReferral> {
    for (const referral of allReferrals(world)) if (referral.status !== 'DRAFT') yield referral;
  };
  const at = ({ submittedAgo, index }: DrawnReferral, after = 0) =>
    instantAfter(today, -submittedAgo, (index % 40_000) + 36_000 + after);
  const emailTo = ({ receiver }: DrawnReferral) =>
    receiver === null ? 'help@outside.example' : `office${receiver.index}@services.example`;
  const pdf = Buffer.from('%PDF-1.7');
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  return [
    {
      table: 'Referral',
      columns: [
        'id',
        'caseId',
        'type',
        'status',
        'version',
        'sendingOrganizationId',
        'createdById',
        'receivingOrganizationId',
        'outsideOrganizationName',
        'contactName',
        'emailTo',
        'templateId',
        'templateVersionId',
        'language',
        'emailSubject',
        'emailContent',
        'submittedById',
        'submittedAt',
        'referralDate',
        'emailedAt',
        'createdAt',
        'updatedAt',
      ],
      expected: count,
      *rows() {
        for (const referral of allReferrals(world)) {
          const { index, type, status, receiver, manager } = referral;
          const isDraft = status === 'DRAFT';
          yield [
            idOf('referral', index),
            idOf('case', referral.caseIndex),
            type,
            status,
            2,
            idOf('organization', referral.sender.index),
            idOf('staff', manager),
            receiver === null ? null : idOf('organization', receiver.index),
            receiver === null ? 'Community Kitchen' : null,
            'Contact Person',
            emailTo(referral),
            templates[type].id,
            templates[type].versionId,
            index % 4 === 0 ? 'FR' : 'EN',
            'NSW Client Referral',
            'Please see the attached referral letter about one of our clients who may benefit from your programs, services, or interventions.',
            isDraft ? null : idOf('staff', manager),
            isDraft ? null : at(referral),
            isDraft ? null : dayAfter(today, -referral.submittedAgo),
            status === 'EMAILED' ? at(referral, 4) : null,
            at(referral, -600),
            at(referral),
          ];
        }
      },
    },
    {
      table: 'Letter',
      columns: ['referralId', 'content', 'pdf', 'sha256', 'renderedAt', 'createdAt'],
      expected: count * 0.85,
      *rows() {
        for (const referral of submitted()) {
          yield [
            idOf('referral', referral.index),
            '{}',
            `\\x${pdf.toString('hex')}`,
            sha256,
            at(referral, 2),
            at(referral),
          ];
        }
      },
    },
    {
      table: 'Correspondence',
      columns: [
        'id',
        'referralId',
        'number',
        'status',
        'emailTo',
        'messageId',
        'requestedById',
        'queuedAt',
        'sentAt',
      ],
      expected: count * 0.85,
      *rows() {
        for (const referral of submitted()) {
          const isSent = referral.status === 'EMAILED';
          yield [
            idOf('correspondence', referral.index),
            idOf('referral', referral.index),
            1,
            isSent ? 'SENT' : 'QUEUED',
            emailTo(referral),
            `<${idOf('correspondence', referral.index)}@handoff.example>`,
            idOf('staff', referral.manager),
            at(referral),
            isSent ? at(referral, 4) : null,
          ];
        }
      },
    },
    {
      table: 'ReferralAccess',
      columns: [
        'id',
        'referralId',
        'caseId',
        'personId',
        'organizationId',
        'scope',
        'beganAt',
        'expiresAt',
        'endedAt',
        'endCause',
      ],
      expected: count * 0.64,
      *rows() {
        for (const referral of submitted()) {
          if (referral.receiver !== null) yield accessRow(world, referral, at(referral));
        }
      },
    },
  ];
}

function accessRow(
  world: World,
  { index, caseIndex, type, receiver, submittedAgo }: DrawnReferral,
  beganAt: string,
): Value[] {
  const isTransfer = type === 'CASE_TRANSFER';
  const days = isTransfer ? 90 : 365;
  const expiresAt = instantAfter(new Date(beganAt), days, 0);
  const isOver = submittedAgo > days;
  return [
    idOf('access', index),
    idOf('referral', index),
    idOf('case', caseIndex),
    idOf('person', personOf(world, caseIndex)),
    idOf('organization', receiver?.index ?? 0),
    isTransfer ? 'PERSON_RECORD_AND_CASE_SUMMARY' : 'PERSON_RECORD',
    beganAt,
    expiresAt,
    isOver ? expiresAt : null,
    isOver ? 'EXPIRED' : null,
  ];
}
